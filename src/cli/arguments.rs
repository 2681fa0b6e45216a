//! What a person may type, and the command that does it.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use super::process::outlive_full_files;
use super::{Exit, Failure, command};

/// Scored self-assessment quizzes: free-text answers graded against keywords.
#[derive(Debug, Parser)]
#[command(name = "viva", version, propagate_version = true, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// Runs the command that the process's arguments name.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(told) => return tell(&told),
    };
    let done = outlive_full_files().map_err(Failure::from).and_then(|()| arguments.command.run());
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => failure.report(),
    }
}

/// Prints help, the version, or what is wrong with the arguments.
fn tell(told: &clap::Error) -> ExitCode {
    match told.print().and_then(|()| io::stdout().flush()) {
        Ok(()) => u8::try_from(told.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => Failure::from(error).report(),
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Take a quiz
    Run(command::run::Arguments),
    /// Ask what is due today, across all quizzes
    Review(command::review::Arguments),
    /// Show how practice goes: trends, what is forgotten, what is missed, how ready you are
    Stats(command::stats::Arguments),
    /// List the attempts that were kept, and draw their reports again
    History(command::history::Arguments),
    /// Grade answers from files
    Grade(command::grade::Arguments),
    /// Draw score reports in another format, for another reader, or side by side
    Report(command::report::Arguments),
    /// Say why an answer gets its grade
    Explain(command::explain::Arguments),
    /// Hold a quiz against answers that people have scored
    Calibrate(command::calibrate::Arguments),
    /// Make a key pair for quizzes taken at home
    Keygen(command::keygen::Arguments),
    /// Pack a quiz into one file to take at home
    Pack(command::pack::Arguments),
    /// Take a packed quiz in the terminal instead of in a browser
    Take(command::take::Arguments),
    /// Find problems in quiz files, and run their examples
    Check(command::check::Arguments),
    /// Propose keywords from the model answers, and write them into the file
    Suggest(command::suggest::Arguments),
    /// Write a commented quiz to begin with
    New(command::new::Arguments),
    /// Print a JSON Schema
    Schema(command::schema::Arguments),
    /// List the bundled quizzes
    List(command::list::Arguments),
    /// Show a quiz, without what is right
    Show(command::show::Arguments),
    /// Show what holds by default, and where each value comes from
    Config(command::config::Arguments),
    /// Say what is where, and whether it is sound
    Doctor(command::doctor::Arguments),
    /// Print a completion script for a shell
    Completions(command::completions::Arguments),
    /// Print the manual page
    Man,
}

impl Command {
    fn run(self) -> Result<Exit, Failure> {
        match self {
            Self::Run(arguments) => command::run::run(&arguments),
            Self::Review(arguments) => command::review::run(&arguments),
            Self::Stats(arguments) => command::stats::run(&arguments),
            Self::History(arguments) => command::history::run(&arguments),
            Self::Grade(arguments) => command::grade::run(&arguments),
            Self::Report(arguments) => command::report::run(&arguments),
            Self::Explain(arguments) => command::explain::run(&arguments),
            Self::Calibrate(arguments) => command::calibrate::run(&arguments),
            Self::Keygen(arguments) => command::keygen::run(&arguments),
            Self::Pack(arguments) => command::pack::run(&arguments),
            Self::Take(arguments) => command::take::run(&arguments),
            Self::Check(arguments) => command::check::run(&arguments),
            Self::Suggest(arguments) => command::suggest::run(&arguments),
            Self::New(arguments) => command::new::run(&arguments),
            Self::Schema(arguments) => command::schema::run(&arguments),
            Self::List(arguments) => command::list::run(&arguments),
            Self::Show(arguments) => command::show::run(&arguments),
            Self::Config(arguments) => command::config::run(&arguments),
            Self::Doctor(arguments) => command::doctor::run(&arguments),
            Self::Completions(arguments) => command::completions::run(&arguments),
            Self::Man => command::man::run(),
        }
    }
}
