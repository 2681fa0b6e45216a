//! What the person sits at.

use std::io::{self, IsTerminal};

use super::arguments::Arguments;
use crate::cli::appearance::is_dumb;
use crate::terminal::Lines;

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
    /// What this process sits at.
    pub fn new(arguments: &Arguments) -> Self {
        let screens = [io::stderr().is_terminal(), io::stdout().is_terminal()];
        if !io::stdin().is_terminal() || !screens.contains(&true) {
            Self::Pipe
        } else if arguments.plain || is_dumb() || screens.contains(&false) {
            Self::Lines
        } else {
            Self::Screen
        }
    }

    /// Lines of stdin, where that is how answers come.
    pub fn lines(self, arguments: &Arguments) -> io::Result<Option<Lines>> {
        let typed = self != Self::Screen && arguments.answers.is_none();
        typed.then(Lines::start).transpose()
    }
}
