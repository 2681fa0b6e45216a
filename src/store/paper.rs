//! What is asked in an attempt: the text of a quiz, or of several that are mixed.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::quiz::Digest;

/// What is asked in an attempt. Of one quiz, its digest is that quiz's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Paper {
    /// Names exactly this.
    pub digest: Digest,
    /// What it is called.
    pub title: String,
    /// The quizzes that it consists of, in order.
    pub parts: Vec<KeptQuiz>,
}

/// A quiz file as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KeptQuiz {
    /// Names exactly this quiz.
    pub digest: Digest,
    /// What it is called.
    pub title: String,
    /// The file's text.
    pub text: String,
    /// Where it came from when it was asked last.
    pub source: Source,
}

/// Where a quiz came from. In text and JSON: `bundled:django` or `file:/home/ada/quiz.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub enum Source {
    /// Compiled in, by its name.
    Bundled(String),
    /// A file, by its absolute path.
    File(String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bundled(name) => write!(f, "bundled:{name}"),
            Self::File(path) => write!(f, "file:{path}"),
        }
    }
}

/// A text that says no source.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither `bundled:NAME` nor `file:PATH`")]
pub struct NotASource(String);

impl FromStr for Source {
    type Err = NotASource;

    fn from_str(text: &str) -> Result<Self, NotASource> {
        match text.split_once(':') {
            Some(("bundled", name)) => Ok(Self::Bundled(name.to_owned())),
            Some(("file", path)) => Ok(Self::File(path.to_owned())),
            _ => Err(NotASource(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Source {
    type Error = NotASource;

    fn try_from(text: String) -> Result<Self, NotASource> {
        text.parse()
    }
}

impl From<Source> for String {
    fn from(source: Source) -> Self {
        source.to_string()
    }
}
