//! What a quiz would earn if it were taken now.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::card::Card;
use crate::attempt::Millis;
use crate::quiz::question::{Question, QuestionId};
use crate::quiz::{PerMille, Quiz, Weight};

/// Fewer questions than this say nothing about a quiz.
const TOO_FEW: usize = 5;

/// What a quiz would earn if it were taken now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Readiness {
    /// The quiz's title.
    pub quiz: String,
    /// How many of its questions were ever asked.
    pub asked: usize,
    /// How many it has.
    pub questions: usize,
    /// The share to be expected of the questions that were asked, topics weighted: for each, what its
    /// last answer earned times the chance that it is still known. Absent where fewer than five, or
    /// less than a third, were asked: too few to tell.
    pub expected: Option<PerMille>,
    /// The share of the whole quiz if nothing were known of what was never asked.
    pub at_least: PerMille,
    /// The same if all of it were known.
    pub at_most: PerMille,
    /// The share that passes.
    pub pass: PerMille,
}

impl Readiness {
    /// What `quiz` would earn at `now`, by the cards of its questions.
    #[must_use]
    pub fn new(quiz: &Quiz, cards: &BTreeMap<&QuestionId, &Card>, now: Millis) -> Self {
        let card = |question: &Question| cards.get(&question.id).copied();
        let (mut expected, mut asked, mut all) = (0u64, 0u64, 0u64);
        let mut number = 0;
        for question in &quiz.questions {
            let weight = quiz.topic(&question.topic).map_or(Weight::ONE, |topic| topic.weight);
            let points = u64::from(question.points.thousandths()) * u64::from(weight.thousandths());
            all = all.saturating_add(points);
            if let Some(card) = card(question) {
                number += 1;
                asked = asked.saturating_add(points);
                expected = expected
                    .saturating_add(points / 1000 * u64::from(card.expected(now).thousandths()));
            }
        }
        let tells = number >= TOO_FEW && number * 3 >= quiz.questions.len();
        Self {
            quiz: quiz.title.clone(),
            asked: number,
            questions: quiz.questions.len(),
            expected: tells.then(|| PerMille::ratio(expected, asked)),
            at_least: PerMille::ratio(expected, all),
            at_most: PerMille::ratio(expected.saturating_add(all - asked), all),
            pass: quiz.pass,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Memory, Rating};
    use crate::score::sample::{question, quiz};

    fn card(share: u16) -> Card {
        Card {
            memory: Memory::first(Rating::Good),
            last: Millis(0),
            share: PerMille::new(share),
            reviews: 1,
            misses: 0,
            spent: Millis(0),
        }
    }

    fn ready(asked: usize, of: usize, share: u16) -> Readiness {
        let questions = (0..of).map(|number| question(&format!("q{number}"), "topic", 2000));
        let quiz = quiz(questions.collect());
        let card = card(share);
        let cards = quiz.questions.iter().take(asked).map(|question| (&question.id, &card));
        Readiness::new(&quiz, &cards.collect(), Millis(0))
    }

    #[test]
    fn the_figure_rests_on_what_was_asked_and_the_range_on_the_rest() {
        let ready = ready(6, 8, 500);
        assert_eq!(ready.expected, Some(PerMille::new(500)));
        assert_eq!((ready.at_least.thousandths(), ready.at_most.thousandths()), (375, 625));
    }

    #[test]
    fn few_answers_tell_nothing() {
        assert_eq!(ready(4, 6, 900).expected, None);
        assert_eq!(ready(5, 16, 900).expected, None);
        assert_eq!(ready(5, 15, 900).expected, Some(PerMille::new(900)));
        assert_eq!(ready(0, 3, 0).at_most, PerMille::ONE);
    }
}
