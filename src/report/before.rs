//! What the same questions earned when they were asked last.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::quiz::{PerMille, TopicId};

/// What the questions of a topic that were asked before earned then, and what they earned now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TopicBefore {
    /// The topic's name in the file.
    pub topic: TopicId,
    /// When the last of them was answered, as RFC 3339 in UTC.
    pub answered: String,
    /// How many of them there are.
    pub questions: usize,
    /// What they earned then of what could have been.
    pub share: PerMille,
    /// What they earned now.
    pub now: PerMille,
}
