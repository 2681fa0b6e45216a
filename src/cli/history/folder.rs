//! Where the history is.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use etcetera::app_strategy::{AppStrategy, AppStrategyArgs, choose_native_strategy};

use crate::cli::Failure;
use crate::quiz::visible;
use crate::store::{Opened, Store, StoreError};

/// The folder with the history, as an argument.
#[derive(Debug, Args)]
pub struct DataFolder {
    /// The folder with the history, instead of the user's data folder
    #[arg(long, value_name = "FOLDER", env = "VIVA_DATA_DIR", hide_env_values = true)]
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
            writeln!(io::stderr(), "{}", visible(&note))?;
        }
        Ok(Some(store))
    }

    /// Where it is.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        if let Some(folder) = self.data_dir.as_ref().filter(|folder| !folder.as_os_str().is_empty())
        {
            return Ok(folder.clone());
        }
        let app = AppStrategyArgs {
            top_level_domain: String::new(),
            author: String::new(),
            app_name: "vivavoce".to_owned(),
        };
        let strategy = choose_native_strategy(app)
            .map_err(|error| Failure::Input(format!("no data folder: {error}")))?;
        Ok(strategy.data_dir())
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
