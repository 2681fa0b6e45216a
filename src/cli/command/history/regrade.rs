//! `viva history regrade`

use std::io::{self, Write};

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use crate::attempt::Graded;
use crate::cli::appearance::width_of;
use crate::cli::history::{Asked, DataFolder, Past, Today, catch_up, unknown};
use crate::cli::json::write_json;
use crate::cli::talk::say;
use crate::cli::{Exit, Failure, Format};
use crate::quiz::Points;
use crate::quiz::question::QuestionId;
use crate::report::text::count;
use crate::review::Thresholds;
use crate::store::{Filter, KeptReview, Number, Store};
use crate::terminal::{Look, Styled};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The attempts' numbers, as `viva history` lists them; without any, all
    #[arg(value_name = "NUMBER")]
    numbers: Vec<Number>,
    /// Let reviews and statistics go by the new grades from now on
    #[arg(long)]
    keep: bool,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    folder: DataFolder,
}

/// Attempts graded again with the quizzes and the grader of today.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva history regrade")]
pub struct RegradeOutput(Vec<Regraded>);

/// An attempt graded again.
#[derive(Debug, Serialize, JsonSchema)]
struct Regraded {
    /// What `viva history show` knows it by.
    number: Number,
    /// What was asked.
    quiz: String,
    /// The points of its answers as they were graded then.
    before: Points,
    /// The points of the same answers now.
    now: Points,
    /// Answers whose points changed.
    changed: Vec<Change>,
    /// Questions that were answered and that no quiz asks any more; they are not in the figures.
    gone: Vec<QuestionId>,
}

/// An answer whose points changed.
#[derive(Debug, Serialize, JsonSchema)]
struct Change {
    /// To which question.
    question: QuestionId,
    /// What it earned as it was graded then.
    before: Points,
    /// What it earns now.
    now: Points,
    /// What it can earn now.
    possible: Points,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let store = arguments.folder.open_existing()?;
    let Some(mut store) = store else {
        return arguments.numbers.first().map_or(Ok(Exit::Done), |number| Err(unknown(*number)));
    };
    let thresholds = arguments.folder.settings()?.thresholds();
    catch_up(&mut store, thresholds)?;
    let numbers = if arguments.numbers.is_empty() {
        store.find(&Filter::default())?
    } else {
        arguments.numbers.clone()
    };
    let mut regraded = Vec::new();
    for number in numbers {
        regraded.extend(regrade(&mut store, number, arguments.keep.then_some(thresholds))?);
    }
    print(regraded, arguments.format)?;
    Ok(Exit::Done)
}

/// Grades an attempt with what its quizzes are today, and keeps that where `keep` says how to rate.
/// `None` where a quiz cannot be read.
fn regrade(
    store: &mut Store,
    number: Number,
    keep: Option<Thresholds>,
) -> Result<Option<Regraded>, Failure> {
    let Past { paper, attempt, written } = Past::find(store, number)?;
    let mut quizzes = Vec::new();
    for part in &paper.parts {
        let Some(today) = Today::find(store, &part.title)? else { return Ok(None) };
        if let Some(note) = today.note {
            say(&note)?;
        }
        quizzes.push((today.kept, today.quiz));
    }
    let Some(asked) = Asked::mixed(&paper.title, quizzes) else { return Ok(None) };
    let kept = store.reviews_in(number)?;
    let grades = attempt.grade(asked.quiz(), &asked.grader);
    let mut regraded = Regraded::new(number, paper.title);
    for review in kept {
        let drawn = attempt.drawn().get(review.place).map(|drawn| drawn.question.clone());
        regraded.add(&review, drawn, grades.get(review.place).and_then(Option::as_ref));
    }
    if let Some(thresholds) = keep {
        store.derive(&[(number, asked.reviews(&attempt, &written, thresholds))])?;
    }
    Ok(Some(regraded))
}

impl Regraded {
    fn new(number: Number, quiz: String) -> Self {
        let (before, now) = (Points::ZERO, Points::ZERO);
        Self { number, quiz, before, now, changed: Vec::new(), gone: Vec::new() }
    }

    fn add(&mut self, kept: &KeptReview, drawn: Option<QuestionId>, graded: Option<&Graded<'_>>) {
        let Some(graded) = graded else {
            self.gone.extend(drawn);
            return;
        };
        self.before += kept.earned;
        self.now += graded.earned;
        if graded.earned != kept.earned {
            self.changed.push(Change {
                question: graded.question.id.clone(),
                before: kept.earned,
                now: graded.earned,
                possible: graded.question.points,
            });
        }
    }

    fn is_other(&self) -> bool {
        !self.changed.is_empty() || !self.gone.is_empty()
    }
}

fn print(regraded: Vec<Regraded>, format: Format) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match format {
        Format::Json => write_json(&RegradeOutput(regraded), &mut out),
        Format::Text => write_text(&regraded, &mut out),
    }
}

/// Only what changed, and how much of all that is.
fn write_text(regraded: &[Regraded], out: &mut impl Write) -> io::Result<()> {
    let width = width_of(&io::stdout());
    let mut put = |indent: &str, text: String| {
        let line = Styled::new(Look::Plain, text);
        let hang = format!("{indent}  ");
        line.wrap(width, indent, &hang).iter().try_for_each(|row| writeln!(out, "{row}"))
    };
    let other: Vec<_> = regraded.iter().filter(|regraded| regraded.is_other()).collect();
    for Regraded { number, quiz, before, now, changed, gone } in &other {
        put("", format!("{number}  {quiz}: {before} -> {now} points"))?;
        for Change { question, before, now, possible } in changed {
            put("  ", format!("{question}: {before} -> {now} of {possible}"))?;
        }
        for question in gone {
            put("  ", format!("{question}: not asked any more"))?;
        }
    }
    let all = count(regraded.len(), "attempt");
    writeln!(out, "{all} graded again, {} with other figures", other.len())
}
