//! `viva schema`

use std::io::{self, Write};

use clap::{Args, ValueEnum};

use crate::cli::{Exit, Failure};
use crate::quiz;

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
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let schema = match arguments.subject {
        Subject::Quiz => quiz::schema(),
    };
    writeln!(io::stdout(), "{schema:#}")?;
    Ok(Exit::Done)
}
