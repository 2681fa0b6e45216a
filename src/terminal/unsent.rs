//! What is written and not yet sent.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::attempt::Given;

/// The answer as far as it is written, for whoever must save it when the conversation is cut off.
#[derive(Debug, Clone, Default)]
pub struct Unsent(Arc<Mutex<Option<Source>>>);

#[derive(Debug)]
enum Source {
    Written(Given),
    /// An editor has it open.
    File(PathBuf),
}

impl Unsent {
    /// Remembers `draft` in place of what was there.
    pub fn put(&self, draft: Given) {
        *self.lock() = Some(Source::Written(draft));
    }

    /// Remembers that the draft is in a file.
    pub fn put_file(&self, path: &Path) {
        *self.lock() = Some(Source::File(path.to_owned()));
    }

    /// Takes what was written last.
    #[must_use]
    pub fn take(&self) -> Option<Given> {
        match self.lock().take()? {
            Source::Written(given) => Some(given),
            Source::File(path) => {
                fs::read_to_string(path).ok().map(|text| Given::text(text.trim_end()))
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Source>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
