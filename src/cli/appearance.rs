//! How a stream wants to be written to.

use std::io::IsTerminal;

use crate::diagnostic::Drawing;

/// Columns where nobody says how many there are.
const WIDTH: usize = 80;

/// How to draw diagnostics on `stream`: coloured on a terminal that did not refuse it, as wide as
/// the terminal is.
pub fn drawing_for(stream: &impl IsTerminal) -> Drawing {
    let terminal = stream.is_terminal();
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    Drawing {
        colour: terminal && !dumb && !no_colour,
        unicode: !dumb,
        width: if terminal { columns() } else { WIDTH },
    }
}

fn columns() -> usize {
    crossterm::terminal::size().map_or(WIDTH, |(columns, _)| usize::from(columns).max(20))
}
