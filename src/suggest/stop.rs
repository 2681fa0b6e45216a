//! Small words that say nothing of their own.

use std::collections::BTreeSet;

use crate::text::{Language, fold};

/// The small words of a language; none where it has no list.
pub(super) struct StopWords(BTreeSet<String>);

impl StopWords {
    /// Those of the language with a BCP 47 tag.
    pub(super) fn of(tag: &str) -> Self {
        let list = match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => include_str!("stop/en.txt"),
            "de" => include_str!("stop/de.txt"),
            _ => "",
        };
        let language = Language::of(tag);
        Self(list.split_whitespace().map(|word| fold(word, language)).collect())
    }

    /// Whether a folded word is one.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own() {
        assert!(StopWords::of("en-GB").has("the") && !StopWords::of("en").has("und"));
        assert!(StopWords::of("de").has("und") && StopWords::of("de").has("fuer"));
        assert!(!StopWords::of("fr").has("le"));
    }

    #[test]
    fn words_that_compare_and_decide_are_content() {
        let english = StopWords::of("en");
        for word in ["more", "less", "same", "no", "yes", "never", "before", "pre_save"] {
            assert!(english.has(word) == (word == "never"), "{word}");
        }
    }
}
