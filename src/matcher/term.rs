//! A term, ready to be put together from what is seen of its units.

use std::collections::BTreeMap;

use super::lexicon::Lexicon;
use super::literal::{is_call, is_verbatim};
use super::rules::Rules;
use super::symbols::Symbols;
use super::unit::{Capitals, Spec, Unit, UnitId};
use crate::span::Span;
use crate::text::{Gap, Language, Text, irregular_forms};

/// A term of a question.
#[derive(Debug)]
pub(super) struct Term {
    pub written: String,
    /// All of its words as one name; `None` for a term that is found only as written.
    pub whole: Option<UnitId>,
    /// Its words, where there are several.
    pub elements: Vec<Element>,
    pub symbols: Symbols,
    /// Whether it is looked for as written, too.
    pub verbatim: bool,
    pub case: bool,
}

/// A word of a phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    pub unit: UnitId,
    /// Whether it must follow the word before at once, as in `client-server`.
    pub tight: bool,
    pub letters: u32,
}

/// The distinct units of a matcher.
#[derive(Debug, Default)]
pub(super) struct Units {
    pub all: Vec<Unit>,
    /// Where each stands among them.
    known: BTreeMap<(String, Vec<String>, Spec), UnitId>,
    /// The words of the language alone, for what names are made of.
    pub language_words: Lexicon,
}

impl Units {
    pub(super) fn new(language_words: Lexicon) -> Self {
        Self { language_words, ..Self::default() }
    }

    fn add(&mut self, unit: Unit) -> UnitId {
        let next = UnitId::try_from(self.all.len()).unwrap_or(UnitId::MAX);
        let id =
            *self.known.entry((unit.key.clone(), unit.parts.clone(), unit.spec)).or_insert(next);
        if id == next {
            self.all.push(unit);
        }
        id
    }
}

/// Words of a phrase that may be left out, where two others remain.
const OPTIONAL: &[&str] =
    &["a", "an", "are", "be", "is", "of", "than", "that", "the", "was", "were"];

/// From so many words on `-er` and `-ing` are taken for each other.
const LONG_PHRASE: usize = 3;

impl Term {
    pub(super) fn new(term: &str, rules: Rules, language: Language, units: &mut Units) -> Self {
        let text = Text::new(term, language);
        let kept = if is_call(term) { Vec::new() } else { kept_words(&text) };
        let spec = |words: &[usize]| Spec {
            similarity: rules.similarity,
            stem: rules.stem,
            capitals: capitals(&text, words),
            agent: kept.len() >= LONG_PHRASE,
        };
        let mut element = |words: &[usize]| {
            let unit = Unit::new(&text, words, spec(words), &units.language_words);
            (u32::try_from(unit.letters).unwrap_or(u32::MAX), units.add(unit))
        };
        let whole = (!kept.is_empty()).then(|| element(&kept).1);
        let mut elements = Vec::new();
        let mut last = None;
        let names = names(&text, &kept);
        for words in names.iter().filter(|_| names.len() > 1) {
            let (letters, unit) = element(words);
            let &[at, ..] = words.as_slice() else { continue };
            let follows = last.is_some_and(|last| last + 1 == at);
            last = words.last().copied();
            let joint = text.words().get(at).is_some_and(|word| word.gap == Gap::Joint);
            elements.push(Element { unit, tight: follows && joint, letters });
        }
        let words = 0..u32::try_from(text.words().len()).unwrap_or(u32::MAX);
        let words = text.span(&words);
        let symbols = Symbols::of(term, words);
        let verbatim = is_verbatim(&text, &symbols, words);
        let written = term.trim().to_owned();
        Self { written, whole, elements, symbols, verbatim, case: rules.case }
    }

    /// Whether its two words may stand in either order.
    pub(super) fn is_reversible(&self) -> bool {
        matches!(self.elements.as_slice(), [_, second] if !second.tight)
    }

    /// Whether the capitals at `span` of `text` agree with the term's: all of them, or, of a word
    /// that is `inflected` or misspelled, the first.
    pub(super) fn capitals_agree(&self, text: &str, span: Span, inflected: bool) -> bool {
        let capitals = |text: &str| -> Vec<bool> {
            text.chars().filter(|c| c.is_alphanumeric()).map(char::is_uppercase).collect()
        };
        let (own, written) = (capitals(&self.written), capitals(span.of(text)));
        // A possessive adds a small `s` to what is exact.
        let adds_capitals = || written.get(own.len()..).unwrap_or_default().contains(&true);
        if inflected {
            own.first() == written.first()
        } else {
            written.starts_with(&own) && !adds_capitals()
        }
    }
}

/// The words that must be there.
fn kept_words(text: &Text<'_>) -> Vec<usize> {
    let optional = |&at: &usize| {
        text.words().get(at).is_some_and(|word| OPTIONAL.contains(&text.folded(word)))
    };
    let all: Vec<usize> = (0..text.words().len()).collect();
    let kept: Vec<usize> = all.iter().copied().filter(|at| !optional(at)).collect();
    if kept.len() > 1 { kept } else { all }
}

/// The words one by one, but for a verb and its `not`, which may be drawn together: `do not`, `don't`.
fn names(text: &Text<'_>, kept: &[usize]) -> Vec<Vec<usize>> {
    let folded = |at: usize| text.words().get(at).map_or("", |word| text.folded(word));
    let mut names: Vec<Vec<usize>> = Vec::new();
    for &at in kept {
        let may_join = |name: &[usize]| {
            folded(at) == "not"
                && matches!(name, &[verb] if verb + 1 == at
                    && !irregular_forms(&format!("{}not", folded(verb))).is_empty())
        };
        match names.last_mut() {
            Some(name) if may_join(name) => name.push(at),
            _ => names.push(vec![at]),
        }
    }
    names
}

fn capitals(text: &Text<'_>, words: &[usize]) -> Capitals {
    match (words.len() == 1 && is_acronym(text, words), is_in_capitals(text, words)) {
        (true, true) => Capitals::LongAcronym,
        (true, false) => Capitals::Acronym,
        (false, true) => Capitals::Name,
        (false, false) => Capitals::Few,
    }
}

/// Whether the words have four letters or more, all of them capitals.
fn is_in_capitals(text: &Text<'_>, words: &[usize]) -> bool {
    let chosen = words.iter().filter_map(|&at| text.words().get(at));
    let letters = chosen.flat_map(|word| word.span.of(text.original()).chars());
    let letters: Vec<char> = letters.filter(|c| c.is_alphabetic()).collect();
    letters.len() >= 4 && letters.iter().all(|c| c.is_uppercase())
}

/// Whether the one word is all capitals, but for a plural `s`, or a dotted acronym.
fn is_acronym(text: &Text<'_>, words: &[usize]) -> bool {
    let word = words.first().and_then(|&at| text.words().get(at));
    let written = word.map_or("", |word| word.span.of(text.original()));
    let letters = written.strip_suffix('s').unwrap_or(written);
    letters.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !letters.chars().any(char::is_lowercase)
        && letters.len() <= 6
}
