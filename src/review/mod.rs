//! When a question is due: what answers say about how well it is remembered, and for how long.
//!
//! Each answer is a [`Review`] with a [`Rating`]; a question's reviews in order make its [`Card`],
//! whose [`Memory`] is that of the Free Spaced Repetition Scheduler, version 6. A memory and a
//! [`Retention`] say when the question is due.

mod card;
mod days;
mod interview;
mod known;
mod memory;
mod pace;
mod practised;
mod rating;
mod readiness;
mod reviewed;
mod selection;
mod stats;
mod week;

pub use card::{Card, KeywordCount, keyword_counts};
pub use days::days_between;
pub use interview::interview;
pub use known::{Known, KnownKeyword, Standing};
pub use memory::{Memory, Retention};
pub use pace::Pace;
pub use practised::Practised;
pub use rating::{Rating, Thresholds};
pub use readiness::Readiness;
pub use reviewed::{Review, Reviewed, Subject, reviews};
pub use selection::{Askable, missed, weakest};
pub use stats::{Forecast, KeywordFigure, MissedQuestion, Stats, StatsInput, Trend};
pub use week::Week;
