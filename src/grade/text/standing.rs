//! Whether a place in an answer counts: it may be denied, or copied from the prompt.

use std::cmp::Ordering;
use std::ops::Range;

use super::negation::{Cues, Denials};
use super::sides::Sides;
use crate::matcher::TermId;
use crate::quiz::question::{Attribution, Matching, Negation};
use crate::span::Span;
use crate::text::Text;

/// Whether a place counts, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It does.
    Counts,
    /// It does although it is denied, since the quiz says so.
    CountsDenied(Span),
    /// It is denied by the word at the span.
    Denied(Span),
    /// It is said of another side of what the question compares, named so.
    OfAnother(TermId),
    /// It is not plainly said of the side that it must be said of.
    OfNobody,
    /// It stands in a passage copied from the prompt.
    Copied,
}

impl Standing {
    pub(super) const fn counts(self) -> bool {
        matches!(self, Self::Counts | Self::CountsDenied(_))
    }

    /// Its rank, without its place.
    pub(super) const fn class(self) -> u8 {
        match self {
            Self::Counts => 0,
            Self::CountsDenied(_) => 1,
            Self::Denied(_) => 2,
            Self::OfAnother(_) | Self::OfNobody => 3,
            Self::Copied => 4,
        }
    }

    /// The name of the other side that it is said of.
    pub(super) const fn another(self) -> Option<TermId> {
        match self {
            Self::OfAnother(name) => Some(name),
            _ => None,
        }
    }

    /// The word that denies it.
    pub(super) const fn cue(self) -> Option<Span> {
        match self {
            Self::Denied(cue) | Self::CountsDenied(cue) => Some(cue),
            Self::Counts | Self::OfAnother(_) | Self::OfNobody | Self::Copied => None,
        }
    }
}

/// What is known of an answer apart from its terms.
#[derive(Debug)]
pub(super) struct Context<'t> {
    pub text: &'t Text<'t>,
    /// In order, without overlaps.
    pub copies: Vec<Range<u32>>,
    pub denials: Denials,
    pub sides: Sides,
    pub cues: &'t Cues,
}

impl Context<'_> {
    /// Whether the place at `words` counts where it is looked for as `matching` says. What stands
    /// there may itself deny: a term that `speaks` a cue, or a pattern.
    pub(super) fn standing(
        &self,
        words: &Range<u32>,
        matching: Matching,
        speaks: bool,
    ) -> Standing {
        if self.is_copied(words) {
            return Standing::Copied;
        }
        let standing = self.denial(words, matching.negation, speaks);
        match matching.of {
            Some(of) if standing.counts() => self.attributed(words, of).unwrap_or(standing),
            _ => standing,
        }
    }

    /// Where the place is not said of whom it must be said of.
    fn attributed(&self, words: &Range<u32>, of: Attribution) -> Option<Standing> {
        match (self.sides.said_of(words, self.text, self.cues), of) {
            (Some((side, name)), _) => (side != of.side()).then_some(Standing::OfAnother(name)),
            (None, Attribution::Possible(_)) => None,
            (None, Attribution::Certain(_)) => Some(Standing::OfNobody),
        }
    }

    fn denial(&self, words: &Range<u32>, negation: Negation, speaks: bool) -> Standing {
        if negation == Negation::Ignore {
            return Standing::Counts;
        }
        match (self.denials.cue(words, speaks), negation) {
            (None, _) => Standing::Counts,
            (Some(cue), Negation::Flag) => Standing::CountsDenied(cue),
            (Some(cue), _) => Standing::Denied(cue),
        }
    }

    /// Whether the whole of `words` stands in one copied passage.
    pub(super) fn is_copied(&self, words: &Range<u32>) -> bool {
        let inside = |copy: &Range<u32>| {
            if copy.end < words.end {
                Ordering::Less
            } else if copy.start > words.start {
                Ordering::Greater
            } else {
                Ordering::Equal
            }
        };
        !self.copies.is_empty() && self.copies.binary_search_by(inside).is_ok()
    }

    /// The words that share a byte with `span` of the original.
    pub(super) fn words_in(&self, span: Span) -> Range<u32> {
        let words = self.text.words();
        let start = words.partition_point(|word| word.span.end() <= span.start());
        let end = words.partition_point(|word| word.span.start() < span.end());
        let narrow = |position| u32::try_from(position).unwrap_or(u32::MAX);
        narrow(start)..narrow(end.max(start))
    }
}
