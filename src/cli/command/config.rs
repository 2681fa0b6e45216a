//! `viva config`

use std::io::{self, Write};

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::cli::appearance::width_of;
use crate::cli::history::DataFolder;
use crate::cli::json::write_json;
use crate::cli::settings::{Origin, Setting};
use crate::cli::{Exit, Failure, Format};
use crate::quiz::PerMille;
use crate::terminal::{Look, Styled};

#[derive(Debug, Args)]
pub struct Arguments {
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    folder: DataFolder,
}

/// What holds, and where each value comes from.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva config")]
pub struct ConfigOutput {
    /// The config file.
    file: String,
    /// Whether there is one.
    exists: bool,
    /// Every setting.
    settings: Vec<Told>,
}

/// A setting.
#[derive(Debug, Serialize, JsonSchema)]
struct Told {
    /// Its name in the config file, with the table before a dot.
    key: &'static str,
    /// Its value; null where there is none.
    value: Value,
    /// `default`, `file`, `environment` or `flag`.
    origin: &'static str,
    /// The line of the file, from 1.
    line: Option<usize>,
    #[serde(skip)]
    shown: String,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let settings = arguments.folder.settings()?;
    let folder = arguments.folder.path()?.display().to_string();
    let share =
        |setting: &Setting<PerMille>| Value::from(f64::from(setting.value.thousandths()) / 1000.0);
    let retention = settings.retention.value.chance().thousandths();
    let retention = Value::from(f64::from(retention) / 1000.0);
    let output = ConfigOutput {
        file: settings.file.display().to_string(),
        exists: settings.exists,
        settings: vec![
            line("candidate", settings.candidate.value.clone().into(), settings.candidate.origin),
            line("data_dir", folder.into(), settings.data_dir.origin),
            line("plain", settings.plain.value.into(), settings.plain.origin),
            line("review.limit", settings.limit.value.into(), settings.limit.origin),
            line("review.retention", retention, settings.retention.origin),
            line("review.hard", share(&settings.hard), settings.hard.origin),
            line("review.good", share(&settings.good), settings.good.origin),
        ],
    };
    print(&output, arguments.format)?;
    Ok(Exit::Done)
}

fn line(key: &'static str, value: Value, origin: Origin) -> Told {
    let (name, line) = match origin {
        Origin::Default => ("default", None),
        Origin::File(line) => ("file", Some(line)),
        Origin::Environment(_) => ("environment", None),
        Origin::Flag => ("flag", None),
    };
    let value_shown = if value.is_null() { "none".to_owned() } else { value.to_string() };
    Told { key, value, origin: name, line, shown: format!("{key} = {value_shown}  ({origin})") }
}

fn print(output: &ConfigOutput, format: Format) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if format == Format::Json {
        return write_json(output, &mut out);
    }
    let width = width_of(&io::stdout());
    let there = if output.exists { "" } else { " (not there)" };
    let first = format!("{}{there}", output.file);
    for text in std::iter::once(&first).chain(output.settings.iter().map(|line| &line.shown)) {
        for row in Styled::new(Look::Plain, text).wrap(width, "", "  ") {
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}
