//! Question and response in, grade out: the points and every reason for them.
//!
//! A [`Grader`] is compiled once from a quiz; [`QuestionGrader::grade`] turns one response into a
//! [`Grade`], never fails, and gives the same result for the same input everywhere. Each question
//! type has its file here; prose is graded in `text`.

mod boolean;
mod choice;
mod claims;
mod cloze;
pub mod explain;
mod finding;
mod grader;
mod number;
mod order;
mod outcome;
mod short;
mod text;

pub use finding::{Evidence, Finding, Findings, NearMissReason, Slip, State, Verdict};
pub use grader::{Grader, Memo, QuestionGrader};
pub use outcome::{Flag, Grade, Match, Outcome};
