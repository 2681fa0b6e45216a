//! What cannot happen, and why.

use crate::quiz::question::QuestionId;

/// Why an event cannot happen at this point.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing can happen after the end.
    #[error("the attempt is over")]
    Over,
    /// An attempt starts once.
    #[error("the attempt has already started")]
    Started,
    /// The question is not part of this attempt.
    #[error("`{0}` was not drawn")]
    NotDrawn(QuestionId),
    /// Only the question on the screen can be answered.
    #[error("`{0}` is not the question that was shown")]
    NotShown(QuestionId),
    /// No further question is asked.
    #[error("the time is up")]
    TimeUp,
    /// What was revealed can't be answered again.
    #[error("the answer to `{0}` was revealed")]
    Revealed(QuestionId),
    /// What an exam does not allow.
    #[error("an exam has no pauses, no claims and reveals nothing")]
    InExam,
    /// Only a question that was answered or skipped is revealed or claimed.
    #[error("`{0}` was not answered")]
    NotAnswered(QuestionId),
    /// Nothing happens while the clock stands.
    #[error("the attempt is paused")]
    Paused,
}

/// Why a list of events is not an attempt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// The first event is not the start.
    #[error("the events do not begin with the start")]
    NoStart,
    /// An event that cannot happen where it stands.
    #[error("event {number}: {reason}")]
    Event {
        /// From 1.
        number: usize,
        /// Why not.
        reason: Refused,
    },
}
