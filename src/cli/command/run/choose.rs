//! Picking a bundled quiz from a list.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::appearance::{colour_on, width_of};
use crate::cli::{Failure, load};
use crate::quiz::{BUNDLED, Quiz};
use crate::terminal::{Input, Lines, Look, Styled};

/// Lets the person pick with the arrow keys; `None` if they leave.
pub fn with_widget() -> Result<Option<Quiz>, Failure> {
    let picked = crate::terminal::pick_one("Which quiz?", &lines(), colour_on(&io::stderr()))?;
    picked.and_then(|place| BUNDLED.get(place)).map(|quiz| quiz_called(quiz.name)).transpose()
}

/// Lets the person type a number; `None` if they leave.
pub fn in_lines(input: &mut Lines) -> Result<Option<Quiz>, Failure> {
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
            return quiz_called(quiz.name).map(Some);
        }
        writeln!(out, "A number from 1 to {}, please.", BUNDLED.len())?;
    }
}

fn quiz_called(name: &str) -> Result<Quiz, Failure> {
    Ok(load(Path::new(name))?.quiz)
}

/// A line per quiz: its name, and what it says of itself.
fn lines() -> Vec<String> {
    BUNDLED.iter().map(|quiz| format!("{}: {}", quiz.name, quiz.description)).collect()
}
