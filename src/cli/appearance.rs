//! How a stream wants to be written to.

use std::env::var_os;
use std::io::IsTerminal;

use crate::diagnostic::Drawing;

/// Columns where nobody says how many there are.
const WIDTH: usize = 80;

/// How to draw diagnostics on `stream`: coloured on a terminal that did not refuse it, as wide as
/// the terminal is.
pub fn drawing_for(stream: &impl IsTerminal) -> Drawing {
    Drawing { colour: colour_on(stream), unicode: !is_dumb(), width: width_of(stream) }
}

/// Whether to colour what goes to `stream`: `NO_COLOR` refuses it, `CLICOLOR_FORCE` asks for it, and
/// otherwise a terminal that is not dumb gets it.
pub fn colour_on(stream: &impl IsTerminal) -> bool {
    let asked = |name: &str| var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    if var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return false;
    }
    asked("CLICOLOR_FORCE") || (stream.is_terminal() && !is_dumb())
}

/// Whether the terminal shows line after line and nothing else.
pub fn is_dumb() -> bool {
    var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Columns of `stream`.
pub fn width_of(stream: &impl IsTerminal) -> usize {
    if stream.is_terminal() { columns() } else { WIDTH }
}

fn columns() -> usize {
    crossterm::terminal::size().map_or(WIDTH, |(columns, _)| usize::from(columns).max(20))
}
