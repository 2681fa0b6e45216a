//! `viva list`

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::{Exit, Failure};
use crate::quiz::{BUNDLED, Points, Quiz, read};

#[derive(Debug, Args)]
pub struct Arguments {
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON document
    Json,
}

/// A bundled quiz in a few words.
#[derive(Debug, Serialize)]
struct Entry {
    name: &'static str,
    title: String,
    description: Option<String>,
    questions: usize,
    points: Points,
    /// Seconds for the whole quiz.
    time_limit: Option<u64>,
}

impl Entry {
    fn new(name: &'static str, quiz: Quiz) -> Self {
        Self {
            name,
            questions: quiz.questions.len(),
            points: quiz.questions.iter().map(|question| question.points).sum(),
            time_limit: quiz.time_limit.map(|limit| limit.as_secs()),
            title: quiz.title,
            description: quiz.description,
        }
    }
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let quizzes = BUNDLED.iter().filter_map(|bundled| {
        let loaded = read(bundled.text).value?;
        Some(Entry::new(bundled.name, loaded.quiz))
    });
    let entries: Vec<_> = quizzes.collect();
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &entries).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Format::Text => write_text(&mut out, &entries)?,
    }
    Ok(Exit::Done)
}

fn write_text(out: &mut impl Write, entries: &[Entry]) -> io::Result<()> {
    let name = entries.iter().map(|entry| entry.name.len()).max().unwrap_or_default();
    let title = entries.iter().map(|entry| entry.title.chars().count()).max().unwrap_or_default();
    for entry in entries {
        let Entry { name: called, title: titled, questions, points, .. } = entry;
        writeln!(out, "{called:name$}  {titled:title$}  {questions} questions, {points} points")?;
    }
    writeln!(out, "\nviva run NAME takes one, viva run FILE takes your own.")
}
