//! Why the history cannot be used.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use super::number::Number;
use crate::attempt::ReplayError;

/// Why the history cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Written by a later version of this program.
    #[error(
        "{}: the history has version {found}, and this program knows versions up to {known}; \
         use the newer program, or another folder by --data-dir", .path.display()
    )]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The last version known here.
        known: u32,
    },
    /// A database of something else.
    #[error("{}: is not a history of this program; use another folder by --data-dir", .0.display())]
    Foreign(PathBuf),
    /// The folder is read-only, and what is in it is of an earlier version.
    #[error("{}: the folder cannot be written to, and the history has an earlier version", .0.display())]
    Frozen(PathBuf),
    /// The folder or a file in it cannot be used.
    #[error("{}: {error}", .path.display())]
    Folder {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// What is kept of an attempt is no attempt.
    #[error("attempt {number} cannot be read: {reason}")]
    Unreadable {
        /// Which.
        number: Number,
        /// Why.
        reason: String,
    },
    /// The database refused.
    #[error("the history: {0}")]
    Sql(#[from] rusqlite::Error),
}

impl StoreError {
    pub(super) fn folder(path: &Path, error: io::Error) -> Self {
        Self::Folder { path: path.to_owned(), error }
    }

    pub(super) fn replay(number: Number, error: &ReplayError) -> Self {
        Self::Unreadable { number, reason: error.to_string() }
    }

    /// Whether the file holds no sound database.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        let Self::Sql(error) = self else { return false };
        let code = error.sqlite_error_code();
        matches!(code, Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
    }
}
