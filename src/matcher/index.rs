//! Which units a written word could be, by its letters.
//!
//! Sets of units are bits of machine words, 64 units to a block. A letter of the written word that
//! a unit has nowhere costs at least one edit, so counting such letters for 64 units at once, in
//! three bits per unit, leaves the few that are worth a verdict.

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
    /// By slot: units that have the letter.
    having: [u64; SLOTS],
    /// By slot: units that begin with the letter, and that have it second.
    first: [u64; SLOTS],
    second: [u64; SLOTS],
    /// By edits, 0 to 4: units that come near with so many.
    within: [u64; 5],
    /// By length of the written word: units for which it is not too long or too short.
    fitting: Vec<u64>,
    /// Units whose inflections may be misspelled.
    inflected: u64,
    /// All of them.
    units: u64,
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
            let begins = block.beginning(start);
            let fitting = block.fitting.get(letters).copied().unwrap_or(0);
            let near = if letters > 2 && fitting != 0 { block.near(folded) } else { 0 };
            let found = fitting & near | begins;
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
            having: [0; SLOTS],
            first: [0; SLOTS],
            second: [0; SLOTS],
            within: [0; 5],
            fitting: vec![0; longest + 1],
            inflected: 0,
            units: 0,
        };
        for (bit, unit) in units.iter().enumerate() {
            block.add(unit, 1 << bit);
        }
        block
    }

    fn add(&mut self, unit: &Unit, bit: u64) {
        self.units |= bit;
        unit.key.chars().for_each(|c| self.having[slot(c)] |= bit);
        let start = Start::of(&unit.key);
        start.first.into_iter().for_each(|slot| self.first[slot] |= bit);
        start.second.into_iter().for_each(|slot| self.second[slot] |= bit);
        let edits = usize::from(unit.allowed) + 1;
        self.within.iter_mut().take(edits + 1).for_each(|within| *within |= bit);
        for letters in unit.letters.saturating_sub(edits)..=unit.letters + edits {
            if let Some(fitting) = self.fitting.get_mut(letters) {
                *fitting |= bit;
            }
        }
        if unit.forms.len() > 1 {
            self.inflected |= bit;
        }
    }

    /// Units that begin like the word, so that it may be an inflection or misspell one: the first
    /// two letters are the same or swapped, or of an inflected unit the first is.
    fn beginning(&self, start: Start) -> u64 {
        let Some(first) = start.first else { return 0 };
        self.heading(start) | self.first[first] & self.inflected
    }

    fn heading(&self, start: Start) -> u64 {
        match (start.first, start.second) {
            (Some(first), Some(second)) => {
                self.first[first] & self.second[second] | self.first[second] & self.second[first]
            }
            (Some(first), None) => self.first[first],
            (None, _) => self.units,
        }
    }

    /// Units that lack no more of the word's letters than they allow edits, and one.
    fn near(&self, folded: &str) -> u64 {
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
        zero & self.within[0]
            | one & self.within[1]
            | two & self.within[2]
            | three & self.within[3]
            | four & self.within[4]
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
