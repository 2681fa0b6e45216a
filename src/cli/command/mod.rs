//! One file per command: its arguments and the thin path from them to the library.

mod calibrate;
mod check;
mod completions;
mod explain;
mod grade;
mod list;
mod man;
mod new;
mod report;
mod run;
mod schema;
mod show;
mod suggest;

use clap::Subcommand;

use super::{Exit, Failure};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Take a quiz
    Run(run::Arguments),
    /// Grade answers from files
    Grade(grade::Arguments),
    /// Draw score reports in another format, for another reader, or side by side
    Report(report::Arguments),
    /// Say why an answer gets its grade
    Explain(explain::Arguments),
    /// Hold a quiz against answers that people have scored
    Calibrate(calibrate::Arguments),
    /// Find problems in quiz files, and run their examples
    Check(check::Arguments),
    /// Propose keywords from the model answers, and write them into the file
    Suggest(suggest::Arguments),
    /// Write a commented quiz to begin with
    New(new::Arguments),
    /// Print a JSON Schema
    Schema(schema::Arguments),
    /// List the bundled quizzes
    List(list::Arguments),
    /// Show a quiz, without what is right
    Show(show::Arguments),
    /// Print a completion script for a shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man,
}

impl Command {
    pub(super) fn run(self) -> Result<Exit, Failure> {
        match self {
            Self::Run(arguments) => run::run(&arguments),
            Self::Grade(arguments) => grade::run(&arguments),
            Self::Report(arguments) => report::run(&arguments),
            Self::Explain(arguments) => explain::run(&arguments),
            Self::Calibrate(arguments) => calibrate::run(&arguments),
            Self::Check(arguments) => check::run(&arguments),
            Self::Suggest(arguments) => suggest::run(&arguments),
            Self::New(arguments) => new::run(&arguments),
            Self::Schema(arguments) => schema::run(&arguments),
            Self::List(arguments) => list::run(&arguments),
            Self::Show(arguments) => show::run(&arguments),
            Self::Completions(arguments) => completions::run(&arguments),
            Self::Man => man::run(),
        }
    }
}
