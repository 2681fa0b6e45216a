//! A text cut into words.

use std::ops::Range;

use super::braces::{self, Braces};
use super::fold::fold_into;
use super::gap::{self, Gap, Surroundings};
use super::identifier;
use super::key::{self, Key};
use super::language::Language;
use super::letters::Letters;
use super::scan::{self, Found, Spelling};
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
    original: &'a str,
    language: Language,
    /// The original in lower ASCII case, then the words for which that is not enough, then as many
    /// zero bytes as the longest key has.
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
    letters: u32,
    compound: bool,
    unspaced: bool,
    apostrophe: bool,
}

impl Word {
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

/// Bytes of English text per word, a little below the usual, so that one allocation is enough.
const BYTES_PER_WORD: usize = 5;

impl<'a> Text<'a> {
    /// Cuts `original` into words, in time linear in its length.
    #[must_use]
    pub fn new(original: &'a str, language: Language) -> Self {
        let mut text = Self {
            original,
            language,
            folded: in_lower_case(original),
            words: Vec::with_capacity(original.len() / BYTES_PER_WORD + 1),
        };
        let letters = Letters::of(original);
        let plain = |from| letters.plain_run(from).and_then(|run| scan::plain_word(original, run));
        let mut end = 0;
        let mut last = None;
        let mut line_start = 0;
        let mut braces = braces::next(original, end);
        while let Some(mut found) = plain(end).or_else(|| scan::next_word(original, end)) {
            while let Some(behind) = braces.take_if(|braces| braces.span.start() < end) {
                braces = braces::next(original, behind.span.end());
            }
            let gap = text.gap(last.as_ref(), &found, &mut line_start);
            if let Some(names) = braces.take_if(|braces| braces.span.start() <= found.start) {
                found = text.push_names(&names, gap);
                braces = braces::next(original, found.end);
            } else {
                text.push(&found, gap);
            }
            end = found.end;
            last = Some(found);
        }
        text.folded.push_str(PADDING);
        text
    }

    fn gap(&self, last: Option<&Found>, next: &Found, line_start: &mut usize) -> Gap {
        let Some(last) = last else { return Gap::Sentence };
        let is_blank =
            next.start == last.end + 1 && self.original.as_bytes().get(last.end) == Some(&b' ');
        if is_blank {
            return Gap::Blank;
        }
        let separators = self.original.get(last.end..next.start).unwrap_or_default();
        let around = Surroundings {
            before: self.words.last().map_or("", |word| self.folded(word)),
            dotted: last.spelling.dotted,
            line: last.end.saturating_sub(*line_start),
            after: self.original.get(next.start..).unwrap_or_default(),
        };
        if let Some(at) = separators.rfind('\n') {
            *line_start = last.end + at + 1;
        }
        gap::between(separators, &around)
    }

    /// Adds each name as a word; the last of them.
    fn push_names(&mut self, braces: &Braces, gap: Gap) -> Found {
        let spelling = Spelling { compound: true, ..Spelling::default() };
        let end = braces.span.end();
        let mut last = Found { start: end, end, spelling, unspaced: false, apostrophe: false };
        let gaps = std::iter::once(gap).chain(std::iter::repeat(Gap::Blank));
        for ((place, name), gap) in braces.names.iter().zip(gaps) {
            last = Found { start: place.start(), end: place.end(), ..last };
            self.push_as(&last, name, gap);
        }
        last
    }

    fn push(&mut self, found: &Found, gap: Gap) {
        let written = Span::between(found.start, found.end).of(self.original);
        self.push_as(found, written, gap);
    }

    /// Adds a word that stands for `name`.
    fn push_as(&mut self, found: &Found, name: &str, gap: Gap) {
        let span = Span::between(found.start, found.end);
        let (folded, letters) = if found.spelling.plain {
            (span, span.len())
        } else {
            let start = self.folded.len();
            fold_into(name, self.language, &mut self.folded);
            let folded = Span::between(start, self.folded.len());
            (folded, folded.of(&self.folded).chars().count())
        };
        let sentence = match self.words.last() {
            Some(last) => last.sentence + u32::from(gap == Gap::Sentence),
            None => 0,
        };
        let &Found { spelling: Spelling { compound, .. }, unspaced, apostrophe, .. } = found;
        let letters = u32::try_from(letters).unwrap_or(u32::MAX);
        self.words.push(Word {
            span,
            sentence,
            gap,
            folded,
            letters,
            compound,
            unspaced,
            apostrophe,
        });
    }

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

    /// The first two bytes of the folded word, of which a short one has fewer, and its length in
    /// bytes.
    pub(crate) fn outline(&self, word: &Word) -> ([u8; 2], usize) {
        let rest = self.folded.as_bytes().get(word.folded.start()..);
        let first = rest.and_then(|rest| rest.first_chunk().copied());
        (first.unwrap_or_default(), word.folded.len())
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

/// What is behind the last word, for its key.
const PADDING: &str = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
const _: () = assert!(PADDING.len() == key::LONGEST, "every word has a key's bytes");

/// `original` in lower ASCII case, with room for a few words more.
fn in_lower_case(original: &str) -> String {
    let mut folded = String::with_capacity(original.len() + 4 * PADDING.len());
    folded.push_str(original);
    folded.make_ascii_lowercase();
    folded
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
