//! A damaged database goes out of the way; it is never overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// What `SQLite` keeps beside a database.
const BESIDE: [&str; 3] = ["", "-wal", "-shm"];

/// Renames the database at `path`, with what belongs to it, and gives its new name: the first of
/// `vivavoce.damaged-1.db`, `vivavoce.damaged-2.db`, … that nothing has.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let free = |path: &PathBuf| BESIDE.iter().all(|ending| !with(path, ending).exists());
    let names = (1..).map(|number: u64| path.with_extension(format!("damaged-{number}.db")));
    let aside = names.into_iter().find(free).unwrap_or_else(|| path.to_owned());
    for ending in BESIDE {
        let from = with(path, ending);
        if from.exists() {
            fs::rename(&from, with(&aside, ending))
                .map_err(|error| StoreError::folder(&from, error))?;
        }
    }
    Ok(aside)
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
