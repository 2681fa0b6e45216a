//! Whether a database is sound.

use rusqlite::Connection;

use super::error::StoreError;

/// What `SQLite` finds wrong with a database; nothing where it is sound. Reads all of it.
pub(super) fn problems(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare("PRAGMA quick_check")?;
    let found = statement.query_map([], |row| row.get::<_, String>(0))?;
    let found: Vec<String> = found.collect::<Result<_, _>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}
