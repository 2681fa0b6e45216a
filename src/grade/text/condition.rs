//! One condition of a rubric, a keyword's or a misconception's, ready to be held against answers.

use std::ops::Range;
use std::sync::Arc;

use regex::Regex;

use super::terms::Terms;
use crate::matcher::Builder;
use crate::quiz::question::{Entry, Matching, Need, Within};

/// A [`Need`] whose terms a matcher knows.
#[derive(Debug)]
pub(super) struct Condition {
    pub kind: Kind,
    pub matching: Matching,
    /// Its entries among those of the whole rubric.
    pub entries: Range<usize>,
}

/// What it takes to meet it.
#[derive(Debug)]
pub(super) enum Kind {
    Any {
        min: usize,
    },
    All {
        within: Within,
        ordered: bool,
    },
    /// A regular expression tells people nothing: its keyword's label names what it found.
    Pattern {
        pattern: Regex,
        label: Arc<str>,
    },
}

impl Condition {
    /// Hands the terms of `need` to `builder` and remembers in `terms` what they stand for. `speaks`
    /// says whether a term has a word that denies.
    pub(super) fn new(
        label: &str,
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
            Need::Pattern(pattern) => {
                Kind::Pattern { pattern: pattern.0.clone(), label: label.into() }
            }
        };
        Self { kind, matching, entries: start..terms.entries() }
    }
}
