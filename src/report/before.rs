//! What topics earned in the attempt before.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::quiz::{PerMille, TopicId};

/// What a topic earned in the last attempt before this one that asked about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TopicBefore {
    /// The topic's name in the file.
    pub topic: TopicId,
    /// When that attempt started, as RFC 3339 in UTC.
    pub started: String,
    /// What was earned of what could have been.
    pub share: PerMille,
}
