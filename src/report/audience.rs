//! What may be shown to whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whom a report is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Who decides: everything.
    #[default]
    Manager,
    /// Who answered: the own answers and what was found in them, and nothing that is right beside
    /// them, so that the quiz can be used again.
    Candidate,
    /// Anybody: figures alone.
    Public,
}

impl Audience {
    /// Every audience, the most trusted first.
    pub const ALL: [Self; 3] = [Self::Manager, Self::Candidate, Self::Public];

    /// As reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Candidate => "candidate",
            Self::Public => "public",
        }
    }

    /// What it must not see.
    #[must_use]
    pub const fn redaction(self) -> Redaction {
        match self {
            Self::Manager => Redaction { key: false, answers: false, names: false },
            Self::Candidate => Redaction { key: true, answers: false, names: false },
            Self::Public => Redaction { key: true, answers: true, names: true },
        }
    }
}

/// What is taken out of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
pub struct Redaction {
    /// Whatever is right beside the answer: model answers, accepted answers, right options, names
    /// of keywords and misconceptions, hints, feedback, and what to ask in an interview.
    pub key: bool,
    /// Answers, and what was found in them.
    pub answers: bool,
    /// Who answered.
    pub names: bool,
}

impl Redaction {
    /// What either takes out.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            key: self.key || other.key,
            answers: self.answers || other.answers,
            names: self.names || other.names,
        }
    }
}
