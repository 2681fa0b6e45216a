//! What a config file says.

use crate::quiz::PerMille;
use crate::review::Retention;

/// A value with its line, from 1.
pub type At<T> = Option<(T, usize)>;

/// What a config file says; nothing of what it leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Who takes quizzes.
    pub candidate: At<String>,
    /// The folder with the history.
    pub data_dir: At<String>,
    /// Whether questions are asked in plain lines.
    pub plain: At<bool>,
    /// How many questions a review asks at most; 0 for all.
    pub limit: At<usize>,
    /// With which chance a question is still to be known when it is due.
    pub retention: At<Retention>,
    /// From which share on an answer is rated hard.
    pub hard: At<PerMille>,
    /// From which share on an answer is rated good.
    pub good: At<PerMille>,
}

/// The keys that a config file may have, and those of its table `review`.
pub const KEYS: [&str; 4] = ["candidate", "data_dir", "plain", "review"];
/// The keys of the table `review`.
pub const REVIEW_KEYS: [&str; 4] = ["limit", "retention", "hard", "good"];
