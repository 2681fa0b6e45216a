//! The same sightings as [`super::plain`], without looking at what cannot match.

use super::build::Matcher;
use super::distance::within;
use super::judge::{SPREAD, Written, judge};
use super::memo::{Key, Memo, Remembered};
use super::sighting::Sighting;
use super::unit::UnitId;
use super::unspaced;
use crate::text::{Gap, Text, Word, without_possessive};

/// Every sighting in `text`.
pub(super) fn sightings(matcher: &Matcher, text: &Text<'_>, memo: &mut Memo) -> Vec<Sighting> {
    let remembers = memo.begin(matcher.fingerprint);
    let mut search = Search { matcher, text, seen: Vec::new(), joined: String::new() };
    for (first, word) in text.words().iter().enumerate() {
        let folded = without_possessive(text.folded(word));
        let key = if remembers && !word.is_compound() { Key::of(folded) } else { None };
        match key.map(|key| (key, memo.get(key))) {
            Some((_, Some(0))) => {}
            Some((_, Some(at))) => {
                if let Some(remembered) = memo.remembered.get(at as usize) {
                    search.recall(first, folded, remembered);
                }
            }
            Some((key, None)) => {
                let remembered = search.look(first, folded);
                search.recall(first, folded, &remembered);
                memo.insert(key, remembered);
            }
            None => {
                let remembered = search.look(first, folded);
                search.recall(first, folded, &remembered);
            }
        }
        if word.is_unspaced() {
            unspaced::look(matcher, text, first, &mut search.seen);
        }
    }
    search.seen
}

/// Characters of a possessive ending, which is taken off.
const POSSESSIVE: usize = 2;

/// A search through one text.
struct Search<'a> {
    matcher: &'a Matcher,
    text: &'a Text<'a>,
    seen: Vec<Sighting>,
    joined: String,
}

impl Search<'_> {
    /// What one word comes to.
    fn look(&self, first: usize, folded: &str) -> Remembered {
        let (matcher, text) = (self.matcher, self.text);
        let written = Written { text, first, count: 1, folded };
        let mut found = Remembered::default();
        matcher.index.candidates(folded, |id| {
            let Some(unit) = matcher.units.get(id as usize) else { return };
            if let Some(verdict) = judge(&written, unit, &matcher.lexicon, within) {
                found.verdicts.push((id, verdict));
            }
        });
        matcher.index.heads(folded, |id| found.heads.push(id));
        found
    }

    /// Adds the sightings of the word, and of what it begins.
    fn recall(&mut self, first: usize, folded: &str, remembered: &Remembered) {
        let (text, count) = (self.text, 1);
        for &(unit, verdict) in &remembered.verdicts {
            self.seen.push(Written { text, first, count, folded }.sighting(unit, verdict));
        }
        let next = text.words().get(first + 1).filter(|word| word.gap <= Gap::Blank);
        if next.is_some() {
            remembered.heads.iter().for_each(|&unit| self.run(first, unit));
        }
    }

    /// Adds the sightings of a unit spread over several words.
    fn run(&mut self, first: usize, id: UnitId) {
        let (matcher, text) = (self.matcher, self.text);
        let Some(unit) = matcher.units.get(id as usize) else { return };
        let letters = |word: &Word| text.folded(word).chars().count();
        let mut length = text.words().get(first).map_or(0, letters);
        if length >= unit.letters {
            return;
        }
        for count in 2..=unit.longest_run() {
            let Some(word) = text.words().get(first + count - 1) else { return };
            length += letters(word);
            if word.gap > Gap::Blank || length > unit.letters + SPREAD + POSSESSIVE {
                return;
            }
            if length + SPREAD < unit.letters {
                continue;
            }
            self.joined.clear();
            let words = text.words().get(first..first + count).unwrap_or_default();
            self.joined.extend(words.iter().map(|word| text.folded(word)));
            let folded = without_possessive(&self.joined);
            let written = Written { text, first, count, folded };
            if let Some(verdict) = judge(&written, unit, &matcher.lexicon, within) {
                self.seen.push(written.sighting(id, verdict));
            }
        }
    }
}
