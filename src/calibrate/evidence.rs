//! What speaks for a keyword: people's scores of answers with it and without.

use schemars::JsonSchema;
use serde::Serialize;

use super::marked::Marked;
use crate::measure::PerMille;

/// What people give to the answers that have something, and to those that have not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evidence {
    /// Answers that have it.
    pub found: usize,
    /// People's mean score of those; null when there are none.
    pub mean_found: Option<PerMille>,
    /// Answers that have it not.
    pub missed: usize,
    /// People's mean score of those; null when there are none.
    pub mean_missed: Option<PerMille>,
}

impl Evidence {
    /// Of answers with something and of others without.
    pub(super) fn of(with: &[&Marked<'_>], without: &[&Marked<'_>]) -> Self {
        Self {
            found: with.len(),
            mean_found: mean(with),
            missed: without.len(),
            mean_missed: mean(without),
        }
    }
}

fn mean(marked: &[&Marked<'_>]) -> Option<PerMille> {
    let sum: u64 = marked.iter().map(|marked| u64::from(marked.people().thousandths())).sum();
    (!marked.is_empty()).then(|| PerMille::ratio(sum, marked.len() as u64 * 1000))
}
