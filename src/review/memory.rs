//! How well a question is remembered: the Free Spaced Repetition Scheduler, version 6, with its
//! default parameters.

use std::sync::LazyLock;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};

use super::rating::Rating;
use crate::quiz::PerMille;

static MODEL: LazyLock<FSRS> = LazyLock::new(FSRS::default);

/// How well a question is remembered.
///
/// ```
/// use vivavoce::review::{Memory, Rating, Retention};
///
/// let failed = Memory::first(Rating::Again);
/// let known = Memory::first(Rating::Good).after(2, Rating::Good).after(11, Rating::Good);
/// assert_eq!(Retention::default().interval(failed), 0);
/// assert!(Retention::default().interval(known) > 30);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Days after which it is still remembered with a chance of nine in ten; more than zero.
    pub stability: f32,
    /// How slowly the stability grows, from 1 to 10.
    pub difficulty: f32,
    /// How the last answer was rated.
    pub rating: Rating,
}

impl Memory {
    /// After the first answer.
    #[must_use]
    pub fn first(rating: Rating) -> Self {
        Self::next(None, 0, rating)
    }

    /// After another answer, `days` after the one before.
    #[must_use]
    pub fn after(self, days: u32, rating: Rating) -> Self {
        Self::next(Some(self), days, rating)
    }

    /// The chance that it is remembered `days` after the last answer.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a chance in thousandths fits, and days beyond 2^24 are all the same"
    )]
    pub fn retrievability(self, days: u32) -> PerMille {
        let chance = current_retrievability(self.state(), days as f32, FSRS6_DEFAULT_DECAY);
        PerMille::new((chance * 1000.0).round() as u16)
    }

    fn next(before: Option<Self>, days: u32, rating: Rating) -> Self {
        let state = before.map(Self::state);
        // The model refuses only what is not finite, and none of its own states is that.
        let next =
            MODEL.next_states(state, Retention::default().share(), days).map(|next| match rating {
                Rating::Again => next.again,
                Rating::Hard => next.hard,
                Rating::Good => next.good,
                Rating::Easy => next.easy,
            });
        let MemoryState { stability, difficulty } = next.map_or_else(
            |_| state.unwrap_or(MemoryState { stability: 1.0, difficulty: 5.0 }),
            |next| next.memory,
        );
        Self { stability, difficulty, rating }
    }

    const fn state(self) -> MemoryState {
        MemoryState { stability: self.stability, difficulty: self.difficulty }
    }
}

/// With which chance a question is still to be remembered when it is due: from 70% to 99%.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention(PerMille);

impl Default for Retention {
    fn default() -> Self {
        Self(PerMille::new(900))
    }
}

impl Retention {
    /// This chance, if it is one to schedule by.
    #[must_use]
    pub fn new(chance: PerMille) -> Option<Self> {
        (700..=990).contains(&chance.thousandths()).then_some(Self(chance))
    }

    /// The chance.
    #[must_use]
    pub const fn chance(self) -> PerMille {
        self.0
    }

    /// Days from the last answer until it is due: none after a failure, else at least one.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the model's intervals are at most a hundred years"
    )]
    pub fn interval(self, memory: Memory) -> u32 {
        if memory.rating == Rating::Again {
            return 0;
        }
        let days = MODEL.next_interval(Some(memory.stability), self.share(), 0);
        days.round().max(1.0) as u32
    }

    fn share(self) -> f32 {
        f32::from(self.0.thousandths()) / 1000.0
    }
}
