//! What is said and asked outside the questions.

use std::io::{self, Write};

use super::appearance::width_of;
use crate::terminal::{Input, Lines, Look, Styled};

/// Says `text` on stderr.
pub fn say(text: &str) -> io::Result<()> {
    let mut out = io::stderr();
    for row in Styled::new(Look::Plain, text).wrap(width_of(&out), "", "") {
        writeln!(out, "{row}")?;
    }
    Ok(())
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
