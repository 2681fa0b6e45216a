//! When a question is due: what answers say about how well it is remembered, and for how long.
//!
//! Each answer is a [`Review`] with a [`Rating`]; a question's reviews in order make its [`Card`],
//! whose [`Memory`] is that of the Free Spaced Repetition Scheduler, version 6. A memory and a
//! [`Retention`] say when the question is due.

mod card;
mod days;
mod memory;
mod rating;
mod reviewed;

pub use card::{Card, KeywordCount, keyword_counts};
pub use days::days_between;
pub use memory::{Memory, Retention};
pub use rating::{Rating, Thresholds};
pub use reviewed::{Review, Reviewed, Subject, reviews};
