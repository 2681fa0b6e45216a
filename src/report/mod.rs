//! The score report: one value, built in one place, and a face per format that only draws it.
//!
//! [`Report::new`] builds the value from quiz, attempt and grades. Every face is a function of the
//! value into a writer and works nothing out.

pub mod analysis;
mod answered;
mod audience;
mod before;
mod build;
mod certainty;
mod change;
mod compare;
mod conduct;
mod interview;
mod json;
pub(crate) mod marks;
mod migrate;
mod question;
mod ranking;
mod read;
pub(crate) mod record;
mod redact;
pub mod render;
#[cfg(test)]
mod sample;
mod schema;
mod sitting;
pub mod text;
mod value;
mod worth;

pub use audience::{Audience, Redaction};
pub use before::TopicBefore;
pub use certainty::{Certainty, Interval, within_error};
pub use change::Change;
pub use compare::{Before, QuestionBefore};
pub use conduct::{Observed, TakeHome, TakenIn};
pub use interview::{Cause, FIRST, FollowUp};
pub use json::write_json;
pub use question::{
    Fit, FitState, GapReport, HintReport, KeywordReport, MisconceptionReport, PickReport,
    QuestionReport, ResponseReport, Status, Unread,
};
pub use ranking::{Place, Rank, Ranking, Tracker};
pub use read::{ReadError, read_json, read_reports};
pub use render::{
    Extent, Finished, Format, NewSpool, Options, Paper, Pile, Renderer, Rows, Spool, in_memory,
};
#[cfg(feature = "pdf")]
pub use render::{Fonts, MoreFonts, no_more_fonts};
pub use schema::schema;
pub use sitting::{Course, Sitting};
pub use value::{LevelReport, QuizName, Report, StudyReport, TopicReport, VERSION};
pub(crate) use worth::Worths;

#[cfg(test)]
mod tests;
