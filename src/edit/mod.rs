//! Changing a quiz file in place: its text in, the changed text out.
//!
//! Nothing that the author wrote is touched beyond what a [`Change`] names: comments, order, blank
//! lines and the way numbers and strings are written stay. A question is named by where it stands in
//! the file, from 0, as in [`Quiz::position`](crate::quiz::Quiz::position); a keyword by its
//! [`CriterionId`](crate::quiz::question::CriterionId), from before any change.
//!
//! [`apply`] knows nothing of quizzes beyond their keys: read what comes out before it is kept.
//!
//! ```
//! use vivavoce::edit::{Change, NewKeyword, apply};
//! use vivavoce::quiz::{PerMille, Weight, question::Need};
//!
//! let file = "title = 'Signals'  # mine\n[[questions]]\nprompt = 'What is sent?'\n";
//! let need = Need::Term { term: "pre_save".into(), aliases: vec!["before save".into()] };
//! let keyword = NewKeyword { weight: Weight::from_thousandths(500), ..NewKeyword::new(need) };
//! let changes = [(0, Change::Keyword(keyword)), (0, Change::FullAt(PerMille::new(800)))];
//! assert_eq!(
//!     apply(file, &changes).unwrap(),
//!     format!(
//!         "{file}full_at = 0.8\nkeywords = [\n  {}\n]\n",
//!         r#"{ term = "pre_save", aliases = ["before save"], weight = 0.5 },"#
//!     ),
//! );
//! ```

mod apply;
mod change;
mod diff;
mod item;
mod list;

pub use apply::{Unfit, apply};
pub use change::{Change, NewKeyword, NewMisconception};
pub use diff::unified;

#[cfg(test)]
mod tests;
