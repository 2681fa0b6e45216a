//! Which units a written word could be, by its letters.
//!
//! Sets of units are bits of machine words, 64 units to a block. A letter of the written word that
//! a unit has nowhere costs at least one edit, so counting such letters for 64 units at once, in
//! three bits per unit, leaves the few that are worth a verdict.

use super::tolerance::worth_measuring;
use super::unit::{Unit, UnitId};

/// Slots for letters: `a` to `z`, and others by their code, several to a slot.
const SLOTS: usize = 64;

/// The slots of ASCII letters.
static SLOT: [u8; 128] = slots();

/// What is compiled of a matcher's units.
#[derive(Debug)]
pub(super) struct Index {
    blocks: Vec<Block>,
}

/// Up to 64 units.
#[derive(Debug)]
struct Block {
    /// By slot: units that begin with the letter, and that have it second.
    first: [u64; SLOTS],
    second: [u64; SLOTS],
    /// By slot: units that have the letter, and units with an inflection that has it.
    having: [Pair; SLOTS],
    /// By length of the written word, then by edits, 0 to 4: units that come near with so many.
    within: Vec<[Pair; 5]>,
    /// All of them.
    units: u64,
}

/// Units by themselves, and those whose inflections may be misspelled, of which some come near.
type Pair = [u64; 2];
const OWN: usize = 0;
const INFLECTED: usize = 1;

impl Index {
    pub(super) fn new(units: &[Unit]) -> Self {
        let longest = units.iter().map(|unit| unit.letters + ENDING).max().unwrap_or(0);
        let blocks = units.chunks(64).map(|units| Block::new(units, longest)).collect();
        Self { blocks }
    }

    /// Calls `each` with every unit that one written word could be, and maybe with others, and with
    /// whether several written words that begin with this one could be it.
    pub(super) fn candidates(&self, folded: &str, each: impl FnMut(UnitId, bool)) {
        if folded.is_ascii() {
            let slots = folded.bytes().map(|byte| SLOT[usize::from(byte & 127)]);
            self.among(folded.len(), &slots, each);
        } else {
            self.among(folded.chars().count(), &folded.chars().map(slot), each);
        }
    }

    fn among(
        &self,
        letters: usize,
        slots: &(impl Iterator<Item = u8> + Clone),
        mut each: impl FnMut(UnitId, bool),
    ) {
        let start = Start::of(slots.clone());
        for (at, block) in (0..).zip(&self.blocks) {
            let heading = block.heading(start);
            let mut found = block.near(letters, slots.clone(), start) | heading;
            while found != 0 {
                let bit = found.trailing_zeros();
                each(at * 64 + bit, heading >> bit & 1 == 1);
                found &= found - 1;
            }
        }
    }
}

/// Letters that an inflection may add to a word, or a misspelling.
const ENDING: usize = 8;

impl Block {
    fn new(units: &[Unit], longest: usize) -> Self {
        let mut block = Self {
            first: [0; SLOTS],
            second: [0; SLOTS],
            having: [[0; 2]; SLOTS],
            within: vec![[[0; 2]; 5]; longest + 1],
            units: 0,
        };
        for (bit, unit) in units.iter().enumerate() {
            block.add(unit, 1 << bit);
        }
        block
    }

    fn add(&mut self, unit: &Unit, bit: u64) {
        self.units |= bit;
        let start = Start::of(unit.key.chars().map(slot));
        start.first.into_iter().for_each(|slot| self.first[slot] |= bit);
        start.second.into_iter().for_each(|slot| self.second[slot] |= bit);
        let own = |written, letters| worth_measuring(written, letters, unit.allowed);
        self.add_letters(&unit.key, OWN, own, bit);
        let allowed = usize::from(unit.allowed);
        let inflected =
            |written: usize, letters| (written.abs_diff(letters) <= allowed).then_some(allowed);
        for form in unit.forms.iter().skip(1) {
            self.add_letters(&form.text, INFLECTED, inflected, bit);
        }
    }

    /// Adds a unit, or one of its inflections, and the most edits by length of the written word.
    fn add_letters(
        &mut self,
        word: &str,
        which: usize,
        edits: impl Fn(usize, usize) -> Option<usize>,
        bit: u64,
    ) {
        let letters = word.chars().count();
        word.chars().for_each(|c| self.having[usize::from(slot(c))][which] |= bit);
        for (written, within) in self.within.iter_mut().enumerate() {
            if let Some(edits) = edits(written, letters) {
                within.iter_mut().take(edits + 1).for_each(|units| units[which] |= bit);
            }
        }
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

    /// Units that lack no more of the word's letters than they allow edits, or start like the word
    /// and have an inflection that does.
    fn near(&self, letters: usize, slots: impl Iterator<Item = u8>, start: Start) -> u64 {
        let Some(within) = self.within.get(letters).filter(|_| letters > 2) else { return 0 };
        let may_be = [self.units, self.starting(start)];
        if within[0][OWN] & may_be[OWN] | within[0][INFLECTED] & may_be[INFLECTED] == 0 {
            return 0;
        }
        let near = self.lacking_few(slots, within);
        near[OWN] & may_be[OWN] | near[INFLECTED] & may_be[INFLECTED]
    }

    fn lacking_few(&self, slots: impl Iterator<Item = u8>, within: &[Pair; 5]) -> Pair {
        let (mut ones, mut twos, mut fours) = ([0u64; 2], [0u64; 2], [0u64; 2]);
        for slot in slots {
            let having = &self.having[usize::from(slot) % SLOTS];
            for which in [OWN, INFLECTED] {
                let missing = !having[which];
                let carry = ones[which] & missing;
                ones[which] ^= missing;
                fours[which] |= twos[which] & carry;
                twos[which] ^= carry;
            }
        }
        [OWN, INFLECTED].map(|which| {
            let (one, two, four) = (ones[which], twos[which], fours[which]);
            let lacking = [
                !one & !two & !four,
                one & !two & !four,
                !one & two & !four,
                one & two & !four,
                !one & !two & four,
            ];
            let few = lacking.iter().zip(within).map(|(units, within)| units & within[which]);
            few.fold(0, |few, units| few | units)
        })
    }
}

/// The slots of a word's first two letters.
#[derive(Debug, Clone, Copy)]
struct Start {
    first: Option<usize>,
    second: Option<usize>,
}

impl Start {
    fn of(slots: impl Iterator<Item = u8>) -> Self {
        let mut slots = slots.map(|slot| usize::from(slot) % SLOTS);
        Self { first: slots.next(), second: slots.next() }
    }
}

const fn slots() -> [u8; 128] {
    let mut slots = [0; 128];
    let mut byte = 0u8;
    while byte < 128 {
        slots[byte as usize] = slot(byte as char);
        byte += 1;
    }
    slots
}

#[expect(clippy::cast_possible_truncation, reason = "there are 64 slots")]
const fn slot(c: char) -> u8 {
    let code = c as usize;
    let slot = if c.is_ascii_lowercase() { code - 'a' as usize } else { 26 + code % (SLOTS - 26) };
    slot as u8
}
