//! Opening the database.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::migrate::{known, migrate, version};
use super::private::{private_file, private_folder};
use super::set_aside::set_aside;

/// The database's name in the data folder.
pub(super) const NAME: &str = "vivavoce.db";

/// The name of the file that one process at a time locks.
const LOCK: &str = "vivavoce.lock";

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
        private_folder(folder).map_err(|error| StoreError::folder(folder, error))?;
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
}

/// Lets one process at a time open, migrate or set aside; free again when it is dropped.
fn gate(folder: &Path) -> Result<File, StoreError> {
    let file = open_lock(folder)?;
    file.lock().map_err(|error| StoreError::folder(&folder.join(LOCK), error))?;
    Ok(file)
}

/// Whether files in `folder` can be written to. `SQLite` maps one of its files into memory, and the
/// process would die of writing there when that is no longer so. Its own files must not be opened to
/// find out: closing them would give up its locks.
pub(super) fn check_writable(folder: &Path) -> Result<(), StoreError> {
    open_lock(folder).map(drop)
}

fn open_lock(folder: &Path) -> Result<File, StoreError> {
    let path = folder.join(LOCK);
    private_file().open(&path).map_err(|error| StoreError::folder(&path, error))
}

fn connect(path: &Path) -> Result<Connection, StoreError> {
    // `SQLite` makes what it keeps beside a database as private as the database is.
    private_file().open(path).map_err(|error| StoreError::folder(path, error))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
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

/// Connects to a database in a folder where nothing can be written.
fn connect_frozen(path: &Path) -> Result<Connection, StoreError> {
    let connection = match connect_to_read(path) {
        // Without a journal beside it `SQLite` cannot read along with others. Nobody writes there.
        Err(_) if !has_journal(path) => open_read_only(uri(path))?,
        connected => connected?,
    };
    if version(&connection, path)? < known() {
        return Err(StoreError::Frozen(path.to_owned()));
    }
    Ok(connection)
}

/// Connects to a database to read it along with others who write.
pub(super) fn connect_to_read(path: &Path) -> Result<Connection, StoreError> {
    let connection = open_read_only(path)?;
    connection.busy_timeout(PATIENCE)?;
    version(&connection, path)?;
    Ok(connection)
}

fn open_read_only(path: impl AsRef<Path>) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// Whether there is something in the database's journal that the database has not.
fn has_journal(path: &Path) -> bool {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-wal");
    fs::metadata(journal).is_ok_and(|metadata| metadata.len() > 0)
}

/// `path` as the URI of a file that does not change.
fn uri(path: &Path) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    let escaped =
        bytes.map(
            |&byte| {
                if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02x}") }
            },
        );
    format!("file:{}?immutable=1", escaped.collect::<String>())
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
}
