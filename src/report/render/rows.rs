//! What a row of CSV stands for.

/// What a row stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Rows {
    /// One question of one attempt.
    #[default]
    Questions,
    /// One topic of one attempt.
    Topics,
    /// One attempt.
    Attempts,
}
