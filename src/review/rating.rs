//! From a score to a rating.

use crate::quiz::{PerMille, Task};

/// How well an answer shows that a question is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// Failed, or skipped.
    Again,
    /// Known in part.
    Hard,
    /// Known.
    Good,
    /// All of it, from memory.
    Easy,
}

impl Rating {
    /// Every rating, the worst first.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// From 1, for the worst, to 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The rating with this number.
    #[must_use]
    pub fn of_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.number() == number)
    }

    /// Whether the question was missed: failed, or known in part only.
    #[must_use]
    pub const fn is_miss(self) -> bool {
        matches!(self, Self::Again | Self::Hard)
    }
}

/// From which share of the points on an answer counts as how well known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Known in part from here on.
    pub hard: PerMille,
    /// Known from here on; at least `hard`.
    pub good: PerMille,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { hard: PerMille::new(500), good: PerMille::new(750) }
    }
}

impl Thresholds {
    /// Rates an answer that earned `share` of its points. `Easy` is for all points without a hint,
    /// where the answer was not picked from a list: a pick may be luck.
    #[must_use]
    pub fn rate(self, share: PerMille, task: &Task, hint: bool) -> Rating {
        let picked = matches!(task, Task::Choice(_) | Task::Multi(_) | Task::Boolean(_));
        if share < self.hard {
            Rating::Again
        } else if share < self.good {
            Rating::Hard
        } else if share < PerMille::ONE || picked || hint {
            Rating::Good
        } else {
            Rating::Easy
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::Sequence;

    #[test]
    fn each_threshold_counts_for_the_better_side() {
        let task = Task::Order(Sequence(Vec::new()));
        let cases = [(499, 1), (500, 2), (749, 2), (750, 3), (999, 3), (1000, 4)];
        for (share, number) in cases {
            let rating = Thresholds::default().rate(PerMille::new(share), &task, false);
            assert_eq!(rating.number(), number, "{share}");
            assert_eq!(Rating::of_number(number), Some(rating));
        }
    }

    #[test]
    fn luck_and_help_make_nothing_easy() {
        let easy = |task: &Task, hint| Thresholds::default().rate(PerMille::ONE, task, hint);
        assert_eq!(easy(&Task::Boolean(true), false), Rating::Good);
        assert_eq!(easy(&Task::Order(Sequence(Vec::new())), true), Rating::Good);
    }
}
