//! Which units a written word could be.
//!
//! A word is a unit misspelled, or an inflection of it misspelled, only if few of its letters are
//! missing there (`sieve`); it is an inflection, or begins a unit that is written apart, only if it
//! starts like it (`starts`).

use super::guess::{Guess, Head};
use super::outline::Outline;
use super::sieve::Sieve;
use super::starts::Starts;
use super::unit::{Unit, UnitId};

/// What is compiled of a matcher's units.
#[derive(Debug)]
pub(super) struct Index {
    sieve: Sieve,
    starts: Starts,
}

impl Index {
    pub(super) fn new(units: &[Unit]) -> Self {
        Self { sieve: Sieve::new(units), starts: Starts::new(units) }
    }

    /// Fills `found` with every unit that the written word could be, each once, and maybe others.
    #[inline]
    pub(super) fn guesses(&self, word: &Outline, found: &mut Vec<Guess>) {
        found.clear();
        for guess in self.starts.of(word) {
            // Of a beginning not too much may be lacking, either.
            let lacks = guess.head == Head::Near && !self.sieve.may_begin(word, guess.unit);
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

    /// What several words, written as one, could be of the unit.
    pub(super) fn guess(&self, words: &Outline, unit: UnitId) -> Guess {
        let inflected = self.starts.of(words).any(|other| other.unit == unit && other.inflected);
        let near = self.sieve.nearness(words, unit);
        Guess { unit, near, inflected, head: Head::Nothing }
    }

    /// Whether a word of so many letters could be the unit or one of its inflections, misspelled or
    /// not.
    pub(super) fn admits(&self, letters: usize, unit: UnitId) -> bool {
        self.sieve.admits(letters, unit)
    }
}
