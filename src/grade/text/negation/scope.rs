//! The stretches of an answer that are denied.

use std::ops::Range;

use crate::span::Span;

/// A stretch of words that one cue denies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scope {
    /// The cue's words.
    pub cue: Range<u32>,
    /// The cue in the original.
    pub span: Span,
    /// The words denied.
    pub words: Range<u32>,
}

/// All denied stretches of an answer, by their first word.
#[derive(Debug, Default)]
pub(in crate::grade::text) struct Denials {
    scopes: Vec<Scope>,
    /// Length of the longest, to know where to look for one that covers a word.
    longest: u32,
}

impl Denials {
    pub(super) fn new(mut scopes: Vec<Scope>) -> Self {
        scopes.retain(|scope| scope.words.start < scope.words.end);
        scopes.sort_by_key(|scope| (scope.words.start, scope.words.end));
        let longest = scopes.iter().map(|scope| scope.words.end - scope.words.start).max();
        Self { scopes, longest: longest.unwrap_or_default() }
    }

    /// The cue that denies the place at `words`. Two cues cancel ("not without"), and a cue inside
    /// the place belongs to a term that `speaks` one itself ("no relation").
    pub(in crate::grade::text) fn cue(&self, words: &Range<u32>, speaks: bool) -> Option<Span> {
        if self.scopes.is_empty() {
            return None;
        }
        let earliest = words.start.saturating_sub(self.longest);
        let first = self.scopes.partition_point(|scope| scope.words.start < earliest);
        let after = self.scopes.iter().skip(first);
        let reaching = after.take_while(|scope| scope.words.start < words.end);
        let mut covering = Vec::new();
        for scope in reaching.filter(|scope| words.start < scope.words.end) {
            let inside = words.start <= scope.cue.start && scope.cue.end <= words.end;
            if inside && !speaks {
                return Some(scope.span);
            }
            if !inside {
                covering.push(scope.span);
            }
        }
        covering.first().copied().filter(|_| covering.len() % 2 == 1)
    }
}
