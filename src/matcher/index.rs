//! Which units a written word could be, by its letters.
//!
//! Sets of units are bits of machine words, 64 units to a block. A letter of the written word that
//! a unit has nowhere costs at least one edit, so counting such letters for 64 units at once, in
//! three bits per unit, leaves the few that are worth a verdict.

use super::tolerance::worth_measuring;
use super::unit::{Unit, UnitId};

/// Slots for letters: `a` to `z`, and others by their code, several to a slot.
const SLOTS: usize = 64;

/// What is compiled of a matcher's units.
#[derive(Debug)]
pub(super) struct Index {
    blocks: Vec<Block>,
    /// Letters of the longest written word that could be a unit.
    longest: usize,
}

/// Up to 64 units.
#[derive(Debug)]
struct Block {
    /// By slot: units that begin with the letter, and that have it second.
    first: [u64; SLOTS],
    second: [u64; SLOTS],
    /// What units are made of.
    own: Letters,
    /// The same for the inflections of units, which may be misspelled.
    inflected: Letters,
    /// All of them.
    units: u64,
}

/// What up to 64 units, or all the inflections of each, are made of.
#[derive(Debug)]
struct Letters {
    /// By slot: units that have the letter.
    having: [u64; SLOTS],
    /// By length of the written word, then by edits, 0 to 4: units that come near with so many.
    within: Vec<[u64; 5]>,
}

impl Index {
    pub(super) fn new(units: &[Unit]) -> Self {
        let longest = units.iter().map(|unit| unit.letters + ENDING).max().unwrap_or(0);
        let blocks = units.chunks(64).map(|units| Block::new(units, longest)).collect();
        Self { blocks, longest }
    }

    /// Calls `each` with every unit that one written word could be, and maybe with others.
    pub(super) fn candidates(&self, folded: &str, mut each: impl FnMut(UnitId)) {
        if folded.len() > self.longest * LONGEST_CHARACTER {
            return;
        }
        let letters = folded.chars().count();
        let start = Start::of(folded);
        for (at, block) in (0..).zip(&self.blocks) {
            let own = block.own.near(folded, letters, block.units);
            let inflected = block.inflected.near(folded, letters, block.starting(start));
            let found = own | inflected | block.heading(start);
            each_bit(found, |bit| each(at * 64 + bit));
        }
    }

    /// Calls `each` with every unit that several written words beginning with `folded` could be.
    pub(super) fn heads(&self, folded: &str, mut each: impl FnMut(UnitId)) {
        let start = Start::of(folded);
        for (at, block) in (0..).zip(&self.blocks) {
            each_bit(block.heading(start), |bit| each(at * 64 + bit));
        }
    }
}

/// Bytes of the longest character.
const LONGEST_CHARACTER: usize = 4;

/// Letters that an inflection may add to a word, or a misspelling.
const ENDING: usize = 8;

impl Block {
    fn new(units: &[Unit], longest: usize) -> Self {
        let mut block = Self {
            first: [0; SLOTS],
            second: [0; SLOTS],
            own: Letters::new(longest),
            inflected: Letters::new(longest),
            units: 0,
        };
        for (bit, unit) in units.iter().enumerate() {
            block.add(unit, 1 << bit);
        }
        block
    }

    fn add(&mut self, unit: &Unit, bit: u64) {
        self.units |= bit;
        let start = Start::of(&unit.key);
        start.first.into_iter().for_each(|slot| self.first[slot] |= bit);
        start.second.into_iter().for_each(|slot| self.second[slot] |= bit);
        let own = |written, letters| worth_measuring(written, letters, unit.allowed);
        self.own.add(&unit.key, own, bit);
        let allowed = usize::from(unit.allowed);
        let inflected =
            |written: usize, letters| (written.abs_diff(letters) <= allowed).then_some(allowed);
        unit.forms.iter().skip(1).for_each(|form| self.inflected.add(form, inflected, bit));
    }

    /// Units that start like the word: their first letter is one of its first two.
    fn starting(&self, start: Start) -> u64 {
        let slots = start.first.into_iter().chain(start.second);
        slots.fold(0, |units, slot| units | self.first[slot])
    }

    /// Units that begin with the same two letters or with the two swapped, so that the word may be
    /// an inflection, or a part of one.
    fn heading(&self, start: Start) -> u64 {
        match (start.first, start.second) {
            (Some(first), Some(second)) => {
                self.first[first] & self.second[second] | self.first[second] & self.second[first]
            }
            (Some(first), None) => self.first[first],
            (None, _) => self.units,
        }
    }
}

impl Letters {
    fn new(longest: usize) -> Self {
        Self { having: [0; SLOTS], within: vec![[0; 5]; longest + 1] }
    }

    /// Adds a unit, or one of its inflections, and the most edits by length of the written word.
    fn add(&mut self, word: &str, edits: impl Fn(usize, usize) -> Option<usize>, bit: u64) {
        word.chars().for_each(|c| self.having[slot(c)] |= bit);
        let letters = word.chars().count();
        for (written, within) in self.within.iter_mut().enumerate() {
            if let Some(edits) = edits(written, letters) {
                within.iter_mut().take(edits + 1).for_each(|units| *units |= bit);
            }
        }
    }

    /// Those of `units` that lack no more of the word's letters than they allow edits.
    fn near(&self, folded: &str, letters: usize, units: u64) -> u64 {
        let Some(within) = self.within.get(letters).filter(|_| letters > 2) else { return 0 };
        if within[0] & units == 0 { 0 } else { self.lacking_few(folded, within) & units }
    }

    fn lacking_few(&self, folded: &str, within: &[u64; 5]) -> u64 {
        let (mut ones, mut twos, mut fours) = (0u64, 0u64, 0u64);
        for c in folded.chars() {
            let missing = !self.having[slot(c)];
            let carry = ones & missing;
            ones ^= missing;
            let carry_on = twos & carry;
            twos ^= carry;
            fours |= carry_on;
        }
        let (zero, one) = (!ones & !twos & !fours, ones & !twos & !fours);
        let (two, three) = (!ones & twos & !fours, ones & twos & !fours);
        let four = !ones & !twos & fours;
        zero & within[0] | one & within[1] | two & within[2] | three & within[3] | four & within[4]
    }
}

/// The slots of a word's first two letters.
#[derive(Debug, Clone, Copy)]
struct Start {
    first: Option<usize>,
    second: Option<usize>,
}

impl Start {
    fn of(word: &str) -> Self {
        let mut letters = word.chars().map(slot);
        Self { first: letters.next(), second: letters.next() }
    }
}

fn slot(c: char) -> usize {
    match c {
        'a'..='z' => c as usize - 'a' as usize,
        _ => 26 + c as usize % (SLOTS - 26),
    }
}

fn each_bit(mut bits: u64, mut each: impl FnMut(u32)) {
    while bits != 0 {
        each(bits.trailing_zeros());
        bits &= bits - 1;
    }
}
