//! `viva review`

mod due;
mod list;

pub use list::ReviewOutput;

use std::io::{self, Write};

use clap::Args;

use crate::attempt::{Occasion, Selection, Start, draw_these};
use crate::cli::history::{Asked, Clock, local_day};
use crate::cli::sitting::{Course, Holding, Manner, Seat, hold, short_seed};
use crate::cli::talk::say;
use crate::cli::{Exit, Failure, Format};
use crate::quiz::Mixture;
use crate::quiz::question::{Question, QuestionId};
use due::{Due, Filter};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Only of quizzes with this in their title
    #[arg(long, value_name = "TITLE")]
    quiz: Option<String>,
    /// Only about this topic, by id or title
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// At most so many questions, the most forgotten ones; 0 for all [default: 20]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Only list what is due
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    manner: Manner,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let settings = arguments.manner.folder.settings()?;
    let (manner, thresholds) = (&arguments.manner.settled(&settings), settings.thresholds());
    let limit = arguments.limit.unwrap_or(settings.limit.value);
    let clock = Clock::new()?;
    let filter = Filter {
        person: manner.candidate.as_deref(),
        quiz: arguments.quiz.as_deref(),
        topic: arguments.topic.as_deref(),
        limit: if limit == 0 { usize::MAX } else { limit },
        retention: settings.retention.value,
        thresholds,
    };
    if arguments.list {
        return list(manner, clock, &filter);
    }
    let (mut store, note) = manner.folder.open()?;
    let due = Due::find(&mut store, clock, &filter)?;
    note.iter().chain(&due.notes).try_for_each(|note| say(note))?;
    let Some(asked) = due.asked() else {
        nothing(&due, manner.format)?;
        return Ok(Exit::Done);
    };
    let seat = Seat::new(manner)?;
    let start = seat.begin(manner, start(&due, &asked, manner, clock));
    let history = Some(store).filter(|_| !manner.no_history);
    let holding = Holding { manner, seat, history, thresholds, clock, random: false, quizzes: &[] };
    hold(holding, Course::new(asked, start))
}

/// Lists what is due, also of a history that cannot be written to.
fn list(manner: &Manner, clock: Clock, filter: &Filter<'_>) -> Result<Exit, Failure> {
    let due = match manner.folder.open_existing()? {
        Some(mut store) => Due::find(&mut store, clock, filter)?,
        None => Due::default(),
    };
    due.notes.iter().try_for_each(|note| say(note))?;
    list::print(&due, manner.format)?;
    Ok(Exit::Done)
}

/// An attempt at what is due, the most forgotten question first.
fn start(due: &Due, asked: &Asked, manner: &Manner, clock: Clock) -> Start {
    let quiz = asked.quiz();
    let mut questions: Vec<&Question> = quiz.questions.iter().collect();
    questions.retain(|question| place(due, &asked.mixture, &question.id).is_some());
    questions.sort_by_key(|question| place(due, &asked.mixture, &question.id));
    let selection = Selection { shuffle: true, seed: short_seed(), ..Selection::default() };
    Start {
        quiz: quiz.digest,
        candidate: manner.candidate(),
        started: clock.now(),
        mode: manner.mode(),
        occasion: Occasion::Review,
        seed: selection.seed,
        time_limit: None,
        questions: draw_these(&questions, &selection),
    }
}

/// Where a question of the mixture stands among what is due.
fn place(due: &Due, mixture: &Mixture, question: &QuestionId) -> Option<usize> {
    let origin = mixture.origin(question)?;
    due.questions.iter().position(|due| {
        due.subject.quiz == origin.quiz.title && due.subject.question == origin.question.id
    })
}

/// Says that nothing is due, and when something will be.
fn nothing(due: &Due, format: Format) -> io::Result<()> {
    let next = due.next.map(|next| format!("; the next question is on {}", local_day(next)));
    let message = match next {
        None if due.known == 0 => "nothing to review: no answers are kept yet".to_owned(),
        next => format!("nothing is due today{}", next.unwrap_or_default()),
    };
    match format {
        Format::Text => writeln!(io::stdout(), "{message}"),
        Format::Json => writeln!(io::stderr(), "{message}"),
    }
}
