//! Which questions are worth asking, by what is known of them.

use super::card::Card;
use crate::attempt::{Lots, Millis};
use crate::quiz::question::Question;

/// A question that may be asked, and what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Askable<'a> {
    /// The question.
    pub question: &'a Question,
    /// What its answers said; nothing where it was never asked.
    pub card: Option<&'a Card>,
}

/// How weak a question is that was never asked, in thousandths: it may be known or not.
const UNKNOWN: u64 = 500;

/// Lots that even a question has that is known by heart.
const LEAST: u64 = 20;

impl Askable<'_> {
    /// What is missing to all points of it at `now`, in thousandths, and never nothing.
    fn weakness(&self, now: Millis) -> u64 {
        let expected = self.card.map(|card| u64::from(card.expected(now).thousandths()));
        expected.map_or(UNKNOWN, |expected| (1000 - expected).max(LEAST))
    }
}

/// Draws at most `count` questions: the weaker one is, the likelier it is drawn, and the earlier.
#[must_use]
pub fn weakest<'a>(
    askable: &[Askable<'a>],
    now: Millis,
    count: usize,
    seed: u64,
) -> Vec<&'a Question> {
    let mut lots = Lots::new(seed, "weak questions");
    let mut left: Vec<_> = askable.iter().map(|it| (it.weakness(now), it.question)).collect();
    let mut drawn = Vec::new();
    while drawn.len() < count && !left.is_empty() {
        let all = left.iter().map(|(weakness, _)| weakness).sum();
        let mut lot = lots.below(all);
        let place = left.iter().position(|(weakness, _)| {
            let hit = lot < *weakness;
            lot = lot.saturating_sub(*weakness);
            hit
        });
        drawn.push(left.remove(place.unwrap_or(0)).1);
    }
    drawn
}

/// The questions that were missed when they were asked last, in the order given.
#[must_use]
pub fn missed<'a>(askable: &[Askable<'a>]) -> Vec<&'a Question> {
    let missed = |it: &&Askable<'_>| it.card.is_some_and(|card| card.memory.rating.is_miss());
    askable.iter().filter(missed).map(|it| it.question).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::PerMille;
    use crate::review::{Memory, Rating};
    use crate::score::sample::question;

    fn card(rating: Rating, share: u16) -> Card {
        Card {
            memory: Memory::first(rating),
            last: Millis(0),
            share: PerMille::new(share),
            reviews: 1,
            misses: 0,
            spent: Millis(0),
        }
    }

    #[test]
    fn weak_questions_are_drawn_more_often_and_strong_ones_now_and_then() {
        let questions = ["weak", "strong", "new"].map(|id| question(id, "topic", 1000));
        let cards = [card(Rating::Again, 0), card(Rating::Easy, 1000)];
        let askable: Vec<_> = questions
            .iter()
            .enumerate()
            .map(|(place, question)| Askable { question, card: cards.get(place) })
            .collect();
        let mut first = [0; 3];
        for seed in 0..1000 {
            let drawn = weakest(&askable, Millis(0), 2, seed);
            assert_eq!(drawn.len(), 2);
            assert_ne!(drawn[0].id, drawn[1].id);
            let place = questions.iter().position(|it| it.id == drawn[0].id).unwrap();
            first[place] += 1;
        }
        assert!(first[0] > first[2] && first[2] > first[1] && first[1] > 0, "{first:?}");
        assert_eq!(weakest(&askable, Millis(0), 9, 1).len(), 3);
    }

    #[test]
    fn missed_is_what_was_not_known_the_last_time() {
        let questions = ["again", "hard", "good", "new"].map(|id| question(id, "topic", 1000));
        let cards = [Rating::Again, Rating::Hard, Rating::Good].map(|rating| card(rating, 0));
        let askable: Vec<_> = questions
            .iter()
            .enumerate()
            .map(|(place, question)| Askable { question, card: cards.get(place) })
            .collect();
        let ids: Vec<_> = missed(&askable).iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["again", "hard"]);
    }
}
