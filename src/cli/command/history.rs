//! `viva history`

mod delete;
mod list;
mod show;

pub use list::HistoryOutput;

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
    /// Delete attempts
    Delete(delete::Arguments),
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    match &arguments.command {
        None => list::run(&arguments.list),
        Some(Command::Show(arguments)) => show::run(arguments),
        Some(Command::Delete(arguments)) => delete::run(arguments),
    }
}
