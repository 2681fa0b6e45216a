//! What brought the questions together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What brought the questions of an attempt together.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The quiz as it is, or what a person chose of it by topic, level, tag and number.
    #[default]
    Quiz,
    /// What is known least.
    Weak,
    /// What was missed when it was asked last.
    Missed,
    /// A mixed set that fits a time.
    Interview,
    /// What is due.
    Review,
}

impl Occasion {
    /// As events and reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Quiz => "quiz",
            Self::Weak => "weak",
            Self::Missed => "missed",
            Self::Interview => "interview",
            Self::Review => "review",
        }
    }

    /// All there are.
    pub const ALL: [Self; 5] =
        [Self::Quiz, Self::Weak, Self::Missed, Self::Interview, Self::Review];

    /// What it is called for people; nothing where a quiz is simply taken.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Quiz => None,
            Self::Weak => Some("weak questions"),
            Self::Missed => Some("missed questions"),
            Self::Interview => Some("interview"),
            Self::Review => Some("review"),
        }
    }

    /// Whether a quiz is simply taken.
    #[must_use]
    pub const fn is_quiz(&self) -> bool {
        matches!(self, Self::Quiz)
    }

    /// Whether the questions were chosen because they are not known. The pass mark says nothing of
    /// those.
    #[must_use]
    pub const fn is_of_gaps(self) -> bool {
        matches!(self, Self::Weak | Self::Missed | Self::Review)
    }
}
