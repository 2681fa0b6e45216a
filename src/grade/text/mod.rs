//! Prose against a rubric of keywords and misconceptions.
//!
//! The matcher says where terms stand. From there: which places count (`standing`: not negated, not
//! copied from the prompt), which conditions they meet (`condition`, `judge`, `window`), what that earns
//! (`tally`).

mod condition;
mod echo;
mod grader;
mod judge;
mod list;
mod memo;
mod negation;
mod sides;
mod standing;
mod tally;
mod terms;
mod window;

pub(super) use grader::TextGrader;
pub(super) use memo::Memo;
pub(super) use negation::Cues;
pub(super) use tally::Scale;
