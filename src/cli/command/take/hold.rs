//! The conversation on a thread of its own, while this one watches the time and listens for signals.

use std::io;
use std::panic::resume_unwind;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::course::Course;
use super::desk::Desk;
use super::end::End;
use crate::cli::Failure;
use crate::terminal::{Interviewer, Unsent, leave_raw_mode};

/// How often the time and what is written are looked at.
const GLANCE: Duration = Duration::from_millis(500);

/// What this thread waits for.
enum Heard {
    Talked(io::Result<End>),
    Signal,
}

/// Asks until the person hands in or leaves, the time is up, or the process is told to end. The
/// thread that asks may still wait for a key then; nothing that it does counts any more.
pub fn hold(
    desk: &Arc<Mutex<Desk>>,
    unsent: &Unsent,
    mut interviewer: Box<dyn Interviewer + Send>,
    person: bool,
) -> Result<End, Failure> {
    let (send, heard) = channel();
    listen(send.clone())?;
    let course = Course { desk: Arc::clone(desk), person };
    let talk = move || {
        // Nobody listens any more once the time is up.
        let _ = send.send(Heard::Talked(course.talk(interviewer.as_mut())));
    };
    let talker = thread::Builder::new().name("conversation".to_owned()).spawn(talk)?;
    let end = loop {
        match heard.recv_timeout(GLANCE) {
            Ok(Heard::Talked(end)) => return Ok(end?),
            Ok(Heard::Signal) => break End::Left { interrupted: true },
            Err(RecvTimeoutError::Timeout) if !talker.is_finished() => {
                if lock(desk).tick(unsent.so_far().as_ref()) {
                    break End::TimeUp;
                }
            }
            Err(_) => {
                return talker.join().map_or_else(|panic| resume_unwind(panic), |()| Ok(LEFT));
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

/// Sends word when the process is told to end (`SIGTERM`, or `SIGHUP` when the terminal is gone).
#[cfg(unix)]
fn listen(send: Sender<Heard>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP])?;
    let wait = move || {
        if signals.forever().next().is_some() {
            // The conversation may have ended at the same moment.
            let _ = send.send(Heard::Signal);
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(wait).map(drop)
}

/// No signal can be heard here.
#[cfg(not(unix))]
fn listen(_: Sender<Heard>) -> io::Result<()> {
    Ok(())
}
