//! How a sitting ends.

/// How a sitting ended for now.
#[derive(Debug)]
pub enum End {
    /// The person hands in.
    HandIn {
        /// Answers that could not be read.
        refused: usize,
    },
    /// The time for the whole is up.
    TimeUp,
    /// The person goes on later.
    Left {
        /// By Ctrl-C or a signal.
        interrupted: bool,
    },
}
