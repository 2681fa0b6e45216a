//! `viva history`

mod delete;
mod export;
mod import;
mod list;
mod regrade;
mod show;

pub use list::HistoryOutput;
pub use regrade::RegradeOutput;

use clap::{Args, Subcommand};

use crate::cli::{Exit, Failure};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    list: list::Wanted,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Draw an attempt's report again, with the quiz as it was
    Show(show::Arguments),
    /// Grade attempts again, with the quizzes and the grader of today, and say what changes
    Regrade(regrade::Arguments),
    /// Delete attempts
    Delete(delete::Arguments),
    /// Print all attempts, one line of JSON each, for another machine
    Export(export::Arguments),
    /// Take in what another machine exported; what is known already is not taken twice
    Import(import::Arguments),
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    match &arguments.command {
        None => list::run(&arguments.list),
        Some(Command::Show(arguments)) => show::run(arguments),
        Some(Command::Regrade(arguments)) => regrade::run(arguments),
        Some(Command::Delete(arguments)) => delete::run(arguments),
        Some(Command::Export(arguments)) => export::run(arguments),
        Some(Command::Import(arguments)) => import::run(arguments),
    }
}
