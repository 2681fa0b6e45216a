//! Where a person's files are.

use std::env::var_os;
use std::path::PathBuf;

use etcetera::app_strategy::{AppStrategy, AppStrategyArgs, choose_native_strategy};

use crate::cli::Failure;

/// Names another config file.
const CONFIG: &str = "VIVA_CONFIG";

/// Where the config file is, whether or not there is one.
pub fn config_file() -> Result<PathBuf, Failure> {
    match var_os(CONFIG).filter(|path| !path.is_empty()) {
        Some(path) => Ok(path.into()),
        None => Ok(native()?.config_dir().join("config.toml")),
    }
}

/// Where the history is if nobody says otherwise.
pub fn data_folder() -> Result<PathBuf, Failure> {
    Ok(native()?.data_dir())
}

fn native() -> Result<impl AppStrategy, Failure> {
    let app = AppStrategyArgs {
        top_level_domain: String::new(),
        author: String::new(),
        app_name: "vivavoce".to_owned(),
    };
    choose_native_strategy(app).map_err(|error| Failure::Input(format!("no home folder: {error}")))
}
