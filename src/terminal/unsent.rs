//! What is written and not yet sent.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::attempt::Given;

/// The answer as far as it is written, for whoever must save it when the conversation is cut off.
#[derive(Debug, Clone, Default)]
pub struct Unsent(Arc<Mutex<Option<Given>>>);

impl Unsent {
    /// Remembers `draft` in place of what was there.
    pub fn put(&self, draft: Given) {
        *self.lock() = Some(draft);
    }

    /// Takes what was written last.
    #[must_use]
    pub fn take(&self) -> Option<Given> {
        self.lock().take()
    }

    fn lock(&self) -> MutexGuard<'_, Option<Given>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
