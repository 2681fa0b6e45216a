//! What a person answered.

use super::question::{ItemId, OptionId};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A response to one question, of the kind its task takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// Left unanswered; earns nothing and counts.
    Skipped,
    /// To `text` and `short`.
    Written(AnswerText),
    /// To `choice` (one) and `multi` (any number), in the file's order.
    Picked(Vec<OptionId>),
    /// To `boolean`.
    Judged(bool),
    /// To `number`: the value, and what was typed.
    Counted(Decimal, AnswerText),
    /// To `order`: a permutation of all items.
    Ordered(Vec<ItemId>),
    /// To `cloze`: one text per gap.
    Filled(Vec<AnswerText>),
}

/// A candidate's text. It has no `Display`, since it is hostile until made safe for a place.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct AnswerText(String);

impl AnswerText {
    /// Most bytes that are graded: 1 MiB.
    pub const LIMIT: usize = 1 << 20;

    /// Wraps a text as given.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as given, for grading and storing, never for showing.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.0
    }

    /// Whether nothing but blanks was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl std::fmt::Debug for AnswerText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AnswerText({:?})", self.0)
    }
}
