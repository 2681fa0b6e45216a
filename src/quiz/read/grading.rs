//! How terms are looked for: `[grading]`, then the question, then the keyword.

use super::reading::Reading;
use super::table::Table;
use crate::quiz::PerMille;
use crate::quiz::question::{Matching, Negation};

/// What a level of the file hands to the next.
#[derive(Debug, Clone, Copy)]
pub struct Grading {
    pub matching: Matching,
    pub full_at: PerMille,
}

impl Default for Grading {
    fn default() -> Self {
        Self { matching: Matching::default(), full_at: PerMille::ONE }
    }
}

impl<'a> Reading<'a> {
    /// `outer`, changed by what `table` says itself.
    pub fn grading(&mut self, table: &Table<'a>, outer: Grading) -> Grading {
        let mut grading = outer;
        let matching = &mut grading.matching;
        if let Some(found) = self.share(table, "similarity") {
            matching.similarity = Some(found.value);
        }
        if let Some(found) = self.flag(table, "case") {
            matching.case = found.value;
        }
        if let Some(found) = self.flag(table, "stem") {
            matching.stem = found.value;
        }
        if let Some(found) = self.word(table, "negation") {
            matching.negation = negation(found.value);
        }
        if let Some(found) = self.positive_share(table, "full_at") {
            grading.full_at = found.value;
        }
        grading
    }
}

fn negation(word: &str) -> Negation {
    match word {
        "flag" => Negation::Flag,
        "ignore" => Negation::Ignore,
        _ => Negation::Deny,
    }
}
