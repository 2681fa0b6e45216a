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

/// Shortest word that counts as a part of a longer one.
const SHORTEST: usize = 3;

/// Two-letter words that names begin with.
const SHORT: &[&str] = &["in", "is", "on", "to"];

impl Lexicon {
    /// Whether the folded name is made of two or three words of the language, written as one.
    pub(super) fn makes(&self, name: &str) -> bool {
        self.english && name.is_ascii() && (is_made_of(name, 2) || is_made_of(name, 3))
    }
}

fn is_made_of(name: &str, words: usize) -> bool {
    if words == 1 {
        return name.len() >= SHORTEST && is_english(name);
    }
    (2..name.len().saturating_sub(SHORTEST - 1)).any(|at| {
        let (head, tail) = name.split_at(at);
        let is_word = if head.len() < SHORTEST { SHORT.contains(&head) } else { is_english(head) };
        is_word && is_made_of(tail, words - 1)
    })
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
    fn names_made_of_words_are_told_from_others() {
        let lexicon = Lexicon::new(Language::of("en"));
        assert!(lexicon.makes("samefile") && lexicon.makes("onmouseover"));
        assert!(!lexicon.makes("memcashed") && !lexicon.makes("signal"));
    }

    #[test]
    fn other_languages_know_only_the_words_of_the_quiz() {
        let mut lexicon = Lexicon::new(Language::of("de"));
        lexicon.add("signal");
        assert!(lexicon.knows("signal") && !lexicon.knows("single"));
    }
}
