//! A candidate's text.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::visible::visible;
use crate::span::Span;

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

    /// Whether it is longer than [`Self::LIMIT`].
    #[must_use]
    pub const fn is_too_long(&self) -> bool {
        self.0.len() > Self::LIMIT
    }

    /// The part that is graded: all of it, or its first [`Self::LIMIT`] bytes, to a character's end.
    #[must_use]
    pub fn gradable(&self) -> &str {
        &self.0[..self.0.floor_char_boundary(Self::LIMIT)]
    }

    /// The text for a terminal: nothing in it can move the cursor, colour or reorder what is shown.
    /// Line breaks are kept.
    ///
    /// ```
    /// use vivavoce::quiz::AnswerText;
    ///
    /// assert_eq!(AnswerText::new("red \x1b[31mtext").for_terminal(), "red ␛[31mtext");
    /// ```
    #[must_use]
    pub fn for_terminal(&self) -> Cow<'_, str> {
        visible(&self.0)
    }

    /// The part at `span` for a terminal; empty where the span does not fit the text.
    #[must_use]
    pub fn part_for_terminal(&self, span: Span) -> Cow<'_, str> {
        visible(span.of(&self.0))
    }
}

impl std::fmt::Debug for AnswerText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AnswerText({:?})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_graded_ends_with_a_whole_character() {
        let text = AnswerText::new("é".repeat(AnswerText::LIMIT));
        assert_eq!(text.gradable().len(), AnswerText::LIMIT);
        let text = AnswerText::new(format!("a{}", text.raw()));
        assert_eq!(text.gradable().len(), AnswerText::LIMIT - 1);
        assert!(text.is_too_long());
    }

    #[test]
    fn an_answer_at_the_limit_is_graded_whole() {
        let text = AnswerText::new("a".repeat(AnswerText::LIMIT));
        assert!(!text.is_too_long());
        assert_eq!(text.gradable(), text.raw());
    }
}
