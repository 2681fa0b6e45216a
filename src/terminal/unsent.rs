//! What is written and not yet sent.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::attempt::Given;

/// How long after an editor has ended a Ctrl-C that was typed in it may come to us.
const LATE: Duration = Duration::from_millis(500);

/// The answer as far as it is written, for whoever must save it when the conversation is cut off.
#[derive(Debug, Clone, Default)]
pub struct Unsent(Arc<Mutex<Draft>>);

#[derive(Debug, Default)]
struct Draft {
    source: Option<Source>,
    /// When an editor last had it.
    edited: Option<Instant>,
}

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

impl Draft {
    /// Whether an editor has it open.
    const fn is_open(&self) -> bool {
        matches!(self.source, Some(Source::File(_)))
    }
}

impl Unsent {
    /// Remembers `draft` in place of what was there.
    pub fn put(&self, draft: Given) {
        let mut kept = self.lock();
        if kept.is_open() {
            kept.edited = Some(Instant::now());
        }
        kept.source = Some(Source::Written(draft));
    }

    /// Remembers that the draft is in a file.
    pub fn put_file(&self, path: &Path) {
        self.lock().source = Some(Source::File(path.to_owned()));
    }

    /// Whether a Ctrl-C that comes now was typed in an editor, which has the draft or had it until a
    /// moment ago.
    #[must_use]
    pub fn is_in_editor(&self) -> bool {
        let kept = self.lock();
        kept.is_open() || kept.edited.is_some_and(|edited| edited.elapsed() < LATE)
    }

    /// What is written so far, which stays there.
    #[must_use]
    pub fn so_far(&self) -> Option<Given> {
        self.lock().source.as_ref().and_then(Source::read)
    }

    /// Takes what was written last.
    #[must_use]
    pub fn take(&self) -> Option<Given> {
        self.lock().source.take().and_then(|source| source.read())
    }

    fn lock(&self) -> MutexGuard<'_, Draft> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
