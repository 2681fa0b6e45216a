//! What is kept of answers that are not yet handed in: a file for each pack in the user's data folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::path::{refused, shown};
use crate::cli::talk::say_done;
use crate::cli::whole_file::replace;
use crate::cli::{Exit, Failure};
use crate::quiz::visible;
use crate::store::private_folder;
use crate::takehome::pack::Pack;
use crate::takehome::pack_id::PackId;
use crate::takehome::sitting::Sitting;

/// The file for one pack, which no other process uses meanwhile.
#[derive(Debug, Clone)]
pub struct Kept {
    path: PathBuf,
    /// Held until the end.
    lock: Arc<Lock>,
}

#[derive(Debug)]
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Kept {
    /// Holds the file for `pack` under the data folder `data`.
    pub fn open(data: &Path, pack: PackId) -> Result<Self, Failure> {
        let folder = data.join("take");
        let path = folder.join(format!("{pack}.json"));
        let lock = folder.join(format!("{pack}.lock"));
        let wrong = |error: io::Error| refused(&lock, error);
        private_folder(&folder).map_err(wrong)?;
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(false).open(&lock).map_err(wrong)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { path, lock: Arc::new(Lock { path: lock, _file: file }) }),
            Err(TryLockError::WouldBlock) => {
                let message = "this quiz is being taken in another window; only one at a time";
                Err(Failure::Input(message.to_owned()))
            }
            Err(TryLockError::Error(error)) => Err(wrong(error)),
        }
    }

    /// What is kept; `None` where there is nothing yet.
    pub fn read(&self, pack: &Pack) -> Result<Option<Sitting>, Failure> {
        let wrong = |why: String| refused(&self.path, visible(&why));
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(wrong(error.to_string())),
        };
        let sitting: Option<Sitting> = serde_json::from_str(&text).ok();
        let sitting = sitting.filter(|sitting| sitting.is_of(pack));
        let message = "damaged, or of another version; --forget deletes it".to_owned();
        sitting.map(Some).ok_or_else(|| wrong(message))
    }

    /// Puts `sitting` in place of what is kept, all of it or nothing.
    pub fn write(&self, sitting: &Sitting) -> io::Result<()> {
        replace(&self.path, &serde_json::to_vec(sitting)?)
    }

    /// Deletes it.
    pub fn forget(self) -> Result<Exit, Failure> {
        let told = match fs::remove_file(&self.path) {
            Ok(()) => "your answers are deleted from this computer",
            Err(error) if error.kind() == ErrorKind::NotFound => {
                "nothing is kept of this quiz on this computer"
            }
            Err(error) => return Err(refused(&self.path, error)),
        };
        // An empty file that is left behind says nothing.
        let _ = fs::remove_file(&self.lock.path);
        say_done(told)?;
        Ok(Exit::Done)
    }

    /// Where, for people.
    pub fn shown(&self) -> String {
        shown(&self.path)
    }
}
