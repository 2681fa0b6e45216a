//! What became of each question, and how an attempt ended.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::Given;
use super::millis::Millis;

/// What became of one drawn question so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// What the person decided last.
    pub decision: Decision,
    /// Whether the hint was taken.
    pub hint: bool,
    /// Whether grade and model answer were shown, so that the answer stands.
    pub revealed: bool,
    /// Labels of keywords that the person claims, in the order of claiming.
    pub claims: Vec<String>,
    /// Time it was on the screen.
    pub spent: Millis,
}

/// What a person did with a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Decision {
    /// Nothing yet.
    #[default]
    Open,
    /// Left it unanswered on purpose.
    Skipped,
    /// Answered it.
    Answered {
        /// As given.
        answer: Given,
        /// Whether the time was up.
        late: bool,
    },
}

impl Progress {
    /// Whether it was answered or skipped.
    #[must_use]
    pub const fn is_decided(&self) -> bool {
        !matches!(self.decision, Decision::Open)
    }

    /// The answer, if there is one.
    #[must_use]
    pub const fn answer(&self) -> Option<&Given> {
        match &self.decision {
            Decision::Answered { answer, .. } => Some(answer),
            Decision::Open | Decision::Skipped => None,
        }
    }

    /// Whether the answer came after the time was up.
    #[must_use]
    pub const fn is_late(&self) -> bool {
        matches!(self.decision, Decision::Answered { late: true, .. })
    }
}

/// How an attempt ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// After the last question.
    Finished,
    /// When the time was up.
    TimeUp,
    /// By the person, before the end, or cut off.
    Stopped,
}

impl End {
    /// As reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::TimeUp => "time_up",
            Self::Stopped => "stopped",
        }
    }
}
