//! Picking a bundled quiz from a list.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::cli::appearance::{colour_on, width_of};
use crate::cli::talk::at_screen;
use crate::quiz::BUNDLED;
use crate::terminal::{Input, Lines, Look, Styled, pick_one};

/// Lets the person pick with the arrow keys; `None` if they leave.
pub fn with_widget() -> io::Result<Option<PathBuf>> {
    let picked = at_screen(|| pick_one("Which quiz?", &lines(), colour_on(&io::stderr())))?;
    Ok(picked.and_then(|place| BUNDLED.get(place)).map(|quiz| PathBuf::from(quiz.name)))
}

/// Lets the person type a number; `None` if they leave.
pub fn in_lines(input: &mut Lines) -> io::Result<Option<PathBuf>> {
    let mut out = io::stderr();
    for (number, line) in (1..).zip(lines()) {
        let line = Styled::new(Look::Plain, line);
        for row in line.wrap(width_of(&out), &format!("{number}. "), "   ") {
            writeln!(out, "{row}")?;
        }
    }
    loop {
        write!(out, "Number of the quiz: ")?;
        out.flush()?;
        let Input::Line(line) = input.take()? else { return Ok(None) };
        let number = line.trim().parse::<usize>().ok();
        if let Some(quiz) = number.and_then(|number| BUNDLED.get(number.checked_sub(1)?)) {
            return Ok(Some(PathBuf::from(quiz.name)));
        }
        writeln!(out, "A number from 1 to {}, please.", BUNDLED.len())?;
    }
}

/// A line per quiz: its name, and what it says of itself.
fn lines() -> Vec<String> {
    BUNDLED.iter().map(|quiz| format!("{}: {}", quiz.name, quiz.description)).collect()
}
