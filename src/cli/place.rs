//! What the person sits at, and who asks there.

use std::io::{self, IsTerminal};

use super::appearance::{colour_on, is_dumb};
use crate::terminal::{Interactive, Interviewer, Lines, Piped, Plain, Unsent};

/// What the person sits at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A terminal that can move its cursor.
    Screen,
    /// A terminal that shows line after line.
    Lines,
    /// No terminal.
    Pipe,
}

impl Place {
    /// What this process sits at; `plain` asks for lines.
    pub fn new(plain: bool) -> Self {
        let screens = [io::stderr().is_terminal(), io::stdout().is_terminal()];
        if !io::stdin().is_terminal() || !screens.contains(&true) {
            Self::Pipe
        } else if plain || is_dumb() || screens.contains(&false) {
            Self::Lines
        } else {
            Self::Screen
        }
    }

    /// Lines of stdin, where that is how answers come.
    pub fn lines(self) -> io::Result<Option<Lines>> {
        (self != Self::Screen).then(Lines::start).transpose()
    }

    /// Who asks here; tells `unsent` what is written.
    pub fn interviewer(self, lines: Option<Lines>, unsent: Unsent) -> Box<dyn Interviewer + Send> {
        let colour = colour_on(&io::stderr()) && self == Self::Screen;
        colored::control::set_override(colour);
        match (self, lines) {
            (Self::Lines, Some(lines)) if io::stderr().is_terminal() => {
                Box::new(Plain::new(lines, Box::new(io::stderr()), unsent))
            }
            (Self::Lines, Some(lines)) => {
                Box::new(Plain::new(lines, Box::new(io::stdout()), unsent))
            }
            (Self::Pipe, Some(lines)) => Box::new(Piped::new(lines)),
            _ => Box::new(Interactive::new(colour, unsent)),
        }
    }
}
