//! What a keyword is worth in people's eyes.

use schemars::JsonSchema;
use serde::Serialize;

use super::evidence::Evidence;
use super::marked::Marked;
use crate::grade::Finding;
use crate::measure::PerMille;
use crate::quiz::question::Rubric;

/// A keyword beside people's scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KeywordUse {
    /// The keyword's label.
    pub label: String,
    /// Answers in which it counted, and the others.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// Answers below the pass mark in which it counted.
    pub found_in_low: usize,
    /// Answers that pass in which it did not.
    pub missed_in_high: usize,
    /// Whether people give answers with it less than answers without, as far as three answers of
    /// either kind can tell.
    pub misleads: bool,
}

/// Answers of either kind that it takes to say that a keyword misleads.
const ENOUGH: usize = 3;

/// Every keyword of a question, in the rubric's order; all of `marked` answer that question.
pub(super) fn uses(rubric: &Rubric, marked: &[&Marked<'_>], pass: PerMille) -> Vec<KeywordUse> {
    let of = |(position, label): (usize, &String)| {
        let counts = |marked: &&&Marked<'_>| {
            let findings = marked.grade.findings();
            findings.and_then(|all| all.keywords.get(position)).is_some_and(Finding::counts)
        };
        let (with, without): (Vec<_>, Vec<_>) = marked.iter().partition(counts);
        of_answers(label, &with, &without, pass)
    };
    rubric.keywords.iter().map(|keyword| &keyword.label).enumerate().map(of).collect()
}

fn of_answers(
    label: &str,
    with: &[&Marked<'_>],
    without: &[&Marked<'_>],
    pass: PerMille,
) -> KeywordUse {
    let evidence = Evidence::of(with, without);
    let people_prefer_others = evidence.mean_found < evidence.mean_missed;
    KeywordUse {
        label: label.to_owned(),
        found_in_low: with.iter().filter(|marked| marked.people() < pass).count(),
        missed_in_high: without.iter().filter(|marked| marked.people() >= pass).count(),
        misleads: with.len().min(without.len()) >= ENOUGH && people_prefer_others,
        evidence,
    }
}
