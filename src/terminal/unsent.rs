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

impl Source {
    fn read(&self) -> Option<Given> {
        match self {
            Self::Written(given) => Some(given.clone()),
            Self::File(path) => {
                fs::read_to_string(path).ok().map(|text| Given::text(text.trim_end()))
            }
        }
    }
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

    /// What is written so far, which stays there.
    #[must_use]
    pub fn so_far(&self) -> Option<Given> {
        self.lock().as_ref().and_then(Source::read)
    }

    /// Takes what was written last.
    #[must_use]
    pub fn take(&self) -> Option<Given> {
        self.lock().take().and_then(|source| source.read())
    }

    fn lock(&self) -> MutexGuard<'_, Option<Source>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
