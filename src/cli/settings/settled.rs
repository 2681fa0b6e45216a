//! What holds for this person.

use std::io;
use std::path::PathBuf;

use super::origin::{Origin, Setting};
use super::place::config_file;
use super::read::read;
use super::said::Said;
use crate::cli::path::refused;
use crate::cli::read::{MiB, text_at_most};
use crate::cli::{Failure, drawing_for};
use crate::quiz::PerMille;
use crate::review::{Retention, Thresholds};

/// How many questions a review asks where nobody says how many.
const LIMIT: usize = 20;

/// What holds for this person, where no argument says otherwise.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The config file.
    pub file: PathBuf,
    /// Whether there is one.
    pub exists: bool,
    /// Who takes quizzes.
    pub candidate: Setting<Option<String>>,
    /// The folder with the history; the usual one for `None`.
    pub data_dir: Setting<Option<PathBuf>>,
    /// Whether questions are asked in plain lines.
    pub plain: Setting<bool>,
    /// How many questions a review asks at most; 0 for all.
    pub limit: Setting<usize>,
    /// With which chance a question is still to be known when it is due.
    pub retention: Setting<Retention>,
    /// From which share on an answer is rated hard.
    pub hard: Setting<PerMille>,
    /// From which share on an answer is rated good.
    pub good: Setting<PerMille>,
}

impl Settings {
    /// Reads the config file, if there is one.
    pub fn load() -> Result<Self, Failure> {
        let file = config_file()?;
        let text = match text_at_most(&file, MiB(1)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            text => Some(text.map_err(|error| refused(&file, error))?),
        };
        let exists = text.is_some();
        let text = text.unwrap_or_default();
        let read = read(&text);
        let said = read.value.ok_or_else(|| {
            let name = file.to_string_lossy();
            let drawn = drawing_for(&io::stderr()).draw(&name, &text, &read.diagnostics);
            Failure::Invalid(drawn.trim_end().to_owned())
        })?;
        Ok(Self::new(file, exists, said))
    }

    fn new(file: PathBuf, exists: bool, said: Said) -> Self {
        let default = Thresholds::default();
        let some = |said: Option<(String, usize)>| said.map(|(text, line)| (Some(text), line));
        let folder = said.data_dir.map(|(folder, line)| (Some(PathBuf::from(folder)), line));
        Self {
            file,
            exists,
            candidate: Setting::new(some(said.candidate), None),
            data_dir: Setting::new(folder, None),
            plain: Setting::new(said.plain, false),
            limit: Setting::new(said.limit, LIMIT),
            retention: Setting::new(said.retention, Retention::default()),
            hard: Setting::new(said.hard, default.hard),
            good: Setting::new(said.good, default.good),
        }
    }

    /// From which share on an answer counts as how well known.
    pub const fn thresholds(&self) -> Thresholds {
        Thresholds { hard: self.hard.value, good: self.good.value }
    }

    /// The settings with the folder that an argument, or the environment variable `name`, names.
    pub fn with_data_dir(mut self, folder: PathBuf, name: Option<&'static str>) -> Self {
        let origin = name.map_or(Origin::Flag, Origin::Environment);
        self.data_dir = Setting { value: Some(folder), origin };
        self
    }
}
