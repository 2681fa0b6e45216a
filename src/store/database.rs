//! Opening the database.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::migrate::{known, migrate, version};
use super::set_aside::set_aside;
use super::sound::problems;

/// The database's name in the data folder.
pub(super) const NAME: &str = "vivavoce.db";

/// How long a write waits for the writes of other processes.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// The history in a data folder.
#[derive(Debug)]
pub struct Store {
    pub(super) connection: Connection,
    pub(super) folder: PathBuf,
}

/// A history, and what happened when it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The history.
    pub store: Store,
    /// Where a damaged database was put, which the history took the place of.
    pub set_aside: Option<PathBuf>,
}

impl Store {
    /// Opens the history in `folder`, to read and to write. What does not exist is made.
    pub fn open(folder: &Path) -> Result<Opened, StoreError> {
        make(folder).map_err(|error| StoreError::folder(folder, error))?;
        let _gate = gate(folder)?;
        let path = folder.join(NAME);
        let (connection, set_aside) = match connect(&path) {
            Err(error) if error.is_damage() => {
                let aside = set_aside(&path)?;
                (connect(&path)?, Some(aside))
            }
            connected => (connected?, None),
        };
        Ok(Opened { store: Self { connection, folder: folder.to_owned() }, set_aside })
    }

    /// Opens the history in `folder` if there is one; where the folder is read-only, to read.
    pub fn open_existing(folder: &Path) -> Result<Option<Opened>, StoreError> {
        let path = folder.join(NAME);
        match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            found => found.map_err(|error| StoreError::folder(&path, error))?,
        };
        match Self::open(folder) {
            Err(StoreError::Folder { error, .. }) if is_read_only(&error) => {
                let store = Self { connection: connect_frozen(&path)?, folder: folder.to_owned() };
                Ok(Some(Opened { store, set_aside: None }))
            }
            opened => opened.map(Some),
        }
    }

    /// Where the database is.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }

    /// Whether nothing can be written to it.
    pub fn is_read_only(&self) -> Result<bool, StoreError> {
        Ok(self.connection.is_readonly(rusqlite::MAIN_DB)?)
    }

    /// What `SQLite` finds wrong with the database; nothing where it is sound. Reads all of it.
    pub fn problems(&self) -> Result<Vec<String>, StoreError> {
        problems(&self.connection)
    }
}

/// Makes a folder that only its owner can look into: answers are personal.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Lets one process at a time open, migrate or set aside; free again when it is dropped.
fn gate(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join("vivavoce.lock");
    let enter = || {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path)?;
        file.lock()?;
        Ok(file)
    };
    enter().map_err(|error| StoreError::folder(&path, error))
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    // A database of another program stays as it is, down to its journal.
    version(&connection, path)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate(&mut connection, path)?;
    Ok(connection)
}

/// Connects to a database in a folder where nothing can be written and so nothing changes.
fn connect_frozen(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(uri(path), flags)?;
    if version(&connection, path)? < known() {
        return Err(StoreError::Frozen(path.to_owned()));
    }
    Ok(connection)
}

/// `path` as the URI of a file that does not change.
fn uri(path: &Path) -> String {
    let escaped =
        path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{escaped}?immutable=1")
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}
