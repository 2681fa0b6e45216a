//! The score report: one value, built in one place, and a face per format that only draws it.
//!
//! [`Report::new`] builds the value from quiz, attempt and grades. Every face is a function of the
//! value into a writer and works nothing out.

mod answered;
mod build;
mod json;
mod question;
#[cfg(test)]
mod sample;
mod schema;
pub mod text;
mod value;

pub use json::{ReadError, read_json, write_json};
pub use question::{
    Fit, FitState, GapReport, HintReport, KeywordReport, MisconceptionReport, PickReport,
    QuestionReport, ResponseReport, Status,
};
pub use schema::schema;
pub use value::{LevelReport, QuizName, Report, StudyReport, TopicReport, VERSION};

#[cfg(test)]
mod tests;
