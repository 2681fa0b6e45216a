//! Item analysis as test theory has it: what the answers of many candidates say about a quiz.
//!
//! A [`Sample`] takes reports one at a time and keeps a few bytes of each answer; an [`Analysis`]
//! is what it says about the quiz. Every figure carries the number of candidates that it rests on,
//! and below a stated number there is none. `docs/item-analysis.md` has the formulas.
//!
//! Figures are worked out by [`measure`](crate::measure): the same on every machine.

mod analyse;
mod details;
mod discrimination;
mod figure;
mod groups;
mod items;
mod reliability;
mod sample;
mod value;

pub use figure::{Figure, LEAST_FOR_CORRELATION, LEAST_FOR_DIFFICULTY, LEAST_FOR_GROUPS, Withheld};
pub use sample::{OtherQuiz, Sample};
pub use value::{Analysis, Detail, DetailKind, Item, Remark};

#[cfg(test)]
mod tests;
