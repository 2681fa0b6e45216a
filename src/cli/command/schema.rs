//! `viva schema`

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use schemars::schema_for;

use super::check::CheckOutput;
use crate::cli::{Exit, Failure};
use crate::{bulk, quiz, report};

#[derive(Debug, Args)]
pub struct Arguments {
    /// What to describe
    subject: Subject,
}

/// What has a schema.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Subject {
    /// The quiz file
    Quiz,
    /// A line of what `viva grade --format jsonl` prints
    Rows,
    /// What `viva run --format json` prints
    Report,
    /// What `viva check --format json` prints
    Check,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let schema = match arguments.subject {
        Subject::Quiz => quiz::schema(),
        Subject::Rows => bulk::schema(),
        Subject::Report => report::schema().to_value(),
        Subject::Check => {
            serde_json::to_value(schema_for!(CheckOutput)).map_err(io::Error::from)?
        }
    };
    writeln!(io::stdout(), "{schema:#}")?;
    Ok(Exit::Done)
}
