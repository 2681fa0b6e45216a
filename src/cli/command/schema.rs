//! `viva schema`

use std::io;

use clap::{Args, ValueEnum};
use schemars::schema_for;

use super::calibrate::Told;
use super::check::CheckOutput;
use super::config::ConfigOutput;
use super::doctor::DoctorOutput;
use super::explain::ExplainOutput;
use super::history::{HistoryOutput, RegradeOutput};
use super::list::ListOutput;
use super::review::ReviewOutput;
use super::show::ShowOutput;
use super::suggest::SuggestOutput;
use crate::cli::json::write_json;
use crate::cli::{Exit, Failure};
use crate::review::Stats;
use crate::store::ExportedAttempt;
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
    /// A score report in JSON, or many
    Report,
    /// What `viva check --format json` prints
    Check,
    /// What `viva calibrate --format json` prints
    Calibrate,
    /// What `viva config --format json` prints
    Config,
    /// What `viva doctor --format json` prints
    Doctor,
    /// What `viva explain --format json` prints
    Explain,
    /// What `viva history --format json` prints
    History,
    /// A line of what `viva history export` prints
    Export,
    /// What `viva history regrade --format json` prints
    Regrade,
    /// What `viva list --format json` prints
    List,
    /// What `viva review --list --format json` prints
    Review,
    /// What `viva show --format json` prints
    Show,
    /// What `viva stats --format json` prints
    Stats,
    /// What `viva suggest --format json` prints
    Suggest,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let schema = match arguments.subject {
        Subject::Quiz => quiz::schema(),
        Subject::Rows => bulk::schema(),
        Subject::Report => report::schema(),
        Subject::Check => schema_for!(CheckOutput).to_value(),
        Subject::Calibrate => schema_for!(Told).to_value(),
        Subject::Config => schema_for!(ConfigOutput).to_value(),
        Subject::Doctor => schema_for!(DoctorOutput).to_value(),
        Subject::Explain => schema_for!(ExplainOutput<'static>).to_value(),
        Subject::History => schema_for!(HistoryOutput).to_value(),
        Subject::Export => schema_for!(ExportedAttempt).to_value(),
        Subject::Regrade => schema_for!(RegradeOutput).to_value(),
        Subject::List => schema_for!(ListOutput).to_value(),
        Subject::Review => schema_for!(ReviewOutput).to_value(),
        Subject::Show => schema_for!(ShowOutput<'static>).to_value(),
        Subject::Stats => schema_for!(Stats).to_value(),
        Subject::Suggest => schema_for!(SuggestOutput<'static>).to_value(),
    };
    write_json(&schema, &mut io::stdout().lock())?;
    Ok(Exit::Done)
}
