//! One question at a time.

use super::details::details;
use super::discrimination::discrimination;
use super::figure::{Figure, LEAST_FOR_DIFFICULTY};
use super::sample::{Answer, Asked, Sample, Sitter};
use super::value::{Item, Remark};
use crate::measure::{Coefficient, mean};
use crate::quiz::PerMille;

pub(super) fn items(sample: &Sample) -> Vec<Item> {
    (0..).zip(&sample.questions).map(|(place, asked)| item(sample, place, asked)).collect()
}

fn item(sample: &Sample, place: usize, question: &Asked) -> Item {
    let asked: Vec<(&Sitter, &Answer)> =
        sample.sitters.iter().filter_map(|sitter| Some((sitter, sitter.to(place)?))).collect();
    let difficulty = difficulty(&asked);
    let discrimination = discrimination(&asked, Answer::share);
    Item {
        id: question.id.clone(),
        topic: question.topic.clone(),
        prompt: question.prompt.clone(),
        remarks: remarks(&difficulty, &discrimination),
        difficulty,
        discrimination,
        details: details(question, &asked),
    }
}

fn difficulty(asked: &[(&Sitter, &Answer)]) -> Figure<PerMille> {
    Figure::of(asked.len(), LEAST_FOR_DIFFICULTY, || {
        let shares: Vec<f64> = asked.iter().map(|(_, answer)| answer.share()).collect();
        Ok(per_mille(mean(&shares)))
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
fn per_mille(share: f64) -> PerMille {
    PerMille::new((share * 1000.0).round() as u16)
}

/// From these on a question is called very easy or very hard.
const VERY_EASY: u16 = 950;
const VERY_HARD: u16 = 100;

/// Below this a question tells little. Ebel, R. L. (1965). Measuring educational achievement.
const TELLS_LITTLE: i32 = 200;

fn remarks(difficulty: &Figure<PerMille>, discrimination: &Figure<Coefficient>) -> Vec<Remark> {
    let of_difficulty = difficulty.value().and_then(|p| match p.thousandths() {
        VERY_EASY.. => Some(Remark::VeryEasy),
        ..=VERY_HARD => Some(Remark::VeryHard),
        _ => None,
    });
    let of_discrimination = discrimination.value().and_then(|r| match r.thousandths() {
        ..0 => Some(Remark::Contrary),
        0..TELLS_LITTLE => Some(Remark::TellsLittle),
        _ => None,
    });
    of_difficulty.into_iter().chain(of_discrimination).collect()
}
