//! A word, a name, a command.

use std::sync::Arc;

use super::widget::{Outcome, line};
use crate::attempt::Given;
use crate::terminal::unsent::Unsent;

/// Lets a short answer be written.
pub fn ask(draft: &Given, unsent: &Unsent) -> Outcome<Given> {
    written("Your answer:", draft, unsent)
}

/// Lets one line be written.
pub fn written(message: &str, draft: &Given, unsent: &Unsent) -> Outcome<Given> {
    let start = match draft {
        Given::Text(text) => text.raw(),
        Given::Parts(_) => "",
    };
    let whole = Arc::new(|text: &str| Given::text(text));
    line(message, start, "Enter sends · Esc menu", unsent, whole).map(Given::text)
}
