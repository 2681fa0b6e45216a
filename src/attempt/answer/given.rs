//! An answer before its question is looked at.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::quiz::AnswerText;
use crate::quiz::question::QuestionId;

/// Answers as far as they are written, by question.
pub type Drafts = BTreeMap<QuestionId, Given>;

/// An answer as given: one text, or its parts.
///
/// In JSON it is a string or an array; a number or a truth value stands for its text, and `null` for
/// no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Given {
    /// One text. Where a question takes several parts, `|` separates them.
    Text(AnswerText),
    /// The parts, whatever characters they hold.
    Parts(Vec<AnswerText>),
}

impl Given {
    /// One text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(AnswerText::new(text))
    }

    /// Several parts.
    #[must_use]
    pub fn parts<T: Into<String>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Parts(parts.into_iter().map(AnswerText::new).collect())
    }

    /// Whether nothing but blanks was given.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.is_blank(),
            Self::Parts(parts) => parts.iter().all(AnswerText::is_blank),
        }
    }

    /// Bytes of all texts together.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Text(text) => text.raw().len(),
            Self::Parts(parts) => parts.iter().map(|part| part.raw().len()).sum(),
        }
    }

    /// Whether there is not a single byte.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of it as one text, parts separated by `|`.
    #[must_use]
    pub fn whole(&self) -> AnswerText {
        match self {
            Self::Text(text) => text.clone(),
            Self::Parts(parts) => {
                let parts: Vec<&str> = parts.iter().map(AnswerText::raw).collect();
                AnswerText::new(parts.join(" | "))
            }
        }
    }

    /// The parts, cut at `|` where it is one text; blanks around them are no part of them.
    pub(super) fn split(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => text.raw().split('|').map(str::trim).collect(),
            Self::Parts(parts) => parts.iter().map(|part| part.raw().trim()).collect(),
        }
    }

    /// The text, if it is one text or one part.
    pub(super) fn single(&self) -> Option<&AnswerText> {
        match self {
            Self::Text(text) => Some(text),
            Self::Parts(parts) => match parts.as_slice() {
                [part] => Some(part),
                _ => None,
            },
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GivenVisitor)
    }
}

struct GivenVisitor;

impl<'de> Visitor<'de> for GivenVisitor {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer: a string, a number, true or false, or an array of these")
    }

    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Given::text(""))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Given, E> {
        Ok(Given::text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Given, E> {
        Ok(Given::text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Given, E> {
        Ok(Given::text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Given, E> {
        Ok(Given::text(value.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Given, E> {
        Ok(Given::text(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Given, E> {
        Ok(Given::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Given, A::Error> {
        let mut texts = Vec::new();
        while let Some(part) = parts.next_element::<Self::Value>()? {
            match part {
                Given::Text(text) => texts.push(text),
                Given::Parts(_) => {
                    return Err(serde::de::Error::custom("an answer's parts have no parts"));
                }
            }
        }
        Ok(Given::Parts(texts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(json: &str) -> Result<Given, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn json_values_stand_for_their_texts() {
        assert_eq!(parse("\"a|b\"").unwrap(), Given::text("a|b"));
        assert_eq!(parse("4.2").unwrap(), Given::text("4.2"));
        assert_eq!(parse("-3").unwrap(), Given::text("-3"));
        assert_eq!(parse("true").unwrap(), Given::text("true"));
        assert_eq!(parse("null").unwrap(), Given::text(""));
        assert_eq!(parse("[\"a\", 2]").unwrap(), Given::parts(["a", "2"]));
        assert!(parse("{}").is_err());
        assert!(parse("[[1]]").is_err());
    }

    #[test]
    fn an_answer_is_read_back_as_it_was_kept() {
        for given in [Given::text("a"), Given::parts(["a|b", ""]), Given::parts([""; 0])] {
            assert_eq!(parse(&serde_json::to_string(&given).unwrap()).unwrap(), given);
        }
    }
}
