//! `viva run`

mod answers_file;
mod choose;
mod conversation;
mod report_file;
mod until_signal;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::attempt::{Attempt, Millis, Mode, Selection, Start, draw};
use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::{Exit, Failure, Format, load};
use crate::grade::Grader;
use crate::quiz::{AnswerText, Level, Quiz, TopicId};
use crate::report::text::{Style, write_text};
use crate::report::{Report, write_json};
use crate::terminal::{
    Ending, Interactive, Interviewer, Lines, Piped, Plain, Scripted, Stop, Unsent, paint_role,
};
use conversation::Conversation;

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that a person types")]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz; without it, pick from a list
    quiz: Option<PathBuf>,
    /// Ask only about this topic, by id; repeatable
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Ask only questions of this level; repeatable
    #[arg(long, value_parser = level_parser())]
    level: Vec<Level>,
    /// Ask only questions with this tag; repeatable
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// Ask at most so many questions, drawn at random
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    count: Option<u32>,
    /// Put questions and options in random order
    #[arg(long)]
    shuffle: bool,
    /// Repeat a random draw; the report names the seed
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Stop asking after this time, such as `45m`; the quiz may set one itself
    #[arg(long, value_name = "TIME", value_parser = time_limit)]
    time_limit: Option<Duration>,
    /// Reveal nothing until the end
    #[arg(long)]
    exam: bool,
    /// Who takes the quiz, for the report
    #[arg(long, value_name = "NAME")]
    candidate: Option<String>,
    /// Exit with 1 when the result is below the pass mark
    #[arg(long)]
    require_pass: bool,
    /// What to print at the end
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Also write the report to a file, in the format of its ending (`viva report --help` lists
    /// them); repeatable
    #[arg(long, value_name = "FILE")]
    report: Vec<PathBuf>,
    /// Take the answers from a TOML or JSON file, by question id
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Ask in plain lines, without cursor movement, for screen readers
    #[arg(long)]
    plain: bool,
}

fn level_parser() -> impl TypedValueParser<Value = Level> {
    PossibleValuesParser::new(Level::ALL.map(Level::as_str)).map(|name| {
        Level::ALL.into_iter().find(|level| level.as_str() == name).unwrap_or(Level::Junior)
    })
}

fn time_limit(written: &str) -> Result<Duration, String> {
    match humantime::parse_duration(written) {
        Ok(Duration::ZERO) => Err("that is no time at all".to_owned()),
        limit => limit.map_err(|error| error.to_string()),
    }
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let place = Place::new(arguments);
    let mut lines = place.lines(arguments)?;
    let Some(quiz) = quiz(arguments, place, lines.as_mut())? else { return Ok(Exit::Interrupted) };
    let unsent = Unsent::default();
    let interviewer = interviewer(arguments, &quiz, place, lines, unsent.clone())?;
    let attempt = Attempt::begin(start(arguments, &quiz)?);
    let read: Vec<_> = [&arguments.quiz, &arguments.answers].into_iter().flatten().collect();
    let files = report_file::open_all(&arguments.report, &read)?;
    let grader = Arc::new(Grader::new(&quiz));
    let random = arguments.shuffle || arguments.count.is_some();
    let conversation = Conversation { quiz: Arc::new(quiz), grader, unsent, random };
    let (attempt, ending) = conversation.hold(attempt, files, interviewer)?;
    let report = conversation.report(&attempt);
    print(&report, arguments)?;
    Ok(exit(arguments, &report, ending))
}

/// What the person sits at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A terminal that can move its cursor.
    Screen,
    /// A terminal that shows line after line.
    Lines,
    /// No terminal.
    Pipe,
}

impl Place {
    fn new(arguments: &Arguments) -> Self {
        let screens = [io::stderr().is_terminal(), io::stdout().is_terminal()];
        if !io::stdin().is_terminal() || !screens.contains(&true) {
            Self::Pipe
        } else if arguments.plain || is_dumb() || screens.contains(&false) {
            Self::Lines
        } else {
            Self::Screen
        }
    }

    /// Lines of stdin, where that is how answers come.
    fn lines(self, arguments: &Arguments) -> io::Result<Option<Lines>> {
        let typed = self != Self::Screen && arguments.answers.is_none();
        typed.then(Lines::start).transpose()
    }
}

/// The quiz to take; `None` if the person left the list.
fn quiz(
    arguments: &Arguments,
    place: Place,
    lines: Option<&mut Lines>,
) -> Result<Option<Quiz>, Failure> {
    match (&arguments.quiz, place, lines) {
        (Some(path), ..) => Ok(Some(load(path)?.quiz)),
        (None, Place::Screen, _) => choose::with_widget(),
        (None, Place::Lines, Some(lines)) => choose::in_lines(lines),
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
    let colour = colour_on(&io::stderr()) && place == Place::Screen;
    colored::control::set_override(colour);
    if let Some(path) = &arguments.answers {
        let answers = answers_file::read(path, quiz)?;
        return Ok(Box::new(Scripted::new(answers, path.to_string_lossy().into_owned())));
    }
    Ok(match (place, lines) {
        (Place::Lines, Some(lines)) if io::stderr().is_terminal() => {
            Box::new(Plain::new(lines, Box::new(io::stderr()), unsent))
        }
        (Place::Lines, Some(lines)) => Box::new(Plain::new(lines, Box::new(io::stdout()), unsent)),
        (Place::Pipe, Some(lines)) => Box::new(Piped::new(lines)),
        _ => Box::new(Interactive::new(colour, unsent)?),
    })
}

fn start(arguments: &Arguments, quiz: &Quiz) -> Result<Start, Failure> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let selection = Selection {
        topics: arguments.topic.iter().map(TopicId::new).collect(),
        levels: arguments.level.clone(),
        tags: arguments.tag.clone(),
        count: arguments.count.map(|count| count as usize),
        shuffle: arguments.shuffle,
        seed: arguments.seed.unwrap_or_else(|| short_seed(now)),
    };
    let questions = draw(quiz, &selection).map_err(|error| Failure::Usage(error.to_string()))?;
    Ok(Start {
        quiz: quiz.digest,
        candidate: arguments.candidate.as_ref().map(AnswerText::new),
        started: Millis::from(now),
        mode: if arguments.exam { Mode::Exam } else { Mode::Practice },
        seed: selection.seed,
        time_limit: arguments.time_limit.or(quiz.time_limit).map(Millis::from),
        questions,
    })
}

/// A seed that is easy to type.
fn short_seed(now: Duration) -> u64 {
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
