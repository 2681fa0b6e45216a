//! Where a term may be found, before terms compete for misspelled words.

use smallvec::SmallVec;

use super::finds::{Likeness, NearMiss, Refusal, TermId};
use super::judge::Verdict;
use super::sighting::Sighting;
use super::unit::UnitId;
use crate::span::Span;

/// A place where a term may be found, before terms compete for misspelled words.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub term: TermId,
    pub first: u32,
    pub end: u32,
    pub span: Span,
    pub likeness: Likeness,
    /// Its misspelled words.
    pub slips: SmallVec<[Slip; 1]>,
    /// Whether it stands there as written, symbols and all.
    pub verbatim: bool,
}

/// A misspelled word of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Slip {
    pub word: u32,
    pub edits: u8,
    pub unit: UnitId,
    pub term: TermId,
}

/// The misspelled word of a sighting, if it is one.
pub(super) fn slip(sighting: &Sighting, term: TermId) -> Option<Slip> {
    match sighting.verdict {
        Verdict::Found(Likeness::Fuzzy { edits, .. }) => {
            Some(Slip { word: sighting.first, edits, unit: sighting.unit, term })
        }
        _ => None,
    }
}

impl Candidate {
    /// The same as a place where the term is not found, and why.
    pub(super) fn refused(&self, refusal: Refusal) -> NearMiss {
        let words = self.first..self.end;
        let similarity = self.likeness.similarity();
        NearMiss { term: self.term, words, span: self.span, similarity, refusal }
    }
}
