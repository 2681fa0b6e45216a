//! `viva take`

mod arguments;
mod course;
mod desk;
mod end;
mod hand_in;
mod hold;
mod kept;
mod start;
mod stopwatch;

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use crate::cli::end_signal::is_hang_up;
use crate::cli::history::Clock;
use crate::cli::path::refused;
use crate::cli::place::Place;
use crate::cli::read::{MiB, text_at_most};
use crate::cli::talk::say;
use crate::cli::{Exit, Failure};
use crate::quiz::visible;
use crate::takehome::sheet::{LIMIT, Sheet};
use crate::takehome::sitting::Sitting;
use crate::terminal::{Lines, Unsent};
pub use arguments::Arguments;
use desk::Desk;
use end::End;
use hand_in::Output;
use hold::{hold, lock};
use kept::Kept;
use start::Start;
use stopwatch::Stopwatch;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let sheet = Arc::new(read(&arguments.file)?);
    let kept = Kept::open(&arguments.folder.path()?, sheet.pack.pack)?;
    if arguments.forget {
        return kept.forget();
    }
    let output = Output::new(arguments.output.as_deref(), sheet.pack.pack)?;
    let place = Place::new(arguments.plain);
    let mut lines = place.lines()?;
    let clock = Clock::new()?;
    let now = clock.now();
    let (sitting, now) = match (kept.read(&sheet.pack)?, place) {
        (Some(_), Place::Pipe) => {
            let message = "you have begun with this file; go on in a terminal, or delete what is \
                           kept by --forget";
            return Err(Failure::Usage(message.to_owned()));
        }
        (Some(mut sitting), _) => {
            welcome(&sheet, &sitting)?;
            let now = sitting.resume(now);
            (sitting, now)
        }
        (None, _) => {
            let start =
                Start { arguments, sheet: &sheet, place, kept: &kept, output: &output, now };
            let Some(name) = start.agreed(lines.as_mut())? else { return Ok(Exit::Interrupted) };
            // The time runs from now, not from when the first line was read.
            let sitting = Sitting::begin(&sheet.pack, name, clock.now());
            let now = sitting.last();
            (sitting, now)
        }
    };
    // From a pipe everything comes at once, so that there is nothing to go on with.
    let person = place != Place::Pipe;
    let stopwatch = Stopwatch::new(clock, now);
    let desk = Desk::new(Arc::clone(&sheet), sitting, stopwatch, person.then(|| kept.clone()));
    let desk = Arc::new(Mutex::new(desk));
    let end = converse(&desk, place, lines)?;
    let refused = match end {
        End::Left { interrupted } => {
            match going_on(&kept) {
                // Nobody is left to read it.
                Err(error) if interrupted && is_hang_up(&error) => {}
                said => said?,
            }
            return Ok(if interrupted { Exit::Interrupted } else { Exit::Done });
        }
        End::HandIn { refused } => refused,
        End::TimeUp => {
            say(TIME_UP)?;
            0
        }
    };
    output.hand_in(&mut lock(&desk), person.then_some(&kept)).inspect_err(|_| {
        if person {
            // What went wrong is told in any case.
            let _ = going_on(&kept);
        }
    })?;
    Ok(if refused == 0 { Exit::Done } else { Exit::Unsatisfied })
}

fn going_on(kept: &Kept) -> io::Result<()> {
    say(&format!("Your answers are kept in {}; the same command goes on.", kept.shown()))
}

const TIME_UP: &str = "The time is up. All that you wrote is kept.";

fn converse(desk: &Arc<Mutex<Desk>>, place: Place, lines: Option<Lines>) -> Result<End, Failure> {
    // The time may have come to its end while nobody was here.
    lock(desk).tick(None);
    if lock(desk).sitting.is_over() {
        return Ok(End::TimeUp);
    }
    let unsent = Unsent::default();
    let interviewer = place.interviewer(lines, unsent.clone());
    hold(desk, &unsent, interviewer, place)
}

/// Most that is read of a packed file.
const LONGEST: MiB = MiB((LIMIT >> 20) as u64);

/// Reads a packed file, of which no more comes into memory than one can have.
fn read(path: &Path) -> Result<Sheet, Failure> {
    let wrong = |why: &str| refused(path, visible(why));
    let html = text_at_most(path, LONGEST).map_err(|error| wrong(&error.to_string()))?;
    Sheet::read(&html).map_err(|error| wrong(&error.to_string()))
}

fn welcome(sheet: &Sheet, sitting: &Sitting) -> io::Result<()> {
    say(&sheet.pack.title)?;
    say(if sitting.is_sealed() {
        "You have sealed your answers before. Until the time is up you can change them and seal them again."
    } else {
        "Welcome back. Your answers are all here; the time went on meanwhile."
    })
}
