//! A figure with what it rests on, or the reason why there is none.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// Fewest candidates for a difficulty. Below ten, one candidate moves it by more than ten points of
/// a hundred.
pub const LEAST_FOR_DIFFICULTY: u32 = 10;

/// Fewest candidates for a correlation and what is made of them. At thirty the standard error of a
/// correlation near zero, `1 / √(n − 1)`, is still 0.19; below that it says nothing.
pub const LEAST_FOR_CORRELATION: u32 = 30;

/// Fewest candidates for the shares of the best and the weakest: 27 % of 40 are eleven.
pub const LEAST_FOR_GROUPS: u32 = 40;

/// A figure, or why there is none; always with the number of candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Figure<T> {
    /// It rests on enough.
    Known {
        /// The figure.
        value: T,
        /// Candidates that it rests on.
        n: u32,
    },
    /// There is none.
    Withheld {
        /// Why.
        why: Withheld,
        /// Candidates that there were.
        n: u32,
    },
}

impl<T> Figure<T> {
    /// The figure, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Known { value, .. } => Some(value),
            Self::Withheld { .. } => None,
        }
    }

    /// Why there is none, if there is none.
    pub const fn withheld(&self) -> Option<Withheld> {
        match self {
            Self::Known { .. } => None,
            Self::Withheld { why, .. } => Some(*why),
        }
    }

    /// Candidates that it rests on, or that there were.
    pub const fn n(&self) -> u32 {
        match self {
            Self::Known { n, .. } | Self::Withheld { n, .. } => *n,
        }
    }

    /// `work` out of so many candidates, if that is at least `least`.
    pub(super) fn of(
        candidates: usize,
        least: u32,
        work: impl FnOnce() -> Result<T, Withheld>,
    ) -> Self {
        let n = u32::try_from(candidates).unwrap_or(u32::MAX);
        if n < least {
            return Self::Withheld { why: Withheld::TooFew { least }, n };
        }
        match work() {
            Ok(value) => Self::Known { value, n },
            Err(why) => Self::Withheld { why, n },
        }
    }
}

impl<T: fmt::Display> Figure<T> {
    /// The figure with the number that it rests on, or why there is none.
    pub fn told(&self) -> String {
        match self {
            Self::Known { value, n } => format!("{value} (n = {n})"),
            Self::Withheld { why, n } => format!("{why} (n = {n})"),
        }
    }
}

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Withheld {
    /// Fewer candidates than it takes.
    TooFew {
        /// What it takes.
        least: u32,
    },
    /// All candidates scored alike, so that nothing goes together with anything.
    NoSpread,
    /// Candidates were asked different questions.
    DifferentQuestions,
    /// There is no other question to compare with.
    OneQuestion,
}

impl fmt::Display for Withheld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew { least } => write!(f, "too few: it takes {least} candidates"),
            Self::NoSpread => f.write_str("all scored alike"),
            Self::DifferentQuestions => f.write_str("candidates were asked different questions"),
            Self::OneQuestion => f.write_str("there is no other question"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_withheld_one_below_what_it_takes_and_known_from_there() {
        let figure = |n| Figure::of(n, 30, || Ok(n));
        assert_eq!(figure(29), Figure::Withheld { why: Withheld::TooFew { least: 30 }, n: 29 });
        assert_eq!(figure(30), Figure::Known { value: 30, n: 30 });
    }
}
