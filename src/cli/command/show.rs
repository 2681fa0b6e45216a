//! `viva show`

mod key;

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::appearance::{colour_on, width_of};
use crate::cli::json::write_json;
use crate::cli::{Exit, Failure, Format, load};
use crate::quiz::{Level, Markdown, PerMille, Points, Question, Quiz};
use crate::report::text::count;
use crate::terminal::{Look, Styled, markdown};

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
    let shown = ShowOutput::new(&quiz, arguments.answers);
    let stdout = io::stdout();
    let mut out = stdout.lock();
    match arguments.format {
        Format::Json => write_json(&shown, &mut out)?,
        Format::Text => {
            colored::control::set_override(colour_on(&stdout));
            let lines = shown.lines(width_of(&stdout));
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
    }
    Ok(Exit::Done)
}

/// A quiz as far as it may be seen.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva show")]
pub struct ShowOutput<'q> {
    /// What it is called.
    title: &'q str,
    /// What it says of itself.
    description: Option<&'q str>,
    /// SHA-256 of its canonical form.
    digest: String,
    /// The share that passes.
    pass: PerMille,
    /// Seconds for the whole quiz.
    time_limit: Option<u64>,
    /// In the file's order.
    questions: Vec<ShownQuestion<'q>>,
}

/// One question.
#[derive(Debug, Serialize, JsonSchema)]
struct ShownQuestion<'q> {
    /// Its name in the file.
    id: &'q str,
    /// `text`, `short`, `choice` and so on.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The topic's name in the file.
    topic: &'q str,
    /// Free labels.
    tags: &'q [String],
    /// How much experience it asks for.
    level: Option<Level>,
    /// What it is worth.
    points: Points,
    /// Seconds for this question alone.
    time_limit: Option<u64>,
    /// Markdown.
    prompt: &'q str,
    /// What there is to pick from or to put in order; items to order by their texts.
    parts: Vec<&'q str>,
    /// Only on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<Key<'q>>,
}

/// What is right.
#[derive(Debug, Serialize, JsonSchema)]
struct Key<'q> {
    /// The model answer, as Markdown.
    answer: Option<&'q str>,
    /// A line per keyword, option, item or gap.
    right: Vec<String>,
}

impl<'q> ShowOutput<'q> {
    fn new(quiz: &'q Quiz, answers: bool) -> Self {
        Self {
            title: &quiz.title,
            description: quiz.description.as_deref(),
            digest: quiz.digest.to_string(),
            pass: quiz.pass,
            time_limit: quiz.time_limit.map(|limit| limit.as_secs()),
            questions: quiz
                .questions
                .iter()
                .map(|question| ShownQuestion::new(question, answers))
                .collect(),
        }
    }

    fn lines(&self, width: usize) -> Vec<String> {
        let mut lines = Styled::new(Look::Strong, self.title).wrap(width, "", "");
        if let Some(description) = self.description {
            lines.extend(Styled::new(Look::Plain, description).wrap(width, "", ""));
        }
        let points: Points = self.questions.iter().map(|question| question.points).sum();
        let mut facts = vec![
            count(self.questions.len(), "question"),
            count(points, "point"),
            format!("{} passes", self.pass),
        ];
        facts.extend(self.time_limit.map(at_most));
        lines.extend(Styled::new(Look::Quiet, facts.join(" · ")).wrap(width, "", ""));
        for (number, question) in (1..).zip(&self.questions) {
            lines.push(String::new());
            lines.extend(question.lines(number, width));
        }
        lines
    }
}

impl<'q> ShownQuestion<'q> {
    fn new(question: &'q Question, answers: bool) -> Self {
        Self {
            id: question.id.as_str(),
            kind: question.task.kind(),
            topic: question.topic.as_str(),
            tags: &question.tags,
            level: question.level,
            points: question.points,
            time_limit: question.time_limit.map(|limit| limit.as_secs()),
            prompt: question.prompt.as_str(),
            parts: key::parts(&question.task),
            key: answers.then(|| Key {
                answer: question.answer.as_ref().map(Markdown::as_str),
                right: key::right(&question.task),
            }),
        }
    }

    fn lines(&self, number: usize, width: usize) -> Vec<String> {
        let mut lines = self.head(number).wrap(width, "", "   ");
        lines.extend(indented(self.prompt, width));
        for part in &self.parts {
            lines.extend(markdown::inline(part).wrap(width, "   - ", "     "));
        }
        let Some(key) = &self.key else { return lines };
        for right in &key.right {
            lines.extend(Styled::new(Look::Good, right).wrap(width, "   = ", "     "));
        }
        if let Some(answer) = key.answer {
            lines.push(String::new());
            lines.extend(indented(answer, width));
        }
        lines
    }

    fn head(&self, number: usize) -> Styled {
        let mut facts = vec![self.topic.to_owned()];
        facts.extend(self.level.map(|level| level.to_string()));
        facts.extend([self.kind.to_owned(), count(self.points, "point")]);
        facts.extend(self.time_limit.map(at_most));
        facts.extend(self.tags.iter().map(|tag| format!("#{tag}")));
        Styled::new(Look::Strong, format!("{number}. {}", self.id))
            .with(Look::Quiet, format!(" · {}", facts.join(" · ")))
    }
}

/// Markdown as `viva run` shows it, a little to the right.
fn indented(source: &str, width: usize) -> Vec<String> {
    const INDENT: &str = "   ";
    let lines = markdown::lines(source, width.saturating_sub(INDENT.len()));
    lines.iter().map(|line| format!("{INDENT}{line}").trim_end().to_owned()).collect()
}

fn at_most(seconds: u64) -> String {
    format!("{} at most", humantime::format_duration(Duration::from_secs(seconds)))
}
