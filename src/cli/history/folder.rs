//! Where the history is.

use std::path::PathBuf;

use clap::Args;
use etcetera::app_strategy::{AppStrategy, AppStrategyArgs, choose_native_strategy};

use crate::cli::Failure;
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
        let Opened { store, set_aside } = Store::open(&self.path()?)?;
        let note = set_aside.map(|aside| {
            format!(
                "the history was damaged; it is kept as {}, and a new one begins",
                aside.display()
            )
        });
        Ok((store, note))
    }

    fn path(&self) -> Result<PathBuf, Failure> {
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

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Input(error.to_string())
    }
}
