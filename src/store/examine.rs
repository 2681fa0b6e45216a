//! Looking at a history without changing it.

use std::path::{Path, PathBuf};
use std::{fs, io};

use rusqlite::Connection;

use super::database::{NAME, connect_to_read};
use super::error::StoreError;
use super::migrate::version;

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

/// Looks at all of the history in `folder`; `None` where there is none. Nothing of it is migrated, set
/// aside or made; `SQLite` may make its journal, which is empty then.
pub fn examine(folder: &Path) -> Result<Option<Health>, StoreError> {
    let path = folder.join(NAME);
    let metadata = match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        found => found.map_err(|error| StoreError::folder(&path, error))?,
    };
    let connection = connect_to_read(&path)?;
    let version = version(&connection, &path)?;
    let problems = problems(&connection)?;
    let attempts = if version == 0 { 0 } else { attempts(&connection)? };
    Ok(Some(Health { path, bytes: metadata.len(), version, attempts, problems }))
}

fn attempts(connection: &Connection) -> Result<u64, StoreError> {
    let attempts: i64 =
        connection.query_row("SELECT count(*) FROM attempt", [], |row| row.get(0))?;
    Ok(u64::try_from(attempts).unwrap_or(0))
}

/// What `SQLite` finds wrong with a database; nothing where it is sound. Reads all of it.
fn problems(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("PRAGMA quick_check")?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?;
    let found: Vec<String> = found.collect::<Result<_, _>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}
