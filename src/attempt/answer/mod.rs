//! Answers as data: how they stand in files, pipes and events, and what they mean to a question.
//!
//! Options and items are kept by their texts, so that an answer still means the same after the
//! quiz's author moved them.

mod excerpt;
mod given;
mod number;
mod read;

pub use excerpt::excerpt;
pub use given::{Drafts, Given};
pub use read::{Unreadable, read, write};
