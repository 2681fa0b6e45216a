//! What a short answer is held against.

use crate::quiz::PerMille;

/// Answers that are right; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Any of these; the first is shown as the right one.
    pub answers: Vec<String>,
    /// Whether capitals must agree.
    pub case: bool,
    /// How alike the response must be.
    pub exactness: Exactness,
}

/// How alike a short response must be to an accepted answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exactness {
    /// As a keyword: identifiers in any style, typos by the length table, at least so similar.
    Fuzzy(Option<PerMille>),
    /// The same characters, but for blanks around.
    Exact,
}
