//! The rules that decide.

use std::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::grade::finding::{Finding, NearMissReason, Verdict};
use crate::grade::outcome::Match;
use crate::matcher::{Likeness, Refusal};
use crate::span::Span;

/// What decided about one thing that was looked for. Prints as a lower-case fragment for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Found as written, in another inflection, or misspelled.
    Alike(Likeness),
    /// A regular expression matches.
    Pattern,
    /// Some entries were found, but fewer than are asked for.
    Partial {
        /// Entries found.
        found: usize,
        /// Entries asked for.
        of: usize,
    },
    /// It stands in a clause that the word at the span denies.
    Denied(Span),
    /// The matcher refused what came near.
    Refused(Refusal),
    /// Entries of `all` are missing, too far apart, or in another order.
    Incomplete {
        /// Entries found.
        found: usize,
        /// Entries asked for.
        of: usize,
    },
    /// It is said of another side of what the question compares, called so.
    OfAnother(Arc<str>),
    /// It stands in a passage copied from the prompt.
    Copied,
    /// Nothing in the answer is near enough.
    NothingNear,
    /// Something else was written than what is accepted, which must be all of it.
    NotAlone,
    /// Picked, and right or not.
    Picked(bool),
    /// Right, and not picked.
    Left,
    /// The response is right or not.
    Judged(bool),
    /// A number and its distance from the right one.
    Distance {
        /// How far off.
        off: Decimal,
        /// How far off it may be.
        tolerance: Decimal,
    },
    /// Pairs of items in the right order.
    Pairs {
        /// In the right order.
        concordant: u32,
        /// All.
        pairs: u32,
    },
    /// Nothing was answered.
    Skipped,
}

impl Rule {
    /// What decided about a keyword that asks for `of` entries.
    pub(super) fn of_finding(finding: &Finding, of: usize) -> Self {
        match &finding.verdict {
            Verdict::Found(evidence) => evidence.likeness.map_or(Self::Pattern, Self::Alike),
            Verdict::Partial(evidence) => Self::Partial { found: evidence.terms.len(), of },
            Verdict::Negated { cue, .. } => Self::Denied(*cue),
            Verdict::NearMiss { reason, .. } => match reason {
                NearMissReason::Refused { refusal, .. } => Self::Refused(*refusal),
                NearMissReason::Incomplete { found, of } => {
                    Self::Incomplete { found: found.len(), of: *of }
                }
                NearMissReason::OfAnother(side) => Self::OfAnother(side.clone()),
                NearMissReason::Echo => Self::Copied,
            },
            Verdict::Missed => Self::NothingNear,
        }
    }

    /// What decided about a short text.
    pub(super) const fn of_match(found: &Match) -> Self {
        match found {
            Match::Accepted { likeness, .. } => Self::Alike(*likeness),
            Match::NearMiss { reason, .. } => Self::Refused(*reason),
            Match::Wrong => Self::NotAlone,
            Match::Empty => Self::Skipped,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Alike(Likeness::Exact) => f.write_str("found as written"),
            Self::Alike(Likeness::Stem) => f.write_str("found in another form of the word"),
            Self::Alike(Likeness::Fuzzy { edits, similarity }) => {
                write!(f, "found misspelled, {} ({similarity})", Edits(*edits))
            }
            Self::Pattern => f.write_str("found by its pattern"),
            Self::Partial { found, of } => write!(f, "{found} of {of} entries found"),
            Self::Denied(_) => f.write_str("found, but the answer denies it"),
            Self::Refused(refusal) => write!(f, "near, but {}", Refused(*refusal)),
            Self::Incomplete { found, of } if found == of => {
                write!(f, "all {of} parts are there, but too far apart or in another order")
            }
            Self::Incomplete { found, of } => write!(f, "only {found} of {of} parts are there"),
            Self::OfAnother(side) => write!(f, "said of {side:?}"),
            Self::Copied => f.write_str("stands in a passage copied from the prompt"),
            Self::NothingNear => f.write_str("nothing near it in the answer"),
            Self::NotAlone => f.write_str("all that is written must be this"),
            Self::Picked(true) => f.write_str("picked, right"),
            Self::Picked(false) => f.write_str("picked, wrong"),
            Self::Left => f.write_str("right, not picked"),
            Self::Judged(true) => f.write_str("right"),
            Self::Judged(false) => f.write_str("wrong"),
            Self::Distance { off, tolerance } => {
                write!(f, "{} off, {} allowed", off.normalize(), tolerance.normalize())
            }
            Self::Pairs { concordant, pairs } => {
                write!(f, "{concordant} of {pairs} pairs in the right order")
            }
            Self::Skipped => f.write_str("not answered"),
        }
    }
}

struct Edits(u8);

impl fmt::Display for Edits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(edits) = self;
        write!(f, "{edits} edit{}", if *edits == 1 { "" } else { "s" })
    }
}

struct Refused(Refusal);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Refusal::KnownWord => f.write_str("it is a word of its own"),
            Refusal::TooFar { edits, allowed } => {
                write!(f, "{} away where {allowed} would do", Edits(edits))
            }
            Refusal::Similarity => f.write_str("the quiz asks for more similarity"),
            Refusal::Digits => f.write_str("the digits differ"),
            Refusal::FirstLetter => f.write_str("the first letters differ"),
            Refusal::Part => f.write_str("a part of the name differs too much"),
            Refusal::Symbols => f.write_str("the signs around it differ"),
            Refusal::Case => f.write_str("the capitals differ"),
            Refusal::Phrase => f.write_str("only some words of the phrase stand together"),
            Refusal::Nearer(_) => f.write_str("it is nearer to another keyword"),
        }
    }
}
