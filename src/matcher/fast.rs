//! The same sightings as [`super::plain`], without looking at what cannot match.

use super::build::Matcher;
use super::distance::Pattern;
use super::index::Slots;
use super::judge::{SPREAD, Written, judge};
use super::memo::{Memo, Remembered};
use super::sighting::Sighting;
use super::unit::UnitId;
use super::unspaced;
use crate::text::{Gap, Text, Word, without_possessive};

/// Every sighting in `text`.
pub(super) fn sightings(matcher: &Matcher, text: &Text<'_>, memo: &mut Memo) -> Vec<Sighting> {
    let remembers = memo.begin(matcher.fingerprint);
    let mut search = Search {
        matcher,
        text,
        seen: Vec::new(),
        letters: Slots::default(),
        joined: String::new(),
        came_to: Remembered::default(),
    };
    for (first, word) in text.words().iter().enumerate() {
        let (folded, key) = text.bare(word);
        let key = key.filter(|_| remembers && !word.is_compound());
        if let Some(remembered) = key.and_then(|key| memo.get(key)) {
            search.add(first, folded, remembered);
        } else {
            search.look(first, folded);
            if let Some(key) = key {
                memo.insert(key, search.came_to.clone());
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
    /// Kept to be filled again: the letters of the word looked at, and of several joined.
    letters: Slots,
    joined: String,
    /// What the word looked at came to.
    came_to: Remembered,
}

impl Search<'_> {
    /// Adds what one word comes to, and keeps it.
    fn look(&mut self, first: usize, folded: &str) {
        let (matcher, text) = (self.matcher, self.text);
        let mut came_to = std::mem::take(&mut self.came_to);
        came_to.verdicts.clear();
        came_to.heads.clear();
        self.letters.fill(folded);
        let written = Written { text, first, count: 1, folded };
        let pattern = Pattern::new(folded);
        matcher.index.candidates(&self.letters, |id, heads| {
            let Some(unit) = matcher.units.get(id as usize) else { return };
            if let Some(verdict) = judge(&written, unit, &matcher.lexicon, &pattern) {
                came_to.verdicts.push((id, verdict));
            }
            if heads {
                came_to.heads.push(id);
            }
        });
        self.add(first, folded, &came_to);
        self.came_to = came_to;
    }

    /// Adds the sightings of the word, and of what it begins.
    fn add(&mut self, first: usize, folded: &str, came_to: &Remembered) {
        if came_to.is_nothing() {
            return;
        }
        let (text, count) = (self.text, 1);
        for &(unit, verdict) in &came_to.verdicts {
            self.seen.push(Written { text, first, count, folded }.sighting(unit, verdict));
        }
        let next = text.words().get(first + 1).filter(|word| word.gap <= Gap::Blank);
        if next.is_some() {
            came_to.heads.iter().for_each(|&unit| self.run(first, unit));
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
            if let Some(verdict) = judge(&written, unit, &matcher.lexicon, &Pattern::new(folded)) {
                self.seen.push(written.sighting(id, verdict));
            }
        }
    }
}
