//! Words that are no typo of anything.

use std::sync::{Arc, LazyLock};

use fst::Set;

use crate::text::{Language, Text, WordMap};

/// SCOWL's English words, folded; see `examples/wordlist.rs` and THIRD-PARTY.md.
static ENGLISH: LazyLock<Option<Set<&'static [u8]>>> = LazyLock::new(|| {
    let bytes: &'static [u8] = include_bytes!("../../data/english.fst");
    Set::new(bytes).ok()
});

/// The words of a whole quiz, shared by the matchers of its questions: none of them is a typo of
/// another.
#[derive(Debug, Clone, Default)]
pub struct KnownWords(WordMap<()>);

impl KnownWords {
    /// Adds the words of a text, and the parts of its identifiers.
    pub fn add(&mut self, text: &str, language: Language) {
        let text = Text::new(text, language);
        for word in text.words() {
            self.0.insert(text.bare(word), ());
            if word.is_compound() {
                text.parts(word).iter().for_each(|part| self.0.insert(part, ()));
            }
        }
    }

    fn contains(&self, folded: &str) -> bool {
        self.0.get(folded).is_some()
    }
}

/// The words of a language, of a quiz, and of one question.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    english: bool,
    quiz: Arc<KnownWords>,
    own: KnownWords,
}

impl Lexicon {
    pub(super) fn new(language: Language, quiz: Arc<KnownWords>) -> Self {
        Self { english: language.is_english(), quiz, own: KnownWords::default() }
    }

    pub(super) fn add(&mut self, text: &str, language: Language) {
        self.own.add(text, language);
    }

    /// Whether the folded word is one.
    pub(super) fn knows(&self, folded: &str) -> bool {
        self.own.contains(folded)
            || self.quiz.contains(folded)
            || self.english && is_english(folded)
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

/// Whether the folded word is an English one.
#[must_use]
pub fn is_english(folded: &str) -> bool {
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
        let lexicon = Lexicon::new(Language::of("en"), Arc::default());
        assert!(lexicon.makes("samefile") && lexicon.makes("onmouseover"));
        assert!(!lexicon.makes("memcashed") && !lexicon.makes("signal"));
    }

    #[test]
    fn other_languages_know_only_the_words_of_the_quiz() {
        let german = Language::of("de");
        let mut lexicon = Lexicon::new(german, Arc::default());
        lexicon.add("signal", german);
        assert!(lexicon.knows("signal") && !lexicon.knows("single"));
    }
}
