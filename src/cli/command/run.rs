//! `viva run`

mod arguments;
mod choose;
mod course;
mod resume;
mod start;

use std::path::PathBuf;

use crate::cli::history::{Asked, Clock, follow_names};
use crate::cli::place::Place;
use crate::cli::sitting::{Holding, Seat, hold};
use crate::cli::talk::say;
use crate::cli::{Exit, Failure};
pub use arguments::Arguments;
use course::Wanted;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let settings = arguments.manner.folder.settings()?;
    let arguments = &arguments.settled(&settings);
    let (manner, thresholds) = (&arguments.manner, settings.thresholds());
    let mut seat = Seat::new(manner)?;
    let quizzes = quizzes(arguments, &mut seat)?;
    if quizzes.is_empty() {
        return Ok(Exit::Interrupted);
    }
    let asked = Asked::load(&quizzes)?;
    let clock = Clock::new()?;
    let mut history = manner.history()?;
    if let Err(error) = follow_names(history.as_mut(), &asked) {
        say(&error.to_string())?;
    }
    let start = start::start(arguments, &asked, history.as_mut(), thresholds, clock.now())?;
    let start = seat.begin(manner, start);
    let wanted = Wanted { arguments, place: seat.place, start, thresholds, now: clock.now() };
    let Some(course) = wanted.course(history.as_mut(), asked, seat.lines.as_mut())? else {
        return Ok(Exit::Interrupted);
    };
    let random = start::is_random(arguments);
    hold(Holding { manner, seat, history, thresholds, clock, random, quizzes: &quizzes }, course)
}

/// What names the quizzes to take; nothing if the person left the list.
fn quizzes(arguments: &Arguments, seat: &mut Seat) -> Result<Vec<PathBuf>, Failure> {
    if !arguments.quizzes.is_empty() {
        return Ok(arguments.quizzes.clone());
    }
    let picked = match (seat.place, &mut seat.lines) {
        (Place::Screen, _) => choose::with_widget()?,
        (Place::Lines, Some(lines)) => choose::in_lines(lines)?,
        _ => return Err(Failure::Usage("name a quiz to run; `viva list` shows them".into())),
    };
    Ok(picked.into_iter().collect())
}
