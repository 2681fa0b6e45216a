//! What a matcher says of a text.

use std::ops::Range;

use crate::measure::PerMille;
use crate::span::Span;

/// A term of a matcher, in the order of adding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

/// What was found in one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finds {
    /// By place, then by term.
    pub hits: Vec<Hit>,
    /// What came near and was refused, by place, then by term.
    pub near_misses: Vec<NearMiss>,
}

/// A term found at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The term.
    pub term: TermId,
    /// The words of the text from the first to the last that belongs to it; empty, at the word that
    /// follows, for a term that has no words.
    pub words: Range<u32>,
    /// The same in the original. In a script without blanks it may be a part of one word.
    pub span: Span,
    /// How alike; of a phrase its weakest word.
    pub likeness: Likeness,
}

/// How alike a written word and a term are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same after folding, or another spelling of the same identifier.
    Exact,
    /// Another inflection.
    Stem,
    /// Misspelled.
    Fuzzy {
        /// Edits, as optimal string alignment counts them.
        edits: u8,
        /// `1 - edits / length of the longer`.
        similarity: PerMille,
    },
}

impl Likeness {
    /// The likeness as a share: the whole unless misspelled.
    #[must_use]
    pub const fn similarity(self) -> PerMille {
        match self {
            Self::Exact | Self::Stem => PerMille::ONE,
            Self::Fuzzy { similarity, .. } => similarity,
        }
    }
}

/// A place that came near a term and was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The term.
    pub term: TermId,
    /// The words of the text.
    pub words: Range<u32>,
    /// The same in the original.
    pub span: Span,
    /// How alike all the same; of a phrase the share of its letters that are there.
    pub similarity: PerMille,
    /// Which rule refused it.
    pub refusal: Refusal,
}

/// Why a place that came near does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is itself a word of the language or of the quiz.
    KnownWord,
    /// More edits than the length table allows.
    TooFar {
        /// Edits counted.
        edits: u8,
        /// Edits allowed.
        allowed: u8,
    },
    /// The quiz asks for more similarity.
    Similarity,
    /// Digits differ.
    Digits,
    /// The first letters differ.
    FirstLetter,
    /// A part of the identifier differs too much.
    Part,
    /// Capitals differ.
    Case,
    /// The symbols that belong to the term differ: `C` is not `C#`.
    Symbols,
    /// Only some words of the phrase are there, or not near enough to each other.
    Phrase,
    /// It is nearer to another term.
    Nearer(TermId),
}
