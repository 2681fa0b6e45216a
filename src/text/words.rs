//! A text cut into words.

use std::ops::Range;

use super::gap::Gap;
use super::identifier;
use super::key::Key;
use super::language::Language;
use crate::span::Span;

/// A text cut into words.
///
/// ```
/// use vivavoce::text::{Language, Text};
///
/// let text = Text::new("Use Redis/Memcached.", Language::of("en"));
/// let folded: Vec<_> = text.words().iter().map(|word| text.folded(word)).collect();
/// assert_eq!(folded, ["use", "redis", "memcached"]);
/// ```
#[derive(Debug, Clone)]
pub struct Text<'a> {
    pub(super) original: &'a str,
    pub(super) language: Language,
    /// The original in lower ASCII case, then the words for which that is not enough, then as many
    /// zero bytes as the longest key has.
    pub(super) folded: String,
    pub(super) words: Vec<Word>,
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
    pub(super) folded: Span,
    pub(super) letters: u32,
    pub(super) compound: bool,
    pub(super) unspaced: bool,
    pub(super) apostrophe: bool,
}

impl Word {
    /// A word whose folded form is the same in lower case, in the first sentence.
    pub(super) fn plain(span: Span, gap: Gap) -> Self {
        Self {
            span,
            sentence: 0,
            gap,
            folded: span,
            letters: u32::try_from(span.len()).unwrap_or(u32::MAX),
            compound: false,
            unspaced: false,
            apostrophe: false,
        }
    }

    /// Whether it is a run of a script that writes no blanks, and may hold several words.
    #[must_use]
    pub fn is_unspaced(&self) -> bool {
        self.unspaced
    }

    /// How many characters its folded form has.
    pub(crate) fn letters(&self) -> usize {
        self.letters as usize
    }

    /// Whether it may be a contraction or a possessive.
    pub(crate) fn has_apostrophe(&self) -> bool {
        self.apostrophe
    }

    /// Whether it may be a name of several parts.
    #[must_use]
    pub fn is_compound(&self) -> bool {
        self.compound
    }
}

impl<'a> Text<'a> {
    /// The text as given.
    #[must_use]
    pub fn original(&self) -> &'a str {
        self.original
    }

    /// The language it was cut by.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Its words in order.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// A word of this text in lower case, without accents, underscores and look-alike letters.
    /// Contractions and possessives keep a straight apostrophe: `isn't`.
    #[must_use]
    pub fn folded(&self, word: &Word) -> &str {
        word.folded.of(&self.folded)
    }

    /// The first three bytes of the folded word, of which a short one has fewer, and its length in
    /// bytes.
    pub(crate) fn outline(&self, word: &Word) -> ([u8; 3], usize) {
        let rest = self.folded.as_bytes().get(word.folded.start()..);
        let first = rest.and_then(|rest| rest.first_chunk().copied());
        (first.unwrap_or_default(), word.folded.len())
    }

    /// The first 16 bytes of the folded word, eight to a number, the first as the lowest, with zeros
    /// behind a shorter one; `None` where it has letters beyond ASCII, or maybe an ending that is no
    /// part of it.
    #[inline]
    pub(crate) fn ascii_start(&self, word: &Word) -> Option<[u64; 2]> {
        if word.letters() != word.folded.len() || word.apostrophe {
            return None;
        }
        Key::beginning(self.folded.as_bytes(), word.folded).map(Key::bytes)
    }

    /// The folded word without a possessive ending.
    pub(crate) fn bare(&self, word: &Word) -> &str {
        let folded = self.folded(word);
        if word.apostrophe { without_possessive(folded) } else { folded }
    }

    /// The key of the folded word without a possessive ending.
    pub(crate) fn bare_key(&self, word: &Word) -> Option<Key> {
        if word.apostrophe { Key::of(self.bare(word)) } else { self.key(word) }
    }

    /// The key of the folded word, if it is short enough.
    pub(crate) fn key(&self, word: &Word) -> Option<Key> {
        Key::at(self.folded.as_bytes(), word.folded)
    }

    /// The folded parts of a word, as in [`identifier::parts`]; a possessive ending is left out.
    #[must_use]
    pub fn parts(&self, word: &Word) -> Vec<String> {
        if !word.compound {
            return vec![without_possessive(self.folded(word)).to_owned()];
        }
        let fold = |part| super::fold(part, self.language);
        let mut parts: Vec<_> = identifier::parts(word.span.of(self.original)).map(fold).collect();
        if let Some(last) = parts.last_mut() {
            last.truncate(without_possessive(last).len());
        }
        parts.retain(|part| !part.is_empty());
        // Of a name in braces a part stands elsewhere.
        let own = without_possessive(self.folded(word));
        let letters = parts.iter().map(|part| part.chars().count()).sum::<usize>();
        if letters == own.chars().count() { parts } else { vec![own.to_owned()] }
    }

    /// The place of the words `range` in the original, from the first to the last.
    #[must_use]
    pub fn span(&self, range: &Range<u32>) -> Span {
        let word = |at: u32| self.words.get(at as usize).map(|word| word.span);
        match (word(range.start), range.end.checked_sub(1).and_then(word)) {
            (Some(first), Some(last)) => first.join(last),
            _ => Span::default(),
        }
    }
}

/// A folded word without `'s`.
pub(crate) fn without_possessive(folded: &str) -> &str {
    folded.strip_suffix("'s").unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(original: &str) -> Text<'_> {
        Text::new(original, Language::of("en"))
    }

    fn sentences(original: &str) -> Vec<u32> {
        text(original).words().iter().map(|word| word.sentence).collect()
    }

    fn gaps(original: &str) -> Vec<Gap> {
        text(original).words().iter().skip(1).map(|word| word.gap).collect()
    }

    #[test]
    fn full_stops_inside_names_and_numbers_end_no_sentence() {
        for one in [
            "use Node.js here",
            "e.g. a cache",
            "version 4.2 is out",
            "request.session works",
            "use .NET now",
            "caches, i.e. copies",
            "it vs. that",
            "see no. 5 there",
        ] {
            assert!(sentences(one).iter().all(|&sentence| sentence == 0), "{one}");
        }
    }

    #[test]
    fn stops_blank_lines_and_list_items_end_a_sentence() {
        for two in [
            "one. two",
            "one! two",
            "one.\ntwo",
            "one\n\ntwo",
            "one\n- two",
            "one\r\n* two",
            "one\nTwo",
            "one (it). two",
            "用。二",
            "No. Then",
            "in 5 ms. Then",
        ] {
            let found = sentences(two);
            assert_eq!((found.first(), found.last()), (Some(&0), Some(&1)), "{two}");
        }
    }

    #[test]
    fn a_wrapped_line_ends_no_sentence() {
        assert_eq!(sentences("loose\ncoupling"), [0, 0]);
    }

    #[test]
    fn gaps_tell_what_stands_between() {
        use Gap::{Blank, Clause, Joint, Sentence};
        assert_eq!(gaps("Redis/Memcached-based"), [Joint, Joint]);
        assert_eq!(gaps("a, b; c (d) e"), [Clause; 4]);
        assert_eq!(gaps("pre_save() runs"), [Blank]);
        assert_eq!(gaps("client – server"), [Clause]);
        assert_eq!(gaps("client–server"), [Joint]);
        assert_eq!(gaps("data-\nbase"), [Joint]);
        assert_eq!(gaps("one. \"Two\" three"), [Sentence, Blank]);
    }

    #[test]
    fn names_in_braces_are_words_with_what_they_share() {
        let names = |original| {
            let text = text(original);
            text.words().iter().map(|word| text.folded(word).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names("a {pre,post}_save b"), ["a", "presave", "postsave", "b"]);
        assert_eq!(names("épre_{a,b}, x_{c,d}"), ["epre", "a", "b", "xc", "xd"]);
        assert_eq!(gaps("{pre,post}_save."), [Gap::Blank]);
    }

    #[test]
    fn hostile_text_never_panics_and_keeps_spans_whole() {
        for hostile in
            ["\0a\0", "\u{301}a\u{301}", "👩‍👩‍👧 a", "שלום'ל", "a'", "_", "_é", "é_", "١٢.٣", "İ.I"]
        {
            let text = text(hostile);
            for word in text.words() {
                assert!(!word.span.of(hostile).is_empty(), "{hostile:?}");
            }
        }
    }
}
