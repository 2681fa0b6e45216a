//! What a person types: arguments in, exit code out.

mod appearance;
mod command;
mod exit;
mod format;
mod in_place;
mod quiz_argument;
mod report_format;
mod rows;

use std::process::ExitCode;

use clap::Parser;

pub use appearance::drawing_for;
use command::Command;
pub use exit::{Exit, Failure};
pub use format::Format;
pub use in_place::write_in_place;
pub use quiz_argument::{QuizFile, load};

/// Scored self-assessment quizzes: free-text answers graded against keywords.
#[derive(Debug, Parser)]
#[command(name = "viva", version, propagate_version = true, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// Runs the command that the process's arguments name.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command.run() {
        Ok(exit) => exit.into(),
        Err(failure) => failure.report(),
    }
}
