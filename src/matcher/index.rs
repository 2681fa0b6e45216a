//! Which units a written word could be.
//!
//! A word is a unit misspelled, or an inflection of it misspelled, only if few of its letters are
//! missing there (`sieve`); it is an inflection, or begins a unit that is written apart, only if it
//! starts like it (`starts`).

use super::guess::{Guess, Head, Nearness};
use super::outline::{Outline, slots};
use super::sieve::Sieve;
use super::starts::Starts;
use super::unit::{Unit, UnitId};

/// What is compiled of a matcher's units.
#[derive(Debug)]
pub(super) struct Index {
    sieve: Sieve,
    starts: Starts,
    /// By unit: the slots of the letters of its forms, as bits.
    letters: Vec<u32>,
}

impl Index {
    pub(super) fn new(units: &[Unit]) -> Self {
        let letters = |unit: &Unit| slots(unit.forms.iter().flat_map(|form| form.text.chars()));
        Self {
            sieve: Sieve::new(units),
            starts: Starts::new(units),
            letters: units.iter().map(letters).collect(),
        }
    }

    /// Fills `found` with every unit that the written word could be, each once, and maybe others.
    #[inline]
    pub(super) fn guesses(&self, word: &Outline, found: &mut Vec<Guess>) {
        found.clear();
        for guess in self.starts.of(word) {
            // Of a beginning not too much may be lacking, either.
            let lacks = guess.head == Head::Near && self.edits_left(word, guess.unit).is_none();
            let guess = if lacks { Guess { head: Head::Nothing, ..guess } } else { guess };
            if guess.inflected || guess.head != Head::Nothing {
                found.push(guess);
            }
        }
        self.sieve.near(word, |unit, near| {
            match found.iter_mut().find(|other| other.unit == unit) {
                Some(other) => {
                    other.near.own |= near.own;
                    other.near.form |= near.form;
                }
                None => found.push(Guess { unit, near, inflected: false, head: Head::Nothing }),
            }
        });
    }

    /// What several words, written as one, could be of the unit, where they may be it misspelled, or
    /// inflected.
    pub(super) fn guess(
        &self,
        words: &Outline,
        unit: UnitId,
        misspelled: bool,
        inflected: bool,
    ) -> Guess {
        let near = if misspelled { self.sieve.nearness(words, unit) } else { Nearness::default() };
        Guess { unit, near, inflected, head: Head::Nothing }
    }

    /// How many edits a longer word that begins with this one may have after it and be the unit, or one
    /// of its inflections, misspelled; `None` when it has too many already.
    pub(super) fn edits_left(&self, word: &Outline, unit: UnitId) -> Option<u8> {
        self.sieve.edits_left(word, unit)
    }

    /// The slots of the letters of the unit and its inflections, as bits.
    pub(super) fn letters(&self, unit: UnitId) -> u32 {
        self.letters.get(unit as usize).copied().unwrap_or(u32::MAX)
    }

    /// Whether a word of so many letters could be the unit or one of its inflections, misspelled or
    /// not.
    pub(super) fn admits(&self, letters: usize, unit: UnitId) -> bool {
        self.sieve.admits(letters, unit)
    }
}
