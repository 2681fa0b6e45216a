//! The widgets: one file per question type, each from the first key to an answer or a way out.

mod boolean;
mod choice;
mod cloze;
mod multi;
mod number;
mod order;
mod short;
mod text;
mod typed;
mod widget;

pub use text::edited;
pub use typed::{instruction, numbered, parted, shown};
pub use widget::{Left, Outcome, pick, theme, tick};

use super::interviewer::Asked;
use super::unsent::Unsent;
use crate::attempt::Given;
use crate::quiz::question::Task;

/// Asks `asked`, beginning with what was answered or written before. `redraw` puts the question on
/// the screen again after the window has changed. `unsent` learns of prose as it is written.
pub fn ask(asked: &Asked<'_>, draft: &Given, unsent: &Unsent, redraw: &dyn Fn()) -> Outcome<Given> {
    match &asked.question.task {
        Task::Text(_) => text::ask(draft, unsent, redraw),
        Task::Short(_) => short::ask(draft),
        Task::Choice(options) => choice::ask(asked, options, draft),
        Task::Multi(options) => multi::ask(asked, options, draft),
        Task::Boolean(_) => boolean::ask(draft),
        Task::Number(target) => number::ask(target, draft),
        Task::Order(sequence) => order::ask(asked, sequence, draft),
        Task::Cloze(cloze) => cloze::ask(cloze, draft),
    }
}
