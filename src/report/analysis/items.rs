//! One question at a time.

use super::details::details;
use super::figure::{Coefficient, Figure, LEAST_FOR_CORRELATION, LEAST_FOR_DIFFICULTY, Withheld};
use super::sample::{Answer, Asked, Sample, Sitter};
use super::statistics::{correlation, mean};
use super::value::{Item, Remark};
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

pub(super) fn count<T>(of: &[T]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

fn difficulty(asked: &[(&Sitter, &Answer)]) -> Figure<PerMille> {
    Figure::of(count(asked), LEAST_FOR_DIFFICULTY, || {
        let shares: Vec<f64> = asked.iter().map(|(_, answer)| answer.share()).collect();
        Ok(per_mille(mean(&shares)))
    })
}

/// The correlation of `score` with the share of the points of all other questions: the corrected
/// point-biserial. Henrysson, S. (1963). Correction of item-total correlations in item analysis.
/// Psychometrika 28, 211–218.
pub(super) fn discrimination(
    asked: &[(&Sitter, &Answer)],
    score: impl Fn(&Answer) -> f64,
) -> Figure<Coefficient> {
    Figure::of(count(asked), LEAST_FOR_CORRELATION, || {
        let pairs: Option<Vec<(f64, f64)>> = asked
            .iter()
            .map(|(sitter, answer)| Some((score(answer), sitter.rest(answer)?)))
            .collect();
        let pairs = pairs.ok_or(Withheld::OneQuestion)?;
        correlation(&pairs).map(Coefficient::round).ok_or(Withheld::NoSpread)
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
pub(super) fn per_mille(share: f64) -> PerMille {
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
