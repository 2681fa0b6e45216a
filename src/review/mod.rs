//! When a question is due: what answers say about how well it is remembered, and for how long.
//!
//! Each answer is a [`Review`] with a [`Rating`]; a question's reviews in order make its [`Card`],
//! whose [`Memory`] is that of the Free Spaced Repetition Scheduler, version 6. A memory and a
//! [`Retention`] say when the question is due.

mod card;
mod choice;
mod days;
mod interview;
mod memory;
mod pace;
mod rating;
mod reviewed;

pub use card::{Card, KeywordCount, keyword_counts};
pub use choice::{Candidate, missed, weakest};
pub use days::days_between;
pub use interview::interview;
pub use memory::{Memory, Retention};
pub use pace::Pace;
pub use rating::{Rating, Thresholds};
pub use reviewed::{Review, Reviewed, Subject, reviews};
