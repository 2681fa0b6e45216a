//! How much a share says that rests on so few questions.
//!
//! A share is an estimate: with other questions about the same things it would have come out
//! otherwise. The interval is Wilson's score interval for a proportion at 95 % (E. B. Wilson,
//! *Probable inference, the law of succession, and statistical inference*, JASA 22, 1927). Questions
//! that weigh differently count as Kish's effective sample size `(Σw)² / Σw²` (L. Kish, *Survey
//! Sampling*, 1965). Points in part vary at most as much as all or nothing with the same mean, so
//! the interval is rather too wide than too narrow. Whether two shares can be told apart is decided
//! by Newcombe's hybrid score interval of their difference (R. G. Newcombe, *Interval estimation for
//! the difference between independent proportions*, Statistics in Medicine 17, 1998, method 10).
//!
//! All of it is integer arithmetic, so that every machine gives the same figures.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::quiz::PerMille;

/// How much a share says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Certainty {
    /// It rests on fewer than [`Certainty::FEWEST`] questions, and so says nothing.
    TooFew,
    /// It lies in here.
    Interval(Interval),
}

/// Where a share lies, in 19 of 20 cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Interval {
    /// At least this.
    pub low: PerMille,
    /// At most this.
    pub high: PerMille,
}

impl fmt::Display for Interval {
    /// In whole per cent: `22–56%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}–{}", self.low.percent(), self.high)
    }
}

/// Millionths.
const MICRO: u128 = 1_000_000;
/// The 97.5 % point of the normal distribution, 1.96, in hundredths; and its square in millionths.
const Z: u128 = 196;
const Z_SQUARED: u128 = 3_841_600;

impl Certainty {
    /// Fewest questions that a share must rest on to say anything.
    pub const FEWEST: usize = 3;

    /// The certainty of the share that `parts` add up to: for each question what it earned and what
    /// was possible, in any one unit.
    ///
    /// ```
    /// use vivavoce::report::Certainty;
    ///
    /// assert_eq!(Certainty::of(&[(1, 1), (0, 1)]), Certainty::TooFew);
    /// let Certainty::Interval(half) = Certainty::of(&[(1, 1), (0, 1), (1, 1), (0, 1)]) else {
    ///     panic!("four questions are enough");
    /// };
    /// assert_eq!((half.low.thousandths(), half.high.thousandths()), (150, 850));
    /// ```
    #[must_use]
    pub fn of(parts: &[(u64, u64)]) -> Self {
        let heaviest = parts.iter().map(|(_, possible)| u128::from(*possible)).max().unwrap_or(0);
        let worth = parts.iter().filter(|(_, possible)| *possible > 0);
        if worth.count() < Self::FEWEST || heaviest == 0 {
            return Self::TooFew;
        }
        let sum =
            |part: fn(&(u64, u64)) -> u64| parts.iter().map(part).map(u128::from).sum::<u128>();
        let share = (sum(|part| part.0) * MICRO / sum(|part| part.1)).min(MICRO);
        let weights = || parts.iter().map(|(_, possible)| u128::from(*possible) * MICRO / heaviest);
        let total: u128 = weights().sum();
        let squares: u128 = weights().map(|weight| weight * weight).sum();
        Self::Interval(wilson(share, total * total * 1000 / squares))
    }

    /// The interval; all there is where there are too few questions.
    #[must_use]
    pub const fn interval(self) -> Interval {
        match self {
            Self::TooFew => Interval { low: PerMille::ZERO, high: PerMille::ONE },
            Self::Interval(interval) => interval,
        }
    }

    /// Whether `mark` lies inside, so that another set of questions might have been on its other
    /// side.
    #[must_use]
    pub fn includes(self, mark: PerMille) -> bool {
        let Interval { low, high } = self.interval();
        low <= mark && mark <= high
    }
}

/// Wilson's interval about a share in millionths of so many thousandths of questions.
fn wilson(share: u128, questions: u128) -> Interval {
    let centre = questions * share / 1000 + Z_SQUARED / 2;
    let variance = questions * share / 1000 * (MICRO - share) / MICRO + Z_SQUARED / 4;
    let half = Z * (variance * MICRO).isqrt() / 100;
    let whole = questions * 1000 + Z_SQUARED;
    let low = centre.saturating_sub(half) * 1000 / whole;
    let high = ((centre + half) * 1000).div_ceil(whole);
    let narrow = |thousandths: u128| PerMille::new(u16::try_from(thousandths).unwrap_or(1000));
    Interval { low: narrow(low), high: narrow(high) }
}

/// Whether the difference of two shares is within the error of either, so that neither is the
/// better one.
#[must_use]
pub fn within_error(one: (PerMille, Certainty), other: (PerMille, Certainty)) -> bool {
    let (better, worse) = if one.0 >= other.0 { (one, other) } else { (other, one) };
    let (Certainty::Interval(above), Certainty::Interval(below)) = (better.1, worse.1) else {
        return true;
    };
    let apart = |from: PerMille, to: PerMille| {
        let distance = u32::from(from.thousandths()).saturating_sub(to.thousandths().into());
        distance * distance
    };
    apart(better.0, worse.0) <= apart(better.0, above.low) + apart(below.high, worse.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interval(right: u64, all: u64) -> (u16, u16) {
        let parts: Vec<_> = (0..all).map(|place| (u64::from(place < right), 1)).collect();
        let Interval { low, high } = Certainty::of(&parts).interval();
        (low.thousandths(), high.thousandths())
    }

    /// Against R's `prop.test(x, n, correct = FALSE)$conf.int` and the tables of Newcombe (1998, one
    /// proportion): 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    #[test]
    fn intervals_are_those_of_the_literature() {
        assert_eq!(interval(81, 263), (255, 367));
        assert_eq!(interval(15, 148), (62, 161));
        assert_eq!(interval(0, 20), (0, 162));
        assert_eq!(interval(1, 29), (6, 172));
    }

    #[test]
    fn all_and_nothing_leave_room_on_one_side_only() {
        assert_eq!(interval(11, 11), (741, 1000));
        assert_eq!(interval(0, 11), (0, 259));
    }

    #[test]
    fn two_questions_say_nothing_and_neither_do_questions_without_points() {
        assert_eq!(Certainty::of(&[(1, 1), (1, 1)]), Certainty::TooFew);
        assert_eq!(Certainty::of(&[(1, 1), (1, 1), (0, 0)]), Certainty::TooFew);
        assert_eq!(Certainty::of(&[]), Certainty::TooFew);
        assert_eq!(Certainty::TooFew.interval().high, PerMille::ONE);
    }

    #[test]
    fn one_heavy_question_among_light_ones_makes_the_interval_wider() {
        let Interval { low, high } = Certainty::of(&[(1, 1), (0, 1), (1, 1), (0, 1)]).interval();
        let uneven = Certainty::of(&[(5, 10), (1, 1), (0, 1), (0, 0)]).interval();
        assert!(uneven.low < low && uneven.high > high, "{uneven:?}");
    }

    #[test]
    fn the_largest_weights_do_not_overflow() {
        let heaviest = (u64::MAX, u64::MAX);
        assert_eq!(Certainty::of(&[heaviest; 11]), Certainty::of(&[(1, 1); 11]));
    }

    #[test]
    fn shares_are_told_apart_only_beyond_the_error() {
        let share = |right: u64, all: u64| {
            let parts: Vec<_> = (0..all).map(|place| (u64::from(place < right), 1)).collect();
            (PerMille::ratio(right, all), Certainty::of(&parts))
        };
        assert!(within_error(share(7, 10), share(6, 10)));
        assert!(within_error(share(6, 10), share(7, 10)));
        assert!(!within_error(share(10, 10), share(2, 10)));
        // Newcombe's example: 56 of 70 against 48 of 80 differ by 0.053 to 0.339.
        assert!(!within_error(share(56, 70), share(48, 80)));
        assert!(within_error(share(1, 2), share(200, 200)), "two questions tell nothing apart");
    }
}
