//! Cuts a text into words.

use super::braces::{self, Braces};
use super::fold::fold_into;
use super::gap::{self, Gap, Surroundings};
use super::key;
use super::language::Language;
use super::letters::{self, Run};
use super::scan::{self, Found, Spelling};
use super::words::{Text, Word};
use crate::span::Span;

impl<'a> Text<'a> {
    /// Cuts `original` into words, in time linear in its length.
    #[must_use]
    pub fn new(original: &'a str, language: Language) -> Self {
        Self::new_in(original, language, Room::default())
    }

    /// The same in the room of another text.
    #[must_use]
    pub(crate) fn new_in(original: &'a str, language: Language, room: Room) -> Self {
        let Room { mut folded, mut words } = room;
        in_lower_case(original, &mut folded);
        words.clear();
        words.reserve(original.len() / BYTES_PER_WORD + 1);
        let text = Text { original, language, folded, words };
        let mut cutter = Cutter { text, sentence: 0, end: 0, dotted: false, line_start: 0 };
        match braces::next(original, 0) {
            Some(braces) => cutter.cut_names(braces),
            None => letters::for_each_run(original, |run| cutter.cut_run(run)),
        }
        cutter.text.folded.push_str(PADDING);
        cutter.text
    }

    /// What the text took up, for the next.
    pub(crate) fn into_room(self) -> Room {
        Room { folded: self.folded, words: self.words }
    }
}

/// Memory for one text after another.
#[derive(Debug, Default)]
pub(crate) struct Room {
    folded: String,
    words: Vec<Word>,
}

/// Bytes of English text per word, a little below the usual, so that one allocation is enough.
const BYTES_PER_WORD: usize = 5;

/// What is behind the last word, for its key.
const PADDING: &str = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
const _: () = assert!(PADDING.len() == key::LONGEST, "every word has a key's bytes");

/// Makes `folded` the `original` in lower ASCII case, with room for a few words more.
fn in_lower_case(original: &str, folded: &mut String) {
    folded.clear();
    folded.reserve(original.len() + 4 * PADDING.len());
    folded.push_str(original);
    folded.make_ascii_lowercase();
}

/// A text of which the beginning is cut.
struct Cutter<'a> {
    text: Text<'a>,
    /// The sentence of the last word.
    sentence: u32,
    /// The end of the last word, and whether it is an acronym written with full stops.
    end: usize,
    dotted: bool,
    line_start: usize,
}

impl Cutter<'_> {
    /// Adds the words of a run, the next but for what an earlier word has taken up.
    #[inline]
    fn cut_run(&mut self, run: Run) {
        if run.plain && run.start >= self.end {
            let gap = self.gap(run.start);
            self.push(Word::plain(Span::between(run.start, run.end), gap), false);
            return;
        }
        self.cut_until(run.end);
    }

    #[inline(never)]
    fn cut_until(&mut self, end: usize) {
        while self.end < end {
            let Some(found) = scan::next_word(self.text.original, self.end) else {
                self.end = self.text.original.len();
                return;
            };
            let gap = self.gap(found.start);
            self.add(&found, gap);
        }
    }

    /// Adds every word where names are written in braces.
    fn cut_names(&mut self, braces: Braces) {
        let original = self.text.original;
        let mut braces = Some(braces);
        while let Some(found) = scan::next_word(original, self.end) {
            while let Some(behind) = braces.take_if(|braces| braces.span.start() < self.end) {
                braces = braces::next(original, behind.span.end());
            }
            let gap = self.gap(found.start);
            if let Some(names) = braces.take_if(|braces| braces.span.start() <= found.start) {
                self.add_names(&names, gap);
                braces = braces::next(original, self.end);
            } else {
                self.add(&found, gap);
            }
        }
    }

    /// What stands between the last word and the one that starts at `start`.
    #[inline]
    fn gap(&mut self, start: usize) -> Gap {
        let is_blank =
            start == self.end + 1 && self.text.original.as_bytes().get(self.end) == Some(&b' ');
        if self.text.words.is_empty() {
            Gap::Sentence
        } else if is_blank {
            Gap::Blank
        } else {
            self.gap_of_separators(start)
        }
    }

    #[inline(never)]
    fn gap_of_separators(&mut self, start: usize) -> Gap {
        let separators = self.text.original.get(self.end..start).unwrap_or_default();
        let around = Surroundings {
            before: self.text.words.last().map_or("", |word| self.text.folded(word)),
            dotted: self.dotted,
            line: self.end.saturating_sub(self.line_start),
            after: self.text.original.get(start..).unwrap_or_default(),
        };
        let gap = gap::between(separators, &around);
        if let Some(at) = separators.bytes().rposition(|byte| byte == b'\n') {
            self.line_start = self.end + at + 1;
        }
        gap
    }

    /// Adds each name as a word.
    fn add_names(&mut self, braces: &Braces, gap: Gap) {
        let spelling = Spelling { compound: true, ..Spelling::default() };
        let mut gap = gap;
        for (place, name) in &braces.names {
            let (start, end) = (place.start(), place.end());
            let found = Found { start, end, spelling, unspaced: false, apostrophe: false };
            self.add_as(&found, name, gap);
            gap = Gap::Blank;
        }
    }

    fn add(&mut self, found: &Found, gap: Gap) {
        let span = Span::between(found.start, found.end);
        if found.spelling.plain {
            let compound = found.spelling.compound;
            let apostrophe = found.apostrophe;
            self.push(Word { compound, apostrophe, ..Word::plain(span, gap) }, false);
        } else {
            self.add_as(found, span.of(self.text.original), gap);
        }
    }

    /// Adds a word that stands for `name`.
    fn add_as(&mut self, found: &Found, name: &str, gap: Gap) {
        let start = self.text.folded.len();
        fold_into(name, self.text.language, &mut self.text.folded);
        let folded = Span::between(start, self.text.folded.len());
        let letters = folded.of(&self.text.folded).chars().count();
        let word = Word {
            folded,
            letters: u32::try_from(letters).unwrap_or(u32::MAX),
            compound: found.spelling.compound,
            unspaced: found.unspaced,
            apostrophe: found.apostrophe,
            ..Word::plain(Span::between(found.start, found.end), gap)
        };
        self.push(word, found.spelling.dotted);
    }

    #[inline]
    fn push(&mut self, word: Word, dotted: bool) {
        self.sentence += u32::from(word.gap == Gap::Sentence && !self.text.words.is_empty());
        (self.end, self.dotted) = (word.span.end(), dotted);
        self.text.words.push(Word { sentence: self.sentence, ..word });
    }
}
