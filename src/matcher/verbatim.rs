//! Terms that are found as they are written: `=>`, `COUNT(*)`, `O(n)`, `SELECT *`.
//!
//! What stands between and around their words says more than the words: read as words alone, `O(n)`
//! would be found in *on*, and `Result<T, E>` nowhere, since a comma ends a phrase.

use smallvec::SmallVec;

use super::candidate::Candidate;
use super::finds::{Likeness, TermId};
use super::symbols::straight;
use super::term::Term;
use crate::span::Span;
use crate::text::Text;

/// Adds the places where a verbatim term stands as it is written.
pub(super) fn find(term: &Term, id: TermId, text: &Text<'_>, found: &mut Vec<Candidate>) {
    if !term.verbatim {
        return;
    }
    for span in places(text.original(), &term.written) {
        let words_before = |at| text.words().partition_point(|word| word.span.start() < at);
        let place = |at| u32::try_from(words_before(at)).unwrap_or(u32::MAX);
        found.push(Candidate {
            term: id,
            first: place(span.start()),
            end: place(span.end()),
            span,
            likeness: Likeness::Exact,
            slips: SmallVec::new(),
            verbatim: true,
        });
    }
}

/// Where `term` stands in `text`, whatever its capitals and blanks: not inside a longer word or a
/// longer run of operators.
fn places<'a>(text: &'a str, term: &'a str) -> impl Iterator<Item = Span> + 'a {
    let starts =
        text.char_indices().filter(|(_, c)| term.chars().next().is_some_and(|t| same(*c, t)));
    starts.filter_map(move |(at, _)| {
        let length = length_at_start(text.get(at..)?, term)?;
        let before = text.get(..at)?.chars().next_back();
        let after = text.get(at + length..)?.chars().next();
        let alone = !are_joined(before, term.chars().next())
            && !are_joined(term.chars().next_back(), after);
        alone.then(|| Span::between(at, at + length))
    })
}

/// Bytes of `text` that are `term`, if it starts with it. Blanks count in neither.
fn length_at_start(text: &str, term: &str) -> Option<usize> {
    let mut written = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut end = 0;
    for wanted in term.chars().filter(|c| !c.is_whitespace()) {
        let (at, c) = written.next()?;
        if !same(c, wanted) {
            return None;
        }
        end = at + c.len_utf8();
    }
    Some(end)
}

fn same(one: char, other: char) -> bool {
    let (one, other) = (straight(one), straight(other));
    one == other || one.to_lowercase().eq(other.to_lowercase())
}

/// Whether two neighbours are parts of one word or of one operator.
fn are_joined(one: Option<char>, other: Option<char>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    let both = |is: fn(char) -> bool| is(one) && is(other);
    both(|c| c.is_alphanumeric() || c == '_') || both(|c| "+-*/%=<>!&|^~?:#@$".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(term: &str, text: &str) -> Vec<String> {
        places(text, term).map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn capitals_and_blanks_do_not_matter() {
        assert_eq!(found("COUNT(*)", "a count( * ) of rows"), ["count( * )"]);
        assert_eq!(found("a | b", "a|b"), ["a|b"]);
        assert_eq!(found("it’s(x)", "It's(x)"), ["It's(x)"]);
    }

    #[test]
    fn a_term_is_not_found_inside_a_longer_one() {
        assert_eq!(found("=", "a == b = c").len(), 1);
        assert_eq!(found("=>", "x => y").len(), 1);
        assert!(found("O(n)", "foo(n)").is_empty());
        assert!(found("f(x", "f(xs)").is_empty());
    }

    #[test]
    fn every_place_is_found() {
        assert_eq!(found("O(1)", "O(1), o(1) and O(n)").len(), 2);
    }
}
