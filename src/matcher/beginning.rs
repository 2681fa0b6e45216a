//! Units written apart: what may follow their first word.

use super::guess::{Guess, Head};
use super::index::Index;
use super::judge::SPREAD;
use super::outline::{Outline, slot, slots};
use super::unit::{Unit, UnitId};
use crate::text::{Continuation, ENDINGS, Gap};

/// A unit that a word may be the beginning of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beginning {
    pub unit: UnitId,
    /// Whether the word begins like the inflections of the unit.
    pub inflects: bool,
    /// How many letters the next word may have, as bits; the last bit is that of all longer ones.
    lengths: u32,
    /// Slots of the letters of the unit and its inflections, as bits.
    letters: u32,
    /// How many other letters the next word may have; `None` where it is no misspelling.
    others: Option<u8>,
    /// Whether the word is known and no part of the unit, so that the unit is not misspelled with a
    /// blank behind it.
    stands_out: bool,
    /// Slots of the letters that the next word may begin with in an inflection, as bits.
    inflected: u32,
}

/// Characters of a possessive ending, which is taken off.
pub(super) const POSSESSIVE: usize = 2;

impl Beginning {
    /// The beginning of the unit that was guessed by the word; `None` where nothing can follow it.
    pub(super) fn new(
        guess: Guess,
        unit: &Unit,
        index: &Index,
        word: &str,
        outline: &Outline,
        is_known: impl FnOnce() -> bool,
    ) -> Option<Self> {
        let inflects = guess.head == Head::Inflected;
        let lengths = lengths(inflects, guess.unit, unit, index, outline.letters);
        let inflected = if inflects { slots_after(unit, word) } else { 0 };
        let others = index.edits_left(outline, guess.unit);
        if lengths == 0 || others.is_none() && inflected == 0 {
            return None;
        }
        Some(Self {
            unit: guess.unit,
            inflects,
            lengths,
            letters: index.letters(guess.unit),
            others,
            stands_out: others.is_some() && !unit.may_have(word) && is_known(),
            inflected,
        })
    }

    /// Whether the next word may go on with the unit; `letters` are its slots as bits, `gap` what stands
    /// before it.
    #[inline]
    pub(super) fn admits(&self, next: &Outline, letters: u32, gap: Gap) -> bool {
        let others = (letters & !self.letters).count_ones();
        let misspelled = !(self.stands_out && gap == Gap::Blank)
            && self.others.is_some_and(|most| others <= u32::from(most));
        self.lengths >> next.letters.min(31) & 1 == 1
            && (misspelled || self.inflected >> next.slot(0) & 1 == 1)
    }
}

/// How many letters may follow a word of `own` letters.
fn lengths(inflects: bool, id: UnitId, unit: &Unit, index: &Index, own: usize) -> u32 {
    let most = unit.letters + SPREAD;
    let admitted = |next: &usize| {
        let length = own + next;
        // More words may follow, the last of them with a possessive ending.
        unit.longest_run() > 2 && length <= most + POSSESSIVE
            || length <= most
                && length + SPREAD >= unit.letters
                && (inflects || index.admits(length, id))
    };
    let long = if own + 31 <= most + POSSESSIVE { 1 << 31 } else { 0 };
    (0..31).filter(admitted).fold(long, |bits, next| bits | 1 << next)
}

/// Whether an inflection of the unit may begin with `words`, written as one, and then with the next
/// word.
pub(super) fn goes_on(unit: &Unit, words: &str, next: &Outline) -> bool {
    slots_after(unit, words) >> next.slot(0) & 1 == 1
}

/// The slots of the letters that follow `word` in the unit's inflections, as bits.
fn slots_after(unit: &Unit, word: &str) -> u32 {
    match unit.continuation(word) {
        Continuation::None => 0,
        Continuation::Letter(letter) => 1 << slot(letter),
        Continuation::Ending(doubled) => slots(ENDINGS.into_iter().chain(doubled)),
        Continuation::Any => u32::MAX,
    }
}
