//! The same sightings as [`super::plain`], without looking at what cannot match.

use std::cell::OnceCell;

use super::beginning::{Beginning, POSSESSIVE, goes_on};
use super::compiled::Matcher;
use super::distance::Pattern;
use super::guess::{Guess, Head};
use super::judge::{SPREAD, Verdict, judge};
use super::memo::{Memo, Memory, Remembered};
use super::outline::Outline;
use super::scratch::Scratch;
use super::sighting::Sighting;
use super::unit::Unit;
use super::unspaced;
use super::written::Written;
use crate::text::{Gap, Text, Word, without_possessive};

/// Gathers every sighting in `text`.
pub(super) fn sightings(matcher: &Matcher, text: &Text<'_>, memo: &mut Memo) {
    let Memo { words: remembered, scratch } = memo;
    let remembers = remembered.begin(&matcher.identity);
    scratch.seen.clear();
    let mut search = Search { matcher, text, scratch };
    for (first, word) in text.words().iter().enumerate() {
        let key = if remembers && !word.is_compound() { text.bare_key(word) } else { None };
        match key.map_or(Memory::Unknown, |key| remembered.get(key)) {
            Memory::Known(came_to) => search.add(first, came_to),
            Memory::Nothing => {}
            Memory::Unknown => {
                let outline = outline(text, word);
                matcher.index.guesses(&outline, &mut search.scratch.guesses);
                if !search.scratch.guesses.is_empty() {
                    let came_to = search.look(first, word, &outline);
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

/// A search through one text.
struct Search<'a> {
    matcher: &'a Matcher,
    text: &'a Text<'a>,
    scratch: &'a mut Scratch,
}

impl Search<'_> {
    /// What one word comes to, by what it could be.
    #[inline(never)]
    fn look(&self, first: usize, word: &Word, outline: &Outline) -> Remembered {
        let mut came_to = Remembered::default();
        let folded = self.text.bare(word);
        let written = Written { text: self.text, first, count: 1, folded };
        let pattern = Pattern::new(folded);
        let known = OnceCell::new();
        let is_known =
            || !word.is_compound() && *known.get_or_init(|| self.matcher.lexicon.knows(folded));
        for guess in &self.scratch.guesses {
            if guess.is_whole()
                && let Some(verdict) = self.verdict(&written, *guess, &pattern)
            {
                came_to.verdicts.push((guess.unit, verdict));
            }
            if guess.head != Head::Nothing
                && let Some(unit) = self.matcher.units.get(guess.unit as usize)
            {
                let index = &self.matcher.index;
                came_to
                    .heads
                    .extend(Beginning::new(*guess, unit, index, folded, outline, is_known));
            }
        }
        came_to
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
        let outline = outline(self.text, next);
        let letters = outline.letter_slots();
        for beginning in &came_to.heads {
            if !is_sure || beginning.admits(&outline, letters, next.gap) {
                self.run(first, word, *beginning);
            }
        }
    }

    /// Adds the sightings of a unit spread over several words.
    #[inline(never)]
    fn run(&mut self, first: usize, word: &Word, beginning: Beginning) {
        let Beginning { unit: id, mut inflects, .. } = beginning;
        let (text, index) = (self.text, &self.matcher.index);
        let Some(unit) = self.matcher.units.get(id as usize) else { return };
        let mut is_near = true;
        let mut length = word.letters();
        if length >= unit.letters {
            return;
        }
        let plain = |word: &Word| Some(Outline::ascii(text.ascii_start(word)?, word.letters()));
        let mut outline = plain(word);
        self.join_first(word);
        for count in 2..=unit.longest_run() {
            let Some(word) = text.words().get(first + count - 1) else { return };
            length += word.letters();
            if word.gap > Gap::Blank || length > unit.letters + SPREAD + POSSESSIVE {
                return;
            }
            let next = plain(word);
            inflects =
                inflects && next.is_none_or(|next| goes_on(unit, &self.scratch.joined, &next));
            outline = outline.zip(next).map(|(outline, next)| outline.join(&next));
            self.scratch.joined.push_str(text.folded(word));
            is_near = is_near
                && outline.is_none_or(|outline| index.edits_left(&outline, id).is_some())
                && !self.stands_out(word, unit);
            if !is_near && !inflects {
                return;
            }
            if length + SPREAD < unit.letters {
                continue;
            }
            let guess = match &outline {
                Some(outline) => index.guess(outline, id, is_near, inflects),
                None => Guess::any(id),
            };
            if guess.is_whole() {
                self.judge_run(first, count, unit, guess);
            }
        }
    }

    /// Begins what is written as one with its first word.
    fn join_first(&mut self, word: &Word) {
        self.scratch.joined.clear();
        self.scratch.joined.push_str(self.text.folded(word));
    }

    /// Whether the last of the joined words is a known one that the unit, misspelled, cannot have there.
    fn stands_out(&self, word: &Word, unit: &Unit) -> bool {
        let folded = self.text.folded(word);
        let is_plain = word.gap == Gap::Blank && !word.is_compound() && !word.has_apostrophe();
        is_plain
            && !unit.may_have(folded)
            && !unit.key.starts_with(&self.scratch.joined)
            && self.matcher.lexicon.knows(folded)
    }

    /// Adds the sighting of a unit in `count` words, which are joined.
    fn judge_run(&mut self, first: usize, count: usize, unit: &Unit, guess: Guess) {
        let text = self.text;
        let folded = without_possessive(&self.scratch.joined);
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
