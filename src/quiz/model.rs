//! The quiz, its topics, and the small values they are made of.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::question::{Example, Question, QuestionId, Task};
use crate::diagnostic::Code;
use crate::measure::{PerMille, Weight};

/// A checked quiz: at least one question, ids unique, every question gradable, every question's
/// topic listed in `topics`.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// What the quiz is called.
    pub title: String,
    /// One or two sentences for lists.
    pub description: Option<String>,
    /// Picks stemmer, stop words and word list.
    pub language: LanguageTag,
    /// SPDX expression of the quiz's own licence.
    pub license: Option<String>,
    /// Share of the weighted points that passes.
    pub pass: PerMille,
    /// Limit for the whole attempt.
    pub time_limit: Option<Duration>,
    /// In the file's order, then topics that only questions name, in the order they appear.
    pub topics: Vec<Topic>,
    /// In the file's order.
    pub questions: Vec<Question>,
    /// Lints silenced for the whole file.
    pub allow: Vec<Code>,
    /// Names exactly this quiz.
    pub digest: Digest,
}

impl Quiz {
    /// The question called `id`.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id.as_str() == id)
    }

    /// The topic called `id`.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The examples of all its questions.
    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        let rubrics = self.questions.iter().filter_map(|question| match &question.task {
            Task::Text(rubric) => Some(rubric),
            _ => None,
        });
        rubrics.flat_map(|rubric| &rubric.examples)
    }

    /// Where the question called `id` stands, from 0.
    #[must_use]
    pub fn position(&self, id: &QuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == *id)
    }
}

/// A group of questions that gets a figure of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Unique in the quiz.
    pub id: TopicId,
    /// For people.
    pub title: String,
    /// Multiplies its questions' points in the total.
    pub weight: Weight,
}

/// A topic's name in the file.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct TopicId(String);

impl TopicId {
    /// Wraps a name that the reader has checked.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How much experience a question asks for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// First job.
    Junior,
    /// A few years.
    Mid,
    /// Leads others.
    Senior,
}

impl Level {
    /// Every level, easiest first.
    pub const ALL: [Self; 3] = [Self::Junior, Self::Mid, Self::Senior];

    /// As the file spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Junior => "junior",
            Self::Mid => "mid",
            Self::Senior => "senior",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

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

/// A BCP 47 language tag such as `en` or `pt-BR`; `und` stands for none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Wraps a tag that the reader has checked.
    #[must_use]
    pub fn new(tag: impl Into<String>) -> Self {
        Self(tag.into())
    }

    /// The tag as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for LanguageTag {
    fn default() -> Self {
        Self::new("en")
    }
}

/// SHA-256 of a quiz's canonical form; printed as lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "String", extend("pattern" = "^[0-9a-f]{64}$"))]
pub struct Digest(pub [u8; 32]);

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for Digest {
    type Err = NotADigest;

    fn from_str(text: &str) -> Result<Self, NotADigest> {
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(NotADigest);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| NotADigest)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotADigest)?;
        }
        Ok(Self(bytes))
    }
}

/// A text that names no digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a digest is 64 hexadecimal digits")]
pub struct NotADigest;

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_read_back_as_it_was_printed() {
        let digest = Digest([0xa7; 32]);
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert_eq!("a7".parse::<Digest>(), Err(NotADigest));
        assert_eq!("+7".repeat(32).parse::<Digest>(), Err(NotADigest));
    }
}
