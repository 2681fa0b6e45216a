//! The widget for each question type.

use super::widget::Outcome;
use super::{boolean, choice, cloze, multi, number, order, short, text};
use crate::attempt::Given;
use crate::quiz::question::Task;
use crate::terminal::interviewer::Asked;
use crate::terminal::unsent::Unsent;

/// Asks `asked`, beginning with what was answered or written before. `redraw` puts the question on
/// the screen again after the window has changed. `unsent` learns of what is written as it is written.
pub fn ask(asked: &Asked<'_>, draft: &Given, unsent: &Unsent, redraw: &dyn Fn()) -> Outcome<Given> {
    match &asked.question.task {
        Task::Text(_) => text::ask(draft, unsent, redraw),
        Task::Short(_) => short::ask(draft, unsent),
        Task::Choice(options) => choice::ask(asked, options, draft),
        Task::Multi(options) => multi::ask(asked, options, draft, unsent),
        Task::Boolean(_) => boolean::ask(draft),
        Task::Number(target) => number::ask(target, draft, unsent),
        Task::Order(sequence) => order::ask(asked, sequence, draft, unsent),
        Task::Cloze(cloze) => cloze::ask(cloze, draft, unsent),
    }
}
