//! From an earlier schema to this one.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;

/// What leads from each version to the next; the first makes version 1 of nothing. A script that was
/// released is never changed.
pub(super) const SCRIPTS: &[&str] =
    &[include_str!("schema/1.sql"), include_str!("schema/2.sql"), include_str!("schema/3.sql")];

/// Says that a database is of this program: `viva` in ASCII.
const APPLICATION: u32 = 0x7669_7661;

/// The version that this program writes.
pub(super) fn known() -> u32 {
    u32::try_from(SCRIPTS.len()).unwrap_or(u32::MAX)
}

/// The version of the database at `path`; 0 of one with nothing in it.
pub(super) fn version(connection: &Connection, path: &Path) -> Result<u32, StoreError> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    let (found, application) = (number("user_version")?, number("application_id")?);
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let ours = application == APPLICATION || (application == 0 && tables == 0);
    if !ours {
        return Err(StoreError::Foreign(path.to_owned()));
    }
    let known = known();
    if found > known {
        return Err(StoreError::Newer { path: path.to_owned(), found, known });
    }
    Ok(found)
}

/// Brings the database at `path` to the version that this program writes, all the way or not at all.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    if version(connection, path)? == known() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&transaction, path)?;
    for script in SCRIPTS.iter().skip(found as usize) {
        transaction.execute_batch(script)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", known())?;
    Ok(transaction.commit()?)
}
