//! An attempt that begins or goes on.

use crate::attempt::{Attempt, Drafts, Start};
use crate::cli::history::{Asked, Resumed};

/// An attempt that begins or goes on.
pub struct Course {
    /// What is asked.
    pub asked: Asked,
    /// What happened so far.
    pub attempt: Attempt,
    /// What was written and not sent.
    pub drafts: Drafts,
    /// Its place in the history, if it goes on.
    pub resumed: Option<Resumed>,
}

impl Course {
    /// One that begins.
    pub fn new(asked: Asked, start: Start) -> Self {
        Self { asked, attempt: Attempt::begin(start), drafts: Drafts::new(), resumed: None }
    }
}
