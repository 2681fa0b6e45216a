//! From the first question to the exit code.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use super::conversation::{Conversation, Keeping};
use super::course::Course;
use super::manner::Manner;
use super::report_file::{self, ReportFile};
use super::seat::Seat;
use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::end_signal::is_hang_up;
use crate::cli::history::{Clock, Journal};
use crate::cli::{Exit, Failure, Format};
use crate::report::text::{Style, write_text};
use crate::report::{Report, write_json};
use crate::review::Thresholds;
use crate::store::Store;
use crate::terminal::{Ending, Unsent, paint_role};

/// What an attempt is held with.
pub struct Holding<'a> {
    /// How it is held.
    pub manner: &'a Manner,
    /// Where the person sits.
    pub seat: Seat,
    /// The history, if it is kept.
    pub history: Option<Store>,
    /// How answers are rated.
    pub thresholds: Thresholds,
    /// The wall clock.
    pub clock: Clock,
    /// Whether the seed decided which questions are asked, or in which order.
    pub random: bool,
    /// The files that the questions came from.
    pub quizzes: &'a [PathBuf],
}

/// Holds an attempt to its end, prints its report, and says how it ended.
pub fn hold(holding: Holding<'_>, course: Course) -> Result<Exit, Failure> {
    let Holding { manner, seat, history, thresholds, clock, random, quizzes } = holding;
    let Course { asked, attempt, drafts, resumed } = course;
    let unsent = Unsent::default();
    let place = seat.place;
    let interviewer = seat.interviewer(manner, asked.quiz(), unsent.clone())?;
    let read: Vec<_> = quizzes.iter().chain(&manner.answers).collect();
    let files = report_file::open_all(&manner.report, &read)?;
    // Without it the report says less, and is whole all the same.
    let before = history.as_ref().and_then(|store| asked.before(store, &attempt).ok());
    let journal =
        history.map(|store| Journal::new(store, clock, asked.clone(), thresholds, resumed));
    let conversation = Conversation { asked, place, unsent, drafts, random };
    let (keeping, ending) = conversation.hold(Keeping { attempt, files, journal }, interviewer)?;
    let report = conversation.asked.report(&keeping.attempt);
    let report = report.with_before(&before.unwrap_or_default());
    match print(&report, manner) {
        // Nobody is left to read it.
        Err(Failure::Io(error)) if is_hang_up(&error) && ending.was_interrupted() => {}
        printed => printed?,
    }
    keeping.files.iter().try_for_each(ReportFile::warn)?;
    let trouble = keeping.files.iter().filter_map(ReportFile::trouble);
    match Failure::all(trouble.map(|trouble| Failure::Input(trouble.to_owned()))) {
        Some(failure) => Err(failure),
        None => Ok(exit(manner, &report, ending)),
    }
}

fn print(report: &Report, manner: &Manner) -> Result<(), Failure> {
    let stdout = io::stdout();
    let colour = colour_on(&stdout) && !manner.plain;
    colored::control::set_override(colour);
    let mut out = stdout.lock();
    match manner.format {
        Format::Json => write_json(report, &mut out)?,
        Format::Text => {
            if stdout_follows_questions() {
                writeln!(out)?;
            }
            let style = Style { width: width_of(&out), unicode: !is_dumb(), paint: paint_role };
            write_text(report, &style, 0, &mut out)?;
        }
    }
    Ok(out.flush()?)
}

/// Whether the report comes right below the conversation.
fn stdout_follows_questions() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

fn exit(manner: &Manner, report: &Report, ending: Ending) -> Exit {
    let failed = manner.require_pass && !report.passed;
    match ending {
        _ if ending.was_interrupted() => Exit::Interrupted,
        Ending { refused: 1.., .. } => Exit::Unsatisfied,
        _ if failed => Exit::Unsatisfied,
        _ => Exit::Done,
    }
}
