//! What all answers to one question say together.

use std::collections::BTreeMap;

use super::days::days_between;
use super::memory::{Memory, Retention};
use super::pace::median;
use super::reviewed::Review;
use crate::attempt::Millis;
use crate::quiz::PerMille;

/// What all answers to one question say together.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// How well it is remembered.
    pub memory: Memory,
    /// When it was answered last, since 1970-01-01T00:00:00Z.
    pub last: Millis,
    /// What the last answer earned of its points.
    pub share: PerMille,
    /// How often it was answered or skipped.
    pub reviews: u32,
    /// How often it was missed.
    pub misses: u32,
    /// The median of the times it was on the screen.
    pub spent: Millis,
}

const DAY: Millis = Millis(86_400_000);

/// How often a keyword was missed or claimed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KeywordCount {
    /// How often it was missed, claims left out.
    pub missed: u32,
    /// How often it was claimed: said in other words.
    pub claimed: u32,
}

impl Card {
    /// The card of these reviews, the first one first; `None` of none.
    #[must_use]
    pub fn of(reviews: &[Review]) -> Option<Self> {
        let last = reviews.last()?;
        Some(Self {
            memory: memory(reviews)?,
            last: last.at,
            share: last.share(),
            reviews: count(reviews, |_| true),
            misses: count(reviews, |review| review.rating.is_miss()),
            spent: median(reviews.iter().map(|review| review.spent).collect()),
        })
    }

    /// When it is due, since 1970-01-01T00:00:00Z: at once after a failure, and where the last answer is
    /// said to be more than a day later than `now`: by a clock that was wrong.
    #[must_use]
    pub fn due(&self, retention: Retention, now: Millis) -> Millis {
        if self.last > now + DAY {
            return now;
        }
        self.last + Millis(u64::from(retention.interval(self.memory)) * DAY.0)
    }

    /// The chance that it is remembered at `now`.
    #[must_use]
    pub fn retrievability(&self, now: Millis) -> PerMille {
        self.memory.retrievability(days_between(self.last, now))
    }

    /// The share of its points to be expected at `now`: what the last answer earned, times the
    /// chance that it is remembered. It is on the safe side: what is half forgotten may still earn.
    #[must_use]
    pub fn expected(&self, now: Millis) -> PerMille {
        let chance = u64::from(self.retrievability(now).thousandths());
        PerMille::ratio(chance * u64::from(self.share.thousandths()), 1_000_000)
    }
}

fn memory(reviews: &[Review]) -> Option<Memory> {
    let first = Memory::first(reviews.first()?.rating);
    let step = |memory: Memory, pair: &[Review]| match pair {
        [before, review] => memory.after(days_between(before.at, review.at), review.rating),
        _ => memory,
    };
    Some(reviews.windows(2).fold(first, step))
}

fn count(reviews: &[Review], counts: impl Fn(&Review) -> bool) -> u32 {
    u32::try_from(reviews.iter().filter(|review| counts(review)).count()).unwrap_or(u32::MAX)
}

/// The keywords that were ever missed or claimed, by label.
#[must_use]
pub fn keyword_counts(reviews: &[Review]) -> BTreeMap<String, KeywordCount> {
    let mut counts: BTreeMap<String, KeywordCount> = BTreeMap::new();
    for review in reviews {
        for label in &review.missed {
            counts.entry(label.clone()).or_default().missed += 1;
        }
        for label in &review.claimed {
            counts.entry(label.clone()).or_default().claimed += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Points;
    use crate::review::Rating;

    const DAY: u64 = 86_400_000;

    fn review(day: u64, rating: Rating) -> Review {
        let earned = if rating.is_miss() { 0 } else { 1000 };
        Review {
            at: Millis(day * DAY),
            rating,
            earned: Points::from_thousandths(earned),
            possible: Points::from_thousandths(1000),
            spent: Millis(day * 1000),
            missed: if rating.is_miss() { vec!["joins".into()] } else { Vec::new() },
            claimed: if day == 0 { vec!["rows".into()] } else { Vec::new() },
        }
    }

    fn due(reviews: &[Review]) -> u64 {
        let card = Card::of(reviews).unwrap();
        card.due(Retention::default(), card.last).0 / DAY
    }

    #[test]
    fn what_a_wrong_clock_put_into_the_future_is_due_now() {
        let card = Card::of(&[review(9000, Rating::Good)]).unwrap();
        let now = Millis(20 * DAY);
        assert_eq!(card.due(Retention::default(), now), now);
    }

    #[test]
    fn a_failed_question_is_due_at_once_and_a_mastered_one_after_weeks() {
        let mut reviews = vec![review(0, Rating::Again)];
        assert_eq!(due(&reviews), 0);
        reviews.push(review(0, Rating::Good));
        assert_eq!(due(&reviews), 1);
        for day in [1, 3, 8, 20] {
            reviews.push(review(day, Rating::Easy));
        }
        assert!(due(&reviews) >= 20 + 21, "{}", due(&reviews));
        reviews.push(review(50, Rating::Again));
        assert_eq!(due(&reviews), 50);
    }

    #[test]
    fn a_card_counts_what_happened() {
        let reviews = [review(0, Rating::Hard), review(1, Rating::Good)];
        let card = Card::of(&reviews).unwrap();
        let keywords = keyword_counts(&reviews);
        assert_eq!((card.reviews, card.misses, card.share), (2, 1, PerMille::ONE));
        assert_eq!(keywords["joins"], KeywordCount { missed: 1, claimed: 0 });
        assert_eq!(keywords["rows"], KeywordCount { missed: 0, claimed: 1 });
        assert!(Card::of(&[]).is_none());
    }

    #[test]
    fn what_is_expected_falls_with_time() {
        let card = Card::of(&[review(3, Rating::Good)]).unwrap();
        let expected = [3, 5, 30].map(|day| card.expected(Millis(day * DAY)).thousandths());
        assert_eq!(expected[0], 1000);
        assert!(expected.windows(2).all(|pair| pair[0] > pair[1]), "{expected:?}");
        let failed = Card::of(&[review(3, Rating::Again)]).unwrap();
        assert_eq!(failed.expected(Millis(3 * DAY)), PerMille::ZERO);
    }
}
