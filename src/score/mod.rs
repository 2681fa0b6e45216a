//! Grades added up: the total with topics weighted, each topic and level, and what to study.

#[cfg(test)]
pub(crate) mod sample;
mod study;
mod tally;

pub use study::{Study, weakest};
pub use tally::{LevelScore, Marked, Score, Tally, TopicScore};
