//! Words that are no typo of anything.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fst::Set;

use crate::text::Language;

/// SCOWL's English words, folded; see `examples/wordlist.rs` and THIRD-PARTY.md.
static ENGLISH: LazyLock<Option<Set<&'static [u8]>>> = LazyLock::new(|| {
    let bytes: &'static [u8] = include_bytes!("../../data/english.fst");
    Set::new(bytes).ok()
});

/// The words of a language and of a quiz.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    english: bool,
    own: BTreeSet<String>,
}

impl Lexicon {
    pub(super) fn new(language: Language) -> Self {
        Self { english: language.is_english(), own: BTreeSet::new() }
    }

    pub(super) fn add(&mut self, folded: &str) {
        self.own.insert(folded.to_owned());
    }

    /// Whether the folded word is one.
    pub(super) fn knows(&self, folded: &str) -> bool {
        self.own.contains(folded) || self.english && is_english(folded)
    }
}

fn is_english(folded: &str) -> bool {
    ENGLISH.as_ref().is_some_and(|words| words.contains(folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_list_opens_and_knows_inflected_forms() {
        for word in ["single", "signals", "from", "colour", "color", "naive"] {
            assert!(is_english(word), "{word}");
        }
        for word in ["svae", "memcashed", "pplication"] {
            assert!(!is_english(word), "{word}");
        }
    }

    #[test]
    fn other_languages_know_only_the_words_of_the_quiz() {
        let mut lexicon = Lexicon::new(Language::of("de"));
        lexicon.add("signal");
        assert!(lexicon.knows("signal") && !lexicon.knows("single"));
    }
}
