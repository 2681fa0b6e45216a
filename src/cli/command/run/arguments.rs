//! What a person may type after `viva run`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::Format;
use crate::cli::history::DataFolder;
use crate::quiz::Level;

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that a person types")]
pub struct Arguments {
    /// A quiz file, or the name of a bundled quiz; without it, pick from a list
    pub quiz: Option<PathBuf>,
    /// Ask only about this topic, by id; repeatable
    #[arg(long, value_name = "TOPIC")]
    pub topic: Vec<String>,
    /// Ask only questions of this level; repeatable
    #[arg(long, value_parser = level_parser())]
    pub level: Vec<Level>,
    /// Ask only questions with this tag; repeatable
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Ask at most so many questions, drawn at random
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub count: Option<u32>,
    /// Put questions and options in random order
    #[arg(long)]
    pub shuffle: bool,
    /// Repeat a random draw; the report names the seed
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Stop asking after this time, such as `45m`; the quiz may set one itself
    #[arg(long, value_name = "TIME", value_parser = time_limit)]
    pub time_limit: Option<Duration>,
    /// Reveal nothing until the end
    #[arg(long)]
    pub exam: bool,
    /// Who takes the quiz, for the report
    #[arg(long, value_name = "NAME")]
    pub candidate: Option<String>,
    /// Exit with 1 when the result is below the pass mark
    #[arg(long)]
    pub require_pass: bool,
    /// What to print at the end
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Also write the report to a file, in the format of its ending (`viva report --help` lists
    /// them); repeatable
    #[arg(long, value_name = "FILE")]
    pub report: Vec<PathBuf>,
    /// Take the answers from a TOML or JSON file, by question id
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// Ask in plain lines, without cursor movement, for screen readers
    #[arg(long)]
    pub plain: bool,
    /// Go on with the last attempt at this quiz that was cut off
    #[arg(long, conflicts_with = "no_history")]
    pub resume: bool,
    /// Keep nothing of this attempt in the history
    #[arg(long)]
    pub no_history: bool,
    #[command(flatten)]
    pub folder: DataFolder,
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
