//! One condition of a rubric, a keyword's or a misconception's, ready to be held against answers.

use std::ops::Range;

use regex::Regex;

use super::terms::Terms;
use crate::matcher::Builder;
use crate::quiz::question::{Entry, Matching, Need, Negation, Within};

/// A [`Need`] whose terms a matcher knows.
#[derive(Debug)]
pub(super) struct Condition {
    pub kind: Kind,
    pub negation: Negation,
    /// Its entries among those of the whole rubric.
    pub entries: Range<usize>,
}

/// What it takes to meet it.
#[derive(Debug)]
pub(super) enum Kind {
    Any { min: usize },
    All { within: Within, ordered: bool },
    Pattern(Regex),
}

impl Condition {
    /// Hands the terms of `need` to `builder` and remembers in `terms` what they stand for. `speaks`
    /// says whether a term has a word that denies.
    pub(super) fn new(
        need: &Need,
        matching: Matching,
        builder: &mut Builder,
        terms: &mut Terms,
        speaks: impl Fn(&str) -> bool,
    ) -> Self {
        let start = terms.entries();
        let mut add = |entry: &[&str]| terms.add(builder, entry, matching, &speaks);
        let mut add_all = |entries: &[Entry]| {
            for entry in entries {
                add(&entry.0.iter().map(String::as_str).collect::<Vec<_>>());
            }
        };
        let kind = match need {
            Need::Term { term, aliases } => {
                let names: Vec<_> =
                    std::iter::once(term).chain(aliases).map(String::as_str).collect();
                add(&names);
                Kind::Any { min: 1 }
            }
            Need::Any { entries, min } => {
                add_all(entries);
                Kind::Any { min: (*min).max(1) }
            }
            Need::All { entries, within, ordered } => {
                add_all(entries);
                Kind::All { within: *within, ordered: *ordered }
            }
            Need::Pattern(pattern) => Kind::Pattern(pattern.0.clone()),
        };
        Self { kind, negation: matching.negation, entries: start..terms.entries() }
    }
}
