//! `viva list`

use std::io::{self, Write};

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::appearance::width_of;
use crate::cli::json::write_json;
use crate::cli::{Exit, Failure, Format};
use crate::quiz::{BUNDLED, Bundled, Points};
use crate::report::text::count;
use crate::terminal::{Look, Styled};

#[derive(Debug, Args)]
pub struct Arguments {
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// What `viva list --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva list")]
pub struct ListOutput(Vec<Entry>);

/// A bundled quiz in a few words.
#[derive(Debug, Serialize, JsonSchema)]
struct Entry {
    /// What `viva run` knows it by.
    name: &'static str,
    /// What it is called.
    title: &'static str,
    /// What it says of itself.
    description: &'static str,
    /// How many questions it has.
    questions: usize,
    /// What they are worth together.
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
    let list = ListOutput(BUNDLED.iter().map(Entry::new).collect());
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Json => write_json(&list, &mut out)?,
        Format::Text => write_text(&mut out, &list.0)?,
    }
    Ok(Exit::Done)
}

fn write_text(out: &mut impl Write, entries: &[Entry]) -> io::Result<()> {
    let width = width_of(&io::stdout());
    let name = entries.iter().map(|entry| entry.name.len()).max().unwrap_or_default();
    let hang = " ".repeat(name + 2);
    for entry in entries {
        let Entry { name: called, title, questions, points, .. } = entry;
        let (questions, points) = (count(questions, "question"), count(points, "point"));
        let line =
            Styled::new(Look::Plain, format!("{called:name$}  {title}: {questions}, {points}"));
        write_lines(out, &line.wrap(width, "", &hang))?;
    }
    let ways = "viva run NAME takes one, viva run FILE takes your own.";
    writeln!(out)?;
    write_lines(out, &Styled::new(Look::Quiet, ways).wrap(width, "", ""))
}

fn write_lines(out: &mut impl Write, lines: &[String]) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}
