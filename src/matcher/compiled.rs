//! What is compiled of the terms of a question.

use std::sync::Arc;

use super::index::Index;
use super::lexicon::Lexicon;
use super::term::Term;
use super::unit::{Unit, UnitId};
use super::uses::Uses;

/// All terms of a question, ready to be looked for.
#[derive(Debug)]
pub struct Matcher {
    pub(super) terms: Vec<Term>,
    /// Which terms each unit belongs to.
    pub(super) uses: Uses,
    pub(super) units: Vec<Unit>,
    /// Units to look for inside runs of scripts without blanks.
    pub(super) unspaced: Vec<UnitId>,
    pub(super) lexicon: Lexicon,
    pub(super) index: Index,
    /// What a memo knows it by.
    pub(super) identity: Arc<()>,
}
