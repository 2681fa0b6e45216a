//! Answers typed as a line: what can be picked, with numbers, and how to type it.

use crate::attempt::Given;
use crate::quiz::AnswerText;
use crate::quiz::question::Task;
use crate::terminal::interviewer::Asked;
use crate::terminal::styled::{Look, Styled};

/// The options or items of a question, numbered in the order shown.
#[must_use]
pub fn numbered(asked: &Asked<'_>, width: usize) -> Vec<String> {
    let texts = match &asked.question.task {
        Task::Choice(options) | Task::Multi(options) => {
            let ids = super::choice::in_order(options, &asked.drawn.shown);
            super::choice::texts(options, &ids)
        }
        Task::Order(sequence) => {
            let ids = super::order::in_order(sequence, &asked.drawn.shown);
            super::order::texts(sequence, &ids)
        }
        _ => Vec::new(),
    };
    let lines = (1..).zip(texts).flat_map(|(number, text)| {
        Styled::new(Look::Plain, text).wrap(width, &format!("{number}. "), "   ")
    });
    let mut lines: Vec<String> = lines.collect();
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}

/// How to type the answer.
#[must_use]
pub fn instruction(asked: &Asked<'_>) -> String {
    let how = match &asked.question.task {
        Task::Text(_) => {
            return "Write your answer. An empty line ends it; an empty line at once opens the menu."
                .to_owned();
        }
        Task::Short(_) => "Write your answer".to_owned(),
        Task::Choice(_) => "Write the number of your answer".to_owned(),
        Task::Multi(_) => "Write the numbers of all that are right, with commas".to_owned(),
        Task::Boolean(_) => "Write true or false".to_owned(),
        Task::Number(target) => match &target.unit {
            Some(unit) => format!("Write a number, in {}", crate::quiz::visible(unit)),
            None => "Write a number".to_owned(),
        },
        Task::Order(_) => "Write the numbers in the right order, with commas".to_owned(),
        Task::Cloze(cloze) => match cloze.gaps().count() {
            1 => "Write what belongs into the gap".to_owned(),
            gaps => format!("Write what belongs into the {gaps} gaps, with | between"),
        },
    };
    format!("{how}; an empty line opens the menu.")
}

/// A typed line as an answer: numbers may stand with commas or blanks between.
#[must_use]
pub fn parted(asked: &Asked<'_>, line: &str) -> Given {
    let numbers = || line.split([',', ' ', '|']).map(str::trim).filter(|part| !part.is_empty());
    let listed = matches!(asked.question.task, Task::Multi(_) | Task::Order(_))
        && numbers().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if listed { Given::parts(numbers()) } else { Given::text(line) }
}

/// An answer given before.
#[must_use]
pub fn shown(given: &Given, width: usize) -> Vec<String> {
    let text = match given {
        Given::Text(text) => text.raw().to_owned(),
        Given::Parts(parts) => parts.iter().map(AnswerText::raw).collect::<Vec<_>>().join(" | "),
    };
    Styled::new(Look::Plain, format!("Your answer so far: {text}")).wrap(width, "", "  ")
}
