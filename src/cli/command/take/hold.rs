//! The conversation on a thread of its own, while this one watches the time and listens for signals.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::course::Course;
use super::desk::Desk;
use super::end::End;
use crate::cli::Failure;
use crate::cli::end_signal::is_hang_up;
use crate::cli::interruptible::{Heard, Interruptible};
use crate::cli::place::Place;
use crate::terminal::{Interviewer, Unsent, leave_raw_mode};

/// How often the time and what is written are looked at.
const GLANCE: Duration = Duration::from_millis(500);

/// Asks until the person hands in or leaves, the time is up, or the process is told to end.
pub fn hold(
    desk: &Arc<Mutex<Desk>>,
    unsent: &Unsent,
    mut interviewer: Box<dyn Interviewer + Send>,
    place: Place,
) -> Result<End, Failure> {
    let course = Course { desk: Arc::clone(desk), person: place != Place::Pipe };
    let talk = move || course.talk(interviewer.as_mut());
    let talk = Interruptible::begin(place, unsent, talk)?;
    let end = loop {
        match talk.wait_for(GLANCE) {
            Heard::Done(Err(error)) if place != Place::Pipe && is_hang_up(&error) => break LEFT,
            Heard::Done(end) => return Ok(end?),
            Heard::End => break LEFT,
            Heard::Nothing => {
                if lock(desk).tick(unsent.so_far().as_ref()) {
                    break End::TimeUp;
                }
            }
        }
    };
    let mut desk = lock(desk);
    desk.tick(unsent.so_far().as_ref());
    desk.save();
    leave_raw_mode()?;
    Ok(end)
}

const LEFT: End = End::Left { interrupted: true };

/// The desk, whoever has held it before.
pub fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}
