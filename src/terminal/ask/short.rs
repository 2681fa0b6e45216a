//! A word, a name, a command.

use super::widget::{Left, Outcome, line};
use crate::attempt::Given;

/// Lets a short answer be written.
pub fn ask(draft: &Given) -> Outcome<Given> {
    written("Your answer:", draft)
}

/// Lets one line be written.
pub fn written(message: &str, draft: &Given) -> Outcome<Given> {
    let start = match draft {
        Given::Text(text) => text.raw(),
        Given::Parts(_) => "",
    };
    line(message, start, "Enter sends · Esc menu")
        .map(Given::text)
        .map_err(|(how, draft)| Left::By(how, Given::text(draft)))
}
