//! What is said and asked outside the questions.

use std::io::{self, IsTerminal, Write};

use super::appearance::width_of;
use super::end_signal::is_hang_up;
use super::interruptible::Interruptible;
use super::place::Place;
use crate::terminal::{Input, Lines, Look, Styled, Unsent, leave_raw_mode};

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

/// What comes of asking at the screen; `None` also where the process is told to end meanwhile.
pub fn at_screen<T: Send + 'static>(
    ask: impl FnOnce() -> io::Result<Option<T>> + Send + 'static,
) -> io::Result<Option<T>> {
    match Interruptible::begin(Place::Screen, &Unsent::default(), ask)?.wait() {
        Some(Err(error)) if is_hang_up(&error) => Ok(None),
        Some(asked) => asked,
        None => leave_raw_mode().map(|()| None),
    }
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
