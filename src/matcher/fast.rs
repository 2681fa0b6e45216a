//! The same sightings as [`super::plain`], without looking at what cannot match.

use super::compiled::Matcher;
use super::distance::{Pattern, Places};
use super::judge::{SPREAD, Written, judge};
use super::memo::{Memo, Remembered};
use super::sighting::Sighting;
use super::unit::UnitId;
use super::unspaced;
use crate::text::{Gap, Text, Word, without_possessive};

/// Every sighting in `text`.
pub(super) fn sightings(matcher: &Matcher, text: &Text<'_>, memo: &mut Memo) -> Vec<Sighting> {
    let remembers = memo.begin(matcher.fingerprint);
    let mut search = Search::new(matcher, text);
    for (first, word) in text.words().iter().enumerate() {
        let key = if remembers && !word.is_compound() { text.bare_key(word) } else { None };
        if let Some(remembered) = key.and_then(|key| memo.get(key)) {
            search.add(first, remembered);
        } else {
            search.look(first, text.bare(word));
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

/// Sightings that an answer is likely to have.
const USUAL: usize = 16;

/// A search through one text.
struct Search<'a> {
    matcher: &'a Matcher,
    text: &'a Text<'a>,
    seen: Vec<Sighting>,
    /// What the word looked at could be, and what it came to.
    candidates: Vec<(UnitId, bool)>,
    came_to: Remembered,
    /// Kept to be filled again.
    joined: String,
    places: Places,
}

impl<'a> Search<'a> {
    fn new(matcher: &'a Matcher, text: &'a Text<'a>) -> Self {
        Self {
            matcher,
            text,
            seen: Vec::with_capacity(USUAL),
            candidates: Vec::new(),
            came_to: Remembered::default(),
            joined: String::new(),
            places: Places::default(),
        }
    }

    /// Adds what one word comes to, and keeps it.
    fn look(&mut self, first: usize, folded: &str) {
        self.candidates.clear();
        self.matcher.index.candidates(folded, |id, heads| self.candidates.push((id, heads)));
        let mut came_to = std::mem::take(&mut self.came_to);
        came_to.clear();
        if !self.candidates.is_empty() {
            self.judge_candidates(first, folded, &mut came_to);
            self.add(first, &came_to);
        }
        self.came_to = came_to;
    }

    fn judge_candidates(&mut self, first: usize, folded: &str, came_to: &mut Remembered) {
        let written = Written { text: self.text, first, count: 1, folded };
        let letters = folded.chars().count();
        let pattern = Pattern::new(folded, &mut self.places);
        for &(id, heads) in &self.candidates {
            let Some(unit) = self.matcher.units.get(id as usize) else { continue };
            if let Some(verdict) = judge(&written, unit, &self.matcher.lexicon, &pattern) {
                came_to.verdicts.push((id, verdict));
            }
            if heads && letters < unit.letters {
                came_to.heads.push(id);
            }
        }
    }

    /// Adds the sightings of the word, and of what it begins.
    fn add(&mut self, first: usize, came_to: &Remembered) {
        if came_to.is_nothing() {
            return;
        }
        for &(unit, verdict) in &came_to.verdicts {
            self.seen.push(Sighting::new(self.text, first, 1, unit, verdict));
        }
        let next = self.text.words().get(first + 1).filter(|word| word.gap <= Gap::Blank);
        if next.is_some() {
            came_to.heads.iter().for_each(|&unit| self.run(first, unit));
        }
    }

    /// Adds the sightings of a unit spread over several words.
    fn run(&mut self, first: usize, id: UnitId) {
        let (matcher, text) = (self.matcher, self.text);
        let Some(unit) = matcher.units.get(id as usize) else { return };
        let mut length = text.words().get(first).map_or(0, Word::letters);
        if length >= unit.letters {
            return;
        }
        for count in 2..=unit.longest_run() {
            let Some(word) = text.words().get(first + count - 1) else { return };
            length += word.letters();
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
            let pattern = Pattern::new(folded, &mut self.places);
            if let Some(verdict) = judge(&written, unit, &matcher.lexicon, &pattern) {
                self.seen.push(Sighting::new(text, first, count, id, verdict));
            }
        }
    }
}
