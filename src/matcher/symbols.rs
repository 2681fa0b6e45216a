//! Symbols that belong to a term: `C#`, `.NET`, `#[test]`, `&mut`, `'static`.

use crate::span::Span;

/// What stands right before, between and after a term's words, without blanks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Symbols {
    before: String,
    /// Operators between the words: `email == NULL` is not *email is NULL*.
    inside: String,
    after: String,
}

/// Symbols after a word that are part of its name; others only end it.
const AFTER: &str = "+#*!?%$&]>}=~^@|";
/// Symbols before a word that only lead up to it.
const NOT_BEFORE: &str = "\"`(,;:/_“„«";

/// Bytes of a name that symbols around it may make another: `.NET` is not *net*.
const SHORT: usize = 3;

impl Symbols {
    /// Those of a term whose words take up `words`.
    pub(super) fn of(term: &str, words: Span) -> Self {
        let before = term.get(..words.start()).unwrap_or_default();
        let after = term.get(words.end()..).unwrap_or_default();
        Self {
            before: before.chars().map(straight).filter(|&c| is_before(c)).collect(),
            inside: operators(words.of(term)),
            after: after.chars().filter(|&c| AFTER.contains(c)).collect(),
        }
    }

    /// Whether the place `span` of `text` has them; and, for a short name without symbols, whether
    /// it has none that would make it another name.
    pub(super) fn agree(&self, text: &str, span: Span) -> bool {
        let has_none = self.before.is_empty() && self.inside.is_empty() && self.after.is_empty();
        if has_none && span.len() > SHORT {
            return true;
        }
        let before = text.get(..span.start()).unwrap_or_default();
        let after = text.get(span.end()..).unwrap_or_default();
        let mut back = before.chars().rev().map(straight).filter(|c| !c.is_whitespace());
        let mut on = after.chars().filter(|c| !c.is_whitespace());
        let touches = self.touch(before, after);
        let before_agrees = self.before.chars().rev().all(|c| back.next() == Some(c));
        let after_agrees = self.after.chars().all(|c| on.next() == Some(c));
        let inside_agrees = self.inside.is_empty() || self.inside == operators(span.of(text));
        touches
            && inside_agrees
            && before_agrees
            && after_agrees
            && !self.is_another(before, after, span.len())
    }

    /// Whether the nearest symbols stand right at the words, or are a bracket's, which may stand
    /// apart (`{% url %}`).
    fn touch(&self, before: &str, after: &str) -> bool {
        let inner = |c: Option<char>| c.is_some_and(char::is_whitespace);
        let apart = self.before.ends_with('%') || self.before.ends_with('{');
        apart
            || (self.before.is_empty() || !inner(before.chars().next_back()))
                && (self.after.is_empty() || !inner(after.chars().next()))
    }

    fn is_another(&self, before: &str, after: &str, length: usize) -> bool {
        let sharp = self.after.is_empty()
            && length <= 2
            && (after.starts_with('#') || after.starts_with("++"));
        let leading_dot = self.before.is_empty()
            && length <= SHORT
            && before
                .strip_suffix('.')
                .is_some_and(|before| before.chars().next_back().is_none_or(char::is_whitespace));
        sharp || leading_dot
    }
}

/// The operators of a text, without what stands between them.
fn operators(text: &str) -> String {
    text.chars().filter(|&c| "=<>+*%&|!^~@#$".contains(c)).collect()
}

fn is_before(c: char) -> bool {
    !c.is_whitespace() && !NOT_BEFORE.contains(c)
}

pub(super) fn straight(c: char) -> char {
    if matches!(c, '’' | '‘') { '\'' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(term: &str, word: &str, text: &str) -> bool {
        let at = |text: &str| {
            let start = text.find(word).unwrap();
            Span::between(start, start + word.len())
        };
        Symbols::of(term, at(term)).agree(text, at(text))
    }

    #[test]
    fn a_term_is_found_with_its_symbols_only() {
        for (term, word) in [
            ("C++", "C"),
            ("C#", "C"),
            (".NET", "NET"),
            ("#[test]", "test"),
            ("&mut", "mut"),
            ("'static", "static"),
            ("{% url %}", "url"),
        ] {
            assert!(agree(term, word, &format!("use {term} here")), "{term}");
            assert!(!agree(term, word, &format!("use {word} here")), "{term}");
        }
    }

    #[test]
    fn a_short_name_is_not_one_with_symbols() {
        assert!(!agree("C", "C", "in C# and"));
        assert!(!agree("C", "C", "in C++ and"));
        assert!(agree("C", "C", "in C, and"));
        assert!(!agree("NET", "NET", "in .NET"));
    }

    #[test]
    fn quotes_and_brackets_around_a_term_are_none_of_it() {
        assert!(agree("\"cache\"", "cache", "the cache"));
        assert!(agree("pre_save()", "pre_save", "the pre_save"));
    }
}
