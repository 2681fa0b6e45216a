//! `viva list`

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::cli::{Exit, Failure};
use crate::quiz::{BUNDLED, Bundled, Points};

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
    title: &'static str,
    description: &'static str,
    questions: usize,
    points: Points,
    /// Seconds for the whole quiz.
    time_limit: Option<u64>,
}

impl Entry {
    fn new(quiz: &Bundled) -> Self {
        let Bundled { name, title, description, questions, points, time_limit, .. } = *quiz;
        let time_limit = time_limit.map(|limit| limit.as_secs());
        Self { name, title, description, questions, points, time_limit }
    }
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let entries: Vec<_> = BUNDLED.iter().map(Entry::new).collect();
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
