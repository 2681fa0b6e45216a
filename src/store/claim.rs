//! Which process has an attempt under way.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::PathBuf;

use super::database::Store;
use super::error::StoreError;
use super::number::AttemptId;

/// An attempt that this process has under way. A lock of the operating system, so that it ends with
/// the process however that ends.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    _lock: File,
}

impl Store {
    /// Takes an attempt for this process; `None` while another has it.
    pub fn claim(&self, id: &AttemptId) -> Result<Option<Claim>, StoreError> {
        let running = self.folder.join("running");
        let path = running.join(&id.0);
        let take = || {
            fs::create_dir_all(&running)?;
            let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path)?;
            match file.try_lock() {
                Ok(()) => Ok(Some(Claim { path: path.clone(), _lock: file })),
                Err(TryLockError::WouldBlock) => Ok(None),
                Err(TryLockError::Error(error)) => Err(error),
            }
        };
        take().map_err(|error: io::Error| StoreError::folder(&path, error))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // The lock ends with the process; the empty file that would stay harms nobody.
        let _ = fs::remove_file(&self.path);
    }
}
