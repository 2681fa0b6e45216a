//! `viva run`

mod answers_file;
mod arguments;
mod choose;
mod conversation;
mod course;
mod report_file;
mod resume;
mod until_signal;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::attempt::{Millis, Mode, Selection, Start, draw};
use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::history::{Asked, Clock, Journal};
use crate::cli::place::Place;
use crate::cli::{Exit, Failure, Format};
use crate::quiz::{AnswerText, Quiz, TopicId};
use crate::report::text::{Style, write_text};
use crate::report::{Report, write_json};
use crate::terminal::{Ending, Interviewer, Lines, Scripted, Stop, Unsent, paint_role};
pub use arguments::Arguments;
use conversation::{Conversation, Keeping};
use course::{Course, Wanted};
use report_file::ReportFile;

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let place = Place::new(arguments.plain);
    let mut lines = if arguments.answers.is_none() { place.lines()? } else { None };
    let Some(argument) = argument(arguments, place, lines.as_mut())? else {
        return Ok(Exit::Interrupted);
    };
    let asked = Asked::load(&argument)?;
    let clock = Clock::new()?;
    let start = start(arguments, asked.quiz(), clock.now())?;
    let mut history = course::history(arguments)?;
    let wanted = Wanted { arguments, place, start, now: clock.now() };
    let Some(course) = wanted.course(history.as_mut(), asked, lines.as_mut())? else {
        return Ok(Exit::Interrupted);
    };
    let Course { asked, attempt, resumed } = course;
    let unsent = Unsent::default();
    let interviewer = interviewer(arguments, asked.quiz(), place, lines, unsent.clone())?;
    let read: Vec<_> = [&arguments.quiz, &arguments.answers].into_iter().flatten().collect();
    let files = report_file::open_all(&arguments.report, &read)?;
    let journal = history.map(|store| Journal::new(store, clock, asked.clone(), resumed));
    let random = arguments.shuffle || arguments.count.is_some();
    let conversation = Conversation { asked, unsent, random };
    let (keeping, ending) = conversation.hold(Keeping { attempt, files, journal }, interviewer)?;
    let report = conversation.asked.report(&keeping.attempt);
    print(&report, arguments)?;
    keeping.files.iter().try_for_each(ReportFile::warn)?;
    let trouble = keeping.files.iter().filter_map(ReportFile::trouble);
    match Failure::all(trouble.map(|trouble| Failure::Input(trouble.to_owned()))) {
        Some(failure) => Err(failure),
        None => Ok(exit(arguments, &report, ending)),
    }
}

/// What names the quiz to take; `None` if the person left the list.
fn argument(
    arguments: &Arguments,
    place: Place,
    lines: Option<&mut Lines>,
) -> Result<Option<PathBuf>, Failure> {
    match (&arguments.quiz, place, lines) {
        (Some(path), ..) => Ok(Some(path.clone())),
        (None, Place::Screen, _) => Ok(choose::with_widget()?),
        (None, Place::Lines, Some(lines)) => Ok(choose::in_lines(lines)?),
        (None, ..) => Err(Failure::Usage("name a quiz to run; `viva list` shows them".into())),
    }
}

fn interviewer(
    arguments: &Arguments,
    quiz: &Quiz,
    place: Place,
    lines: Option<Lines>,
    unsent: Unsent,
) -> Result<Box<dyn Interviewer + Send>, Failure> {
    if let Some(path) = &arguments.answers {
        let answers = answers_file::read(path, quiz)?;
        return Ok(Box::new(Scripted::new(answers, path.to_string_lossy().into_owned())));
    }
    Ok(place.interviewer(lines, unsent)?)
}

fn start(arguments: &Arguments, quiz: &Quiz, now: Millis) -> Result<Start, Failure> {
    let selection = Selection {
        topics: arguments.topic.iter().map(TopicId::new).collect(),
        levels: arguments.level.clone(),
        tags: arguments.tag.clone(),
        count: arguments.count.map(|count| count as usize),
        shuffle: arguments.shuffle,
        seed: arguments.seed.unwrap_or_else(short_seed),
    };
    let questions = draw(quiz, &selection).map_err(|error| Failure::Usage(error.to_string()))?;
    Ok(Start {
        quiz: quiz.digest,
        candidate: arguments.candidate.as_ref().map(AnswerText::new),
        started: now,
        mode: if arguments.exam { Mode::Exam } else { Mode::Practice },
        seed: selection.seed,
        time_limit: arguments.time_limit.or(quiz.time_limit).map(Millis::from),
        questions,
    })
}

/// A seed that is easy to type.
fn short_seed() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::from(now.subsec_micros()) ^ (now.as_secs() % 1_000_000)
}

fn print(report: &Report, arguments: &Arguments) -> Result<(), Failure> {
    let stdout = io::stdout();
    let colour = colour_on(&stdout) && !arguments.plain;
    colored::control::set_override(colour);
    let mut out = stdout.lock();
    match arguments.format {
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

fn exit(arguments: &Arguments, report: &Report, ending: Ending) -> Exit {
    let failed = arguments.require_pass && !report.passed;
    match ending {
        Ending { stopped: Some(Stop::Interrupt), .. } => Exit::Interrupted,
        Ending { refused: 1.., .. } => Exit::Unsatisfied,
        _ if failed => Exit::Unsatisfied,
        _ => Exit::Done,
    }
}
