//! Looking at a history without changing it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::database::{NAME, PATIENCE};
use super::error::StoreError;
use super::migrate::version;
use super::sound::problems;

/// How a history is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// The database.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// The version of its form.
    pub version: u32,
    /// How many attempts it has.
    pub attempts: u64,
    /// What `SQLite` finds wrong with it; nothing where it is sound.
    pub problems: Vec<String>,
}

/// Looks at all of the history in `folder`; `None` where there is none. Nothing is migrated, set aside
/// or made.
pub fn examine(folder: &Path) -> Result<Option<Health>, StoreError> {
    let path = folder.join(NAME);
    let Ok(metadata) = fs::metadata(&path) else { return Ok(None) };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    let version = version(&connection, &path)?;
    let problems = problems(&connection)?;
    let attempts: i64 =
        connection.query_row("SELECT count(*) FROM attempt", [], |row| row.get(0))?;
    let attempts = u64::try_from(attempts).unwrap_or(0);
    Ok(Some(Health { path, bytes: metadata.len(), version, attempts, problems }))
}
