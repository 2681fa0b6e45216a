//! What is said and asked outside the questions.

use std::io::{self, IsTerminal, Write};

use super::appearance::width_of;
use crate::terminal::{Input, Lines, Look, Styled};

/// Says `text` on stderr.
pub fn say(text: &str) -> io::Result<()> {
    write(io::stderr().lock(), text)
}

/// Says what was done on stdout.
pub fn say_done(text: &str) -> io::Result<()> {
    write(io::stdout().lock(), text)
}

/// Fits `text` to a terminal; other programs get each line of it as one.
fn write(mut out: impl Write + IsTerminal, text: &str) -> io::Result<()> {
    let text = Styled::new(Look::Plain, text);
    let width = if out.is_terminal() { width_of(&out) } else { usize::MAX };
    text.wrap(width, "", "").iter().try_for_each(|row| writeln!(out, "{row}"))
}

/// A line that was typed; `None` where the input ended or Ctrl-C was pressed.
pub fn typed(lines: &mut Lines, prompt: &str) -> io::Result<Option<String>> {
    write!(io::stderr(), "{prompt}")?;
    io::stderr().flush()?;
    match lines.take()? {
        Input::Line(line) => Ok(Some(line)),
        _ => Ok(None),
    }
}
