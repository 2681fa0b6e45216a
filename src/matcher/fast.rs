//! The same sightings as [`super::plain`], without looking at what cannot match.

use super::compiled::Matcher;
use super::distance::Pattern;
use super::guess::{Guess, Head};
use super::judge::{SPREAD, Verdict, Written, judge};
use super::memo::{Beginning, Memo, Memory, Remembered};
use super::outline::Outline;
use super::scratch::Scratch;
use super::sighting::Sighting;
use super::unit::Unit;
use super::unspaced;
use crate::text::{Gap, Text, Word, without_possessive};

/// Gathers every sighting in `text`.
pub(super) fn sightings(matcher: &Matcher, text: &Text<'_>, memo: &mut Memo) {
    let Memo { words: remembered, scratch } = memo;
    let remembers = remembered.begin(matcher.fingerprint);
    scratch.seen.clear();
    let mut search = Search { matcher, text, scratch };
    for (first, word) in text.words().iter().enumerate() {
        let key = if remembers && !word.is_compound() { text.bare_key(word) } else { None };
        match key.map_or(Memory::Unknown, |key| remembered.get(key)) {
            Memory::Known(came_to) => search.add(first, came_to),
            Memory::Nothing => {}
            Memory::Unknown => {
                matcher.index.guesses(&outline(text, word), &mut search.scratch.guesses);
                if !search.scratch.guesses.is_empty() {
                    let came_to = search.look(first, word);
                    search.add(first, &came_to);
                    if let Some(key) = key {
                        remembered.insert(key, came_to);
                    }
                } else if let Some(key) = key {
                    remembered.insert(key, Remembered::default());
                }
            }
        }
        if word.is_unspaced() {
            unspaced::look(matcher, text, first, &mut search.scratch.seen);
        }
    }
}

/// Characters of a possessive ending, which is taken off.
const POSSESSIVE: usize = 2;

/// A search through one text.
struct Search<'a> {
    matcher: &'a Matcher,
    text: &'a Text<'a>,
    scratch: &'a mut Scratch,
}

impl Search<'_> {
    /// What one word comes to, by what it could be.
    #[inline(never)]
    fn look(&self, first: usize, word: &Word) -> Remembered {
        let mut came_to = Remembered::default();
        let folded = self.text.bare(word);
        let written = Written { text: self.text, first, count: 1, folded };
        let pattern = Pattern::new(folded);
        for guess in &self.scratch.guesses {
            if guess.is_whole()
                && let Some(verdict) = self.verdict(&written, *guess, &pattern)
            {
                came_to.verdicts.push((guess.unit, verdict));
            }
            if guess.head != Head::Nothing
                && let Some(next) = self.next(*guess, folded)
            {
                came_to.heads.push(Beginning { unit: guess.unit, head: guess.head, next });
            }
        }
        came_to
    }

    /// How many letters the word after `folded` may have if both begin the unit, as bits.
    fn next(&self, guess: Guess, folded: &str) -> Option<u32> {
        let unit = self.matcher.units.get(guess.unit as usize)?;
        if unit.longest_run() > 2 {
            return Some(u32::MAX);
        }
        let own = folded.chars().count();
        let admitted = |next: &usize| {
            let length = own + next;
            length <= unit.letters + SPREAD
                && length + SPREAD >= unit.letters
                && (guess.head == Head::Inflected || self.matcher.index.admits(length, guess.unit))
        };
        let bits = (0..31).filter(admitted).fold(0, |bits, next| bits | 1 << next);
        let long = if own + 31 <= unit.letters + SPREAD { 1 << 31 } else { 0 };
        Some(bits | long).filter(|&bits| bits != 0)
    }

    fn verdict(
        &self,
        written: &Written<'_>,
        guess: Guess,
        pattern: &Pattern<'_>,
    ) -> Option<Verdict> {
        let unit = self.matcher.units.get(guess.unit as usize)?;
        judge(written, unit, guess, &self.matcher.lexicon, pattern)
    }

    /// Adds the sightings of the word, and of what it begins.
    fn add(&mut self, first: usize, came_to: &Remembered) {
        for &(unit, verdict) in &came_to.verdicts {
            self.scratch.seen.push(Sighting::new(self.text, first, 1, unit, verdict));
        }
        if came_to.heads.is_empty() {
            return;
        }
        let words = self.text.words();
        let (Some(word), Some(next)) = (words.get(first), words.get(first + 1)) else { return };
        if next.gap > Gap::Blank {
            return;
        }
        // An ending that is taken off changes how many letters there are.
        let is_sure = !word.has_apostrophe() && !next.has_apostrophe();
        for beginning in &came_to.heads {
            if !is_sure || beginning.admits(next.letters()) {
                self.run(first, word, *beginning);
            }
        }
    }

    /// Adds the sightings of a unit spread over several words.
    #[inline(never)]
    fn run(&mut self, first: usize, word: &Word, beginning: Beginning) {
        let Beginning { unit: id, head, .. } = beginning;
        let (matcher, text) = (self.matcher, self.text);
        let Some(unit) = matcher.units.get(id as usize) else { return };
        let mut length = word.letters();
        if length >= unit.letters {
            return;
        }
        let plain = |word: &Word| Some(Outline::ascii(text.ascii_start(word)?, word.letters()));
        let mut joined = plain(word);
        for count in 2..=unit.longest_run() {
            let Some(word) = text.words().get(first + count - 1) else { return };
            length += word.letters();
            if word.gap > Gap::Blank || length > unit.letters + SPREAD + POSSESSIVE {
                return;
            }
            let is_admitted = head == Head::Inflected || matcher.index.admits(length, id);
            if count == unit.longest_run() && joined.is_some() && !is_admitted {
                return;
            }
            joined = joined.zip(plain(word)).map(|(joined, next)| joined.join(&next));
            if length + SPREAD < unit.letters {
                continue;
            }
            let guess = match &joined {
                Some(joined) => matcher.index.guess(joined, id),
                None => Guess::any(id),
            };
            if guess.is_whole() {
                self.judge_run(first, count, unit, guess);
            }
        }
    }

    /// Adds the sighting of a unit in `count` words.
    fn judge_run(&mut self, first: usize, count: usize, unit: &Unit, guess: Guess) {
        let text = self.text;
        let words = text.words().get(first..first + count).unwrap_or_default();
        let joined = &mut self.scratch.joined;
        joined.clear();
        joined.extend(words.iter().map(|word| text.folded(word)));
        let folded = without_possessive(joined);
        let written = Written { text, first, count, folded };
        let lexicon = &self.matcher.lexicon;
        if let Some(verdict) = judge(&written, unit, guess, lexicon, &Pattern::new(folded)) {
            self.scratch.seen.push(Sighting::new(text, first, count, guess.unit, verdict));
        }
    }
}

/// The outline of a word without a possessive ending.
fn outline(text: &Text<'_>, word: &Word) -> Outline {
    match text.ascii_start(word) {
        Some(start) => Outline::ascii(start, word.letters()),
        None => Outline::of(text.bare(word)),
    }
}
