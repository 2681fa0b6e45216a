//! Prose: several sentences in the line editor.

use super::widget::{Left, Outcome};
use crate::attempt::Given;
use crate::terminal::Unsent;
use crate::terminal::prose::{self, Draft, Leave, Written};

/// Lets prose be written.
pub fn ask(draft: &Given, unsent: &Unsent, redraw: &dyn Fn()) -> Outcome<Given> {
    let mut draft = Draft::new(text_of(draft));
    loop {
        let colour = colored::control::SHOULD_COLORIZE.should_colorize();
        match prose::write(&draft, colour, unsent)? {
            Written::Sent(text) => return Ok(Given::text(text)),
            Written::Left(kept, Leave::Resize) => {
                draft = kept;
                redraw();
            }
            Written::Left(kept, how) => return Err(Left::By(how, Given::text(kept.text))),
        }
    }
}

/// What a draft says, if it is one text.
pub fn text_of(given: &Given) -> &str {
    match given {
        Given::Text(text) => text.raw(),
        Given::Parts(_) => "",
    }
}
