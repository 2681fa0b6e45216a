//! Text of the quiz's author.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Text in Markdown, written by the quiz's author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Markdown(String);

impl Markdown {
    /// Wraps Markdown source.
    #[must_use]
    pub fn new(source: impl Into<String>) -> Self {
        Self(source.into())
    }

    /// The source.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
