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

    /// A text that is no Markdown, so that it is shown as it stands.
    ///
    /// ```
    /// use vivavoce::quiz::Markdown;
    ///
    /// assert_eq!(Markdown::literal("__init__").as_str(), "\\_\\_init\\_\\_");
    /// ```
    #[must_use]
    pub fn literal(text: &str) -> Self {
        const MARKS: [char; 12] = ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '!', '~', '|'];
        let mut source = String::with_capacity(text.len() + 8);
        for character in text.chars() {
            if MARKS.contains(&character) {
                source.push('\\');
            }
            source.push(character);
        }
        Self(source)
    }

    /// The source.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
