//! A damaged database goes out of the way; it is never overwritten.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::error::StoreError;

/// What `SQLite` keeps of a database, the file itself last: while that is in its place, `SQLite` does not
/// throw away what belongs to it.
const FILES: [&str; 3] = ["-shm", "-wal", ""];

/// Renames the database at `path`, with what belongs to it, and gives its new name: the first of
/// `vivavoce.damaged-1.db`, `vivavoce.damaged-2.db`, … that nothing has.
pub(super) fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let mut names = (1..).map(|number: u32| path.with_extension(format!("damaged-{number}.db")));
    let aside = names.find(|name| !name.exists()).ok_or_else(|| {
        StoreError::folder(path, io::Error::other("no name is left for a damaged history"))
    })?;
    for ending in FILES {
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
