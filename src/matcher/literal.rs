//! Which terms are looked for as they are written.

use super::symbols::Symbols;
use crate::span::Span;
use crate::text::{Gap, Text};

/// Whether words and symbols alone would miss `term`, whose own words are `text`.
pub(super) fn is_verbatim(text: &Text<'_>, symbols: &Symbols, words: Span) -> bool {
    let gaps = text.words().iter().skip(1).map(|word| word.gap);
    text.words().is_empty()
        || gaps.max() > Some(Gap::Blank)
        || !symbols.agree(text.original(), words)
}

/// Whether a bracket follows a word of `term` at once, so that its words alone say something else.
/// The brackets of `call()` and `index(es)` hold nothing of the kind.
pub(super) fn is_call(term: &str) -> bool {
    term.match_indices(['(', '[']).any(|(at, bracket)| {
        let (before, after) = term.split_at(at);
        let inner = after.strip_prefix(bracket).unwrap_or(after);
        let inner = inner.split([')', ']']).next().unwrap_or_default();
        before.ends_with(char::is_alphanumeric)
            && inner.contains(char::is_alphanumeric)
            && !matches!(inner, "s" | "es")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_told_from_a_plural_in_brackets() {
        for call in ["O(n)", "a[i]", "COUNT(DISTINCT x)", "#[derive(Debug)]"] {
            assert!(is_call(call), "{call}");
        }
        for none in ["save()", "index(es)", "vec![]", "(cache)", "hash table (map)", "COUNT(*)"] {
            assert!(!is_call(none), "{none}");
        }
    }
}
