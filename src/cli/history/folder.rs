//! Where the history is.

use std::env::var_os;
use std::path::PathBuf;

use clap::Args;

use crate::cli::Failure;
use crate::cli::settings::{Settings, data_folder};
use crate::cli::talk::say;
use crate::store::{Opened, Store, StoreError};

/// The environment variable that names it.
const VARIABLE: &str = "VIVA_DATA_DIR";

/// The folder with the history, as an argument.
#[derive(Debug, Clone, Args)]
pub struct DataFolder {
    /// The folder with the history, instead of the user's data folder
    #[arg(long, value_name = "FOLDER", env = VARIABLE, hide_env_values = true)]
    data_dir: Option<PathBuf>,
}

impl DataFolder {
    /// Opens the history to write into it. Gives also what a person should know.
    pub fn open(&self) -> Result<(Store, Option<String>), Failure> {
        Ok(told(Store::open(&self.path()?)?))
    }

    /// Opens the history if there is one, and says on stderr what a person should know.
    pub fn open_existing(&self) -> Result<Option<Store>, Failure> {
        let Some(opened) = Store::open_existing(&self.path()?)? else { return Ok(None) };
        let (store, note) = told(opened);
        if let Some(note) = note {
            say(&note)?;
        }
        Ok(Some(store))
    }

    /// Where it is: what an argument or the environment says, else the config file, else the usual.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        match self.settings()?.data_dir.value {
            Some(folder) => Ok(folder),
            None => data_folder(),
        }
    }

    /// Where it is as far as that is known while the config file cannot be read.
    pub fn fallback(&self) -> Result<PathBuf, Failure> {
        self.named().map_or_else(data_folder, Ok)
    }

    fn named(&self) -> Option<PathBuf> {
        self.data_dir.clone().filter(|folder| !folder.as_os_str().is_empty())
    }

    /// What holds for this person, with this folder.
    pub fn settings(&self) -> Result<Settings, Failure> {
        let settings = Settings::load()?;
        let Some(folder) = self.named() else {
            return Ok(settings);
        };
        let variable = Some(VARIABLE).filter(|name| var_os(name).is_some_and(|it| it == folder));
        Ok(settings.with_data_dir(folder, variable))
    }
}

fn told(opened: Opened) -> (Store, Option<String>) {
    let note = opened.set_aside.map(|aside| {
        let aside = aside.display();
        format!("the history was damaged; it is kept as {aside}, and a new one begins")
    });
    (opened.store, note)
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Input(error.to_string())
    }
}
