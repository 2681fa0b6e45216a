//! `viva show`

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::appearance::width_of;
use crate::cli::{Exit, Failure, Format, load};
use crate::quiz::question::{Accepted, Criterion, Need, Options, Sequence};
use crate::quiz::{Level, Markdown, Points, Question, Quiz, Task};
use crate::report::text::count;
use crate::terminal::{Look, Styled};

#[derive(Debug, Args)]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz
    quiz: PathBuf,
    /// Show what is right, too
    #[arg(long)]
    answers: bool,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let quiz = load(&arguments.quiz)?.quiz;
    let shown = Shown::new(&quiz, arguments.answers);
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &shown).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Format::Text => write_text(&mut out, &shown, width_of(&io::stdout()))?,
    }
    Ok(Exit::Done)
}

/// A quiz as far as it may be seen.
#[derive(Debug, Serialize)]
struct Shown<'q> {
    title: &'q str,
    description: Option<&'q str>,
    digest: String,
    questions: Vec<ShownQuestion<'q>>,
}

#[derive(Debug, Serialize)]
struct ShownQuestion<'q> {
    id: &'q str,
    #[serde(rename = "type")]
    kind: &'static str,
    topic: &'q str,
    level: Option<Level>,
    points: Points,
    prompt: &'q str,
    /// What there is to pick from or to put in order; items to order by their texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<&'q str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<Key<'q>>,
}

/// What is right.
#[derive(Debug, Serialize)]
struct Key<'q> {
    answer: Option<&'q str>,
    right: Vec<String>,
}

impl<'q> Shown<'q> {
    fn new(quiz: &'q Quiz, answers: bool) -> Self {
        let question = |question: &'q Question| ShownQuestion {
            id: question.id.as_str(),
            kind: question.task.kind(),
            topic: question.topic.as_str(),
            level: question.level,
            points: question.points,
            prompt: question.prompt.as_str(),
            parts: parts(&question.task),
            key: answers.then(|| Key {
                answer: question.answer.as_ref().map(Markdown::as_str),
                right: right(&question.task),
            }),
        };
        Self {
            title: &quiz.title,
            description: quiz.description.as_deref(),
            digest: quiz.digest.to_string(),
            questions: quiz.questions.iter().map(question).collect(),
        }
    }
}

fn parts(task: &Task) -> Vec<&str> {
    match task {
        Task::Choice(Options(options)) | Task::Multi(Options(options)) => {
            options.iter().map(|option| option.text.as_str()).collect()
        }
        Task::Order(Sequence(items)) => {
            let mut items: Vec<_> = items.iter().map(Markdown::as_str).collect();
            items.sort_unstable();
            items
        }
        _ => Vec::new(),
    }
}

fn right(task: &Task) -> Vec<String> {
    let accepted = |accepted: &Accepted| accepted.answers.join(" | ");
    match task {
        Task::Text(rubric) => rubric.keywords.iter().map(keyword).collect(),
        Task::Short(short) => vec![accepted(short)],
        Task::Choice(options) | Task::Multi(options) => {
            let right = options.0.iter().filter(|option| option.correct);
            right.map(|option| option.text.as_str().to_owned()).collect()
        }
        Task::Boolean(correct) => vec![correct.to_string()],
        Task::Number(target) => {
            let unit = target.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            vec![format!("{} ± {}{unit}", target.value, target.tolerance)]
        }
        Task::Order(items) => items.0.iter().map(|item| item.as_str().to_owned()).collect(),
        Task::Cloze(cloze) => cloze.gaps().map(accepted).collect(),
    }
}

fn keyword(keyword: &Criterion) -> String {
    let Criterion { label, weight, .. } = keyword;
    let list = |entries: &[crate::quiz::question::Entry], joint: &str| {
        let entries: Vec<_> = entries.iter().map(|entry| entry.0.join(" / ")).collect();
        entries.join(joint)
    };
    let need = match &keyword.need {
        Need::Term { term, aliases } => [std::slice::from_ref(term), aliases].concat().join(" / "),
        Need::Any { entries, min } => format!("{min} of: {}", list(entries, "; ")),
        Need::All { entries, .. } => list(entries, " + "),
        Need::Pattern(pattern) => format!("/{}/", pattern.0.as_str()),
    };
    format!("{label} (weight {weight}): {need}")
}

fn write_text(out: &mut impl Write, shown: &Shown<'_>, width: usize) -> io::Result<()> {
    let mut line = |look, text: &str, indent: &str| -> io::Result<()> {
        let lines = Styled::new(look, text).wrap(width, indent, indent);
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))
    };
    line(Look::Strong, shown.title, "")?;
    if let Some(description) = shown.description {
        line(Look::Plain, description, "")?;
    }
    for (number, question) in (1..).zip(&shown.questions) {
        let ShownQuestion { id, kind, topic, .. } = question;
        let points = count(question.points, "point");
        let level = question.level.map(|level| format!(" · {level}")).unwrap_or_default();
        line(Look::Plain, "", "")?;
        line(Look::Strong, &format!("{number}. {id} · {topic}{level} · {kind} · {points}"), "")?;
        line(Look::Plain, question.prompt, "   ")?;
        for part in &question.parts {
            line(Look::Plain, &format!("- {part}"), "   ")?;
        }
        let Some(key) = &question.key else { continue };
        for right in &key.right {
            line(Look::Good, &format!("= {right}"), "   ")?;
        }
        if let Some(answer) = key.answer {
            line(Look::Quiet, answer, "   ")?;
        }
    }
    Ok(())
}
