//! An attempt that begins or goes on.

use crate::attempt::{Attempt, Start};
use crate::cli::history::{Asked, Resumed};

/// An attempt that begins or goes on.
pub struct Course {
    /// What is asked.
    pub asked: Asked,
    /// What happened so far.
    pub attempt: Attempt,
    /// Its place in the history, if it goes on.
    pub resumed: Option<Resumed>,
}

impl Course {
    /// One that begins.
    pub fn new(asked: Asked, start: Start) -> Self {
        Self { asked, attempt: Attempt::begin(start), resumed: None }
    }
}
