//! Slips in writing.

use crate::matcher::{edits_allowed, is_english};
use crate::text::Language;

/// Whether the folded `word` looks like a slip in writing `right`, as the grader forgives it: it is no
/// English word itself, begins alike and is as few edits away as a keyword of that length allows.
pub(super) fn is_misspelled(word: &str, right: &str, language: Language) -> bool {
    let numbered = |word: &str| word.contains(char::is_numeric);
    if language.is_english() && is_english(word) || numbered(word) || numbered(right) {
        return false;
    }
    let allowed = usize::from(edits_allowed(right.chars().count()));
    word.chars().next() == right.chars().next()
        && word.chars().count().abs_diff(right.chars().count()) <= allowed
        && (1..=allowed).contains(&strsim::osa_distance(word, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_no_word_itself() {
        let english = Language::of("en");
        assert!(is_misspelled("seperate", "separate", english));
        assert!(!is_misspelled("form", "from", english));
        assert!(!is_misspelled("u32", "u64", english));
        assert!(!is_misspelled("separate", "separate", english));
        assert!(is_misspelled("toillete", "toilette", Language::of("de")));
    }
}
