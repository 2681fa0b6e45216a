//! One answer of a file.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::attempt::Given;

/// One answer of a file.
#[derive(Debug)]
pub struct Row<'a> {
    /// Who answered.
    pub candidate: Cow<'a, str>,
    /// The question's id, or one that it had before.
    pub question: Cow<'a, str>,
    /// As given.
    pub answer: Given,
    /// Further columns, to be carried through.
    pub extra: Vec<(Cow<'a, str>, Extra<'a>)>,
}

/// A further column's value.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(untagged)]
pub enum Extra<'a> {
    /// From CSV.
    Text(&'a str),
    /// From JSON, as it stands there.
    Json(&'a RawValue),
}

impl Extra<'_> {
    /// As a field of CSV: a JSON string without its quotes, anything else as it stands.
    #[must_use]
    pub fn field(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Json(json) => serde_json::from_str::<String>(json.get())
                .map_or(Cow::Borrowed(json.get()), Cow::Owned),
        }
    }
}

/// Why a row is not graded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The line of the file on which the row starts, from 1.
    pub line: u64,
    /// What is wrong with it; safe to show.
    pub message: String,
}

impl Refusal {
    pub(super) const fn new(line: u64, message: String) -> Self {
        Self { line, message }
    }
}
