//! How an attempt is held, whatever is asked in it.

use std::io;
use std::path::PathBuf;

use clap::Args;

use crate::attempt::Mode;
use crate::cli::Format;
use crate::cli::history::DataFolder;
use crate::cli::settings::Settings;
use crate::cli::talk::say;
use crate::quiz::AnswerText;
use crate::store::Store;

#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag that a person types")]
pub struct Manner {
    /// Reveal nothing until the end
    #[arg(long)]
    pub exam: bool,
    /// Who takes the quiz, for the report
    #[arg(long, value_name = "NAME")]
    pub candidate: Option<String>,
    /// Exit with 1 when the result is below the pass mark
    #[arg(long)]
    pub require_pass: bool,
    /// What to print at the end
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Also write the report to a file, in the format of its ending (`viva report --help` lists
    /// them); repeatable
    #[arg(long, value_name = "FILE")]
    pub report: Vec<PathBuf>,
    /// Take the answers from a TOML or JSON file, by question id
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// Ask in plain lines, without cursor movement, for screen readers
    #[arg(long)]
    pub plain: bool,
    /// Keep nothing of this attempt in the history
    #[arg(long)]
    pub no_history: bool,
    #[command(flatten)]
    pub folder: DataFolder,
}

impl Manner {
    /// The manner with what the person settled where no argument says otherwise.
    pub fn settled(&self, settings: &Settings) -> Self {
        Self {
            candidate: self.candidate.clone().or_else(|| settings.candidate.value.clone()),
            plain: self.plain || settings.plain.value,
            ..self.clone()
        }
    }

    /// Whether anything is revealed before the end.
    pub const fn mode(&self) -> Mode {
        if self.exam { Mode::Exam } else { Mode::Practice }
    }

    /// Who takes the quiz, as the report keeps it.
    pub fn candidate(&self) -> Option<AnswerText> {
        self.candidate.as_ref().map(AnswerText::new)
    }

    /// The history, unless the person wants no trace or it cannot be used. The run goes on without it.
    pub fn history(&self) -> io::Result<Option<Store>> {
        if self.no_history {
            return Ok(None);
        }
        let (store, note) = match self.folder.open() {
            Ok((store, note)) => (Some(store), note),
            Err(failure) => (None, Some(format!("This run is not kept in the history: {failure}"))),
        };
        if let Some(note) = note {
            say(&note)?;
        }
        Ok(store)
    }
}
