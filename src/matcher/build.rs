//! Compiles terms to a matcher.

use std::sync::Arc;

use super::compiled::Matcher;
use super::finds::TermId;
use super::index::Index;
use super::lexicon::{KnownWords, Lexicon};
use super::rules::Rules;
use super::term::{Term, Units};
use super::unit::UnitId;
use super::uses::Uses;
use crate::text::Language;

/// Collects the terms of a question.
#[derive(Debug)]
pub struct Builder {
    language: Language,
    terms: Vec<Term>,
    units: Units,
    lexicon: Lexicon,
}

impl Builder {
    /// No terms yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::knowing(language, Arc::default())
    }

    /// No terms yet, and the words of a whole quiz that are no typo of anything.
    #[must_use]
    pub fn knowing(language: Language, words: Arc<KnownWords>) -> Self {
        let lexicon = Lexicon::new(language, words);
        let units = Units::new(Lexicon::new(language, Arc::default()));
        Self { language, terms: Vec::new(), units, lexicon }
    }

    /// Adds a term; the same term may be added again with other rules. Its words are known too.
    pub fn term(&mut self, term: &str, rules: Rules) -> TermId {
        let id = TermId(u32::try_from(self.terms.len()).unwrap_or(u32::MAX));
        self.terms.push(Term::new(term, rules, self.language, &mut self.units));
        self.known(term);
        id
    }

    /// Adds the words of a text, and the parts of its identifiers, to those that are no typo of
    /// anything.
    pub fn known(&mut self, text: &str) {
        self.lexicon.add(text, self.language);
    }

    /// Compiles.
    #[must_use]
    pub fn build(self) -> Matcher {
        let units = self.units.all;
        let ids = 0..UnitId::try_from(units.len()).unwrap_or(UnitId::MAX);
        let unspaced =
            ids.filter(|&id| units.get(id as usize).is_some_and(|unit| unit.unspaced)).collect();
        let index = Index::new(&units);
        let uses = Uses::new(&self.terms, units.len());
        let Self { terms, lexicon, .. } = self;
        Matcher { terms, uses, units, unspaced, lexicon, index, identity: Arc::default() }
    }
}
