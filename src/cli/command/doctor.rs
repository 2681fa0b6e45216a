//! `viva doctor`

use std::io::{self, IsTerminal, Write};

use clap::Args;
use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::history::DataFolder;
use crate::cli::json::write_json;
use crate::cli::settings::config_file;
use crate::cli::{Exit, Failure, Format};
use crate::report::text::count;
use crate::store::{Health, examine};
use crate::terminal::{Look, Styled};

#[derive(Debug, Args)]
pub struct Arguments {
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    folder: DataFolder,
}

/// What is where, and how it is.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva doctor")]
pub struct DoctorOutput {
    /// The version of this program.
    version: &'static str,
    /// The config file.
    config: String,
    /// What is wrong with the config file, or null.
    config_trouble: Option<String>,
    /// The folder with the history.
    data: String,
    /// The history; null where there is none, or where it cannot be opened.
    history: Option<History>,
    /// Why the history cannot be opened, or null.
    history_trouble: Option<String>,
    /// What the output goes to.
    terminal: Terminal,
}

/// A history.
#[derive(Debug, Serialize, JsonSchema)]
struct History {
    /// The version of its form.
    version: u32,
    /// Its size.
    bytes: u64,
    /// How many attempts it has.
    attempts: u64,
    /// What is wrong with the database; nothing where it is sound.
    problems: Vec<String>,
}

/// What the output goes to.
#[derive(Debug, Serialize, JsonSchema)]
struct Terminal {
    /// Whether there is one.
    present: bool,
    /// Columns of a line.
    columns: usize,
    /// Whether colours are shown.
    colour: bool,
    /// Whether characters beyond ASCII are.
    unicode: bool,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let output = DoctorOutput::new(&arguments.folder)?;
    print(&output, arguments.format)?;
    Ok(if output.is_well() { Exit::Done } else { Exit::Unsatisfied })
}

impl DoctorOutput {
    fn new(folder: &DataFolder) -> Result<Self, Failure> {
        let (config, config_trouble, data) = match folder.settings() {
            Ok(settings) => {
                let there = if settings.exists { "" } else { " (not there)" };
                (format!("{}{there}", settings.file.display()), None, folder.path()?)
            }
            Err(failure) => {
                let config = config_file()?;
                (config.display().to_string(), Some(failure.to_string()), folder.fallback()?)
            }
        };
        let (history, history_trouble) = match examine(&data) {
            Ok(health) => (health.map(History::from), None),
            Err(error) => (None, Some(error.to_string())),
        };
        let stdout = io::stdout();
        let terminal = Terminal {
            present: stdout.is_terminal(),
            columns: width_of(&stdout),
            colour: colour_on(&stdout),
            unicode: !is_dumb(),
        };
        let (version, data) = (env!("CARGO_PKG_VERSION"), data.display().to_string());
        Ok(Self { version, config, config_trouble, data, history, history_trouble, terminal })
    }

    fn is_well(&self) -> bool {
        let sound = self.history.as_ref().is_none_or(|history| history.problems.is_empty());
        sound && self.config_trouble.is_none() && self.history_trouble.is_none()
    }

    fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("viva {}", self.version), format!("config: {}", self.config)];
        lines.extend(self.config_trouble.clone());
        lines.push(format!("data folder: {}", self.data));
        lines.push(match (&self.history, &self.history_trouble) {
            (_, Some(trouble)) => format!("history: {trouble}"),
            (None, None) => "history: none yet".to_owned(),
            (Some(history), None) => history.sentence(),
        });
        lines.extend(self.history.iter().flat_map(|history| history.problems.clone()));
        lines.push(self.terminal.sentence());
        lines
    }
}

impl From<Health> for History {
    fn from(health: Health) -> Self {
        let Health { version, bytes, attempts, problems, .. } = health;
        Self { version, bytes, attempts, problems }
    }
}

impl History {
    fn sentence(&self) -> String {
        let state = if self.problems.is_empty() { "sound" } else { "damaged" };
        let kib = self.bytes.div_ceil(1024);
        let attempts = count(self.attempts, "attempt");
        format!("history: {attempts}, {kib} KiB, version {}, {state}", self.version)
    }
}

impl Terminal {
    fn sentence(&self) -> String {
        let what = if self.present { "terminal" } else { "no terminal" };
        let colour = if self.colour { "colour" } else { "no colour" };
        let characters = if self.unicode { "Unicode" } else { "ASCII" };
        format!("output: {what}, {} columns, {colour}, {characters}", self.columns)
    }
}

fn print(output: &DoctorOutput, format: Format) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if format == Format::Json {
        return write_json(output, &mut out);
    }
    for line in output.lines().iter().flat_map(|lines| lines.lines()) {
        for row in Styled::new(Look::Plain, line).wrap(width_of(&io::stdout()), "", "  ") {
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}
