//! What is due as a list.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use super::due::{Due, DueQuestion};
use crate::cli::Format;
use crate::cli::appearance::width_of;
use crate::cli::history::utc;
use crate::cli::json::write_json;
use crate::quiz::question::QuestionId;
use crate::quiz::{PerMille, TopicId};
use crate::report::text::{count, plain_prompt};
use crate::review::Rating;
use crate::terminal::{Look, Styled};

/// What is due today.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva review --list")]
pub struct ReviewOutput {
    /// The most forgotten first.
    due: Vec<Line>,
    /// When the next question is due that is not due today, as RFC 3339 in UTC.
    next: Option<String>,
    /// How many questions were looked at.
    known: usize,
}

/// A question that is due.
#[derive(Debug, Serialize, JsonSchema)]
struct Line {
    /// The title of its quiz.
    quiz: String,
    /// Its id there.
    question: QuestionId,
    /// Its topic.
    topic: TopicId,
    /// What it asks, the first paragraph.
    prompt: String,
    /// When it was answered last, as RFC 3339 in UTC.
    last: String,
    /// When it was due, as RFC 3339 in UTC.
    due: String,
    /// What the last answer earned of its points.
    share: PerMille,
    /// The chance that it is remembered now; after a failure, that of the answer that was shown then.
    retrievability: PerMille,
    /// How often it was answered or skipped.
    reviews: u32,
    /// How often it was missed.
    misses: u32,
}

impl ReviewOutput {
    fn new(due: &Due) -> Self {
        Self {
            due: due.questions.iter().map(Line::new).collect(),
            next: due.next.map(utc),
            known: due.known,
        }
    }
}

impl Line {
    fn new(due: &DueQuestion) -> Self {
        let DueQuestion { subject, card, .. } = due;
        Self {
            quiz: subject.quiz.clone(),
            question: subject.question.clone(),
            topic: subject.topic.clone(),
            prompt: plain_prompt(&due.prompt),
            last: utc(card.last),
            due: utc(due.due),
            share: card.share,
            retrievability: due.chance,
            reviews: card.reviews,
            misses: card.misses,
        }
    }
}

/// Prints what is due.
pub fn print(due: &Due, format: Format) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match format {
        Format::Json => write_json(&ReviewOutput::new(due), &mut out),
        Format::Text => write_text(due, &mut out),
    }
}

/// What is known of it: after a failure the chance is about the answer that was shown then, and says
/// nothing of what the person knew.
fn state(question: &DueQuestion) -> String {
    let share = question.card.share;
    if question.card.memory.rating == Rating::Again {
        format!("failed with {share}")
    } else {
        format!("earned {share}, still known by {}", question.chance)
    }
}

fn write_text(due: &Due, out: &mut impl Write) -> io::Result<()> {
    let width = width_of(&io::stdout());
    let number = due.questions.len();
    writeln!(out, "{} due of {}", count(number, "question"), due.known)?;
    for question in &due.questions {
        let (subject, prompt) = (&question.subject, plain_prompt(&question.prompt));
        let state = state(question);
        let line = Styled::new(Look::Plain, format!("{}: {prompt} ({state})", subject.quiz));
        for row in line.wrap(width, "  ", "    ") {
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}
