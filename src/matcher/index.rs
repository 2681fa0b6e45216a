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
    /// Letters of the longest written word that could be a unit.
    longest: usize,
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
        Self { blocks, longest }
    }

    /// Calls `each` with every unit that one written word could be, and maybe with others, and with
    /// whether several written words that begin with this one could be it.
    pub(super) fn candidates(&self, letters: &Slots, mut each: impl FnMut(UnitId, bool)) {
        let start = Start::of(letters);
        let may_be_one = letters.0.len() <= self.longest;
        for (at, block) in (0..).zip(&self.blocks) {
            let heading = block.heading(start);
            let near = if may_be_one { block.near(letters, start) } else { 0 };
            let mut found = near | heading;
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
        let start = Start::of(&Slots::of(&unit.key));
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
        let slots = Slots::of(word);
        slots.0.iter().for_each(|&slot| self.having[usize::from(slot)][which] |= bit);
        for (written, within) in self.within.iter_mut().enumerate() {
            if let Some(edits) = edits(written, slots.0.len()) {
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
    fn near(&self, letters: &Slots, start: Start) -> u64 {
        let Some(within) = self.within.get(letters.0.len()).filter(|_| letters.0.len() > 2) else {
            return 0;
        };
        let may_be = [self.units, self.starting(start)];
        if within[0][OWN] & may_be[OWN] | within[0][INFLECTED] & may_be[INFLECTED] == 0 {
            return 0;
        }
        let near = self.lacking_few(letters, within);
        near[OWN] & may_be[OWN] | near[INFLECTED] & may_be[INFLECTED]
    }

    fn lacking_few(&self, letters: &Slots, within: &[Pair; 5]) -> Pair {
        let (mut ones, mut twos, mut fours) = ([0u64; 2], [0u64; 2], [0u64; 2]);
        for &slot in &letters.0 {
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

/// The letters of a word as slots.
#[derive(Debug, Default)]
pub(super) struct Slots(Vec<u8>);

impl Slots {
    fn of(word: &str) -> Self {
        let mut slots = Self::default();
        slots.fill(word);
        slots
    }

    /// Takes the letters of another word.
    pub(super) fn fill(&mut self, word: &str) {
        self.0.clear();
        if word.is_ascii() {
            self.0.extend(word.bytes().map(|byte| SLOT[usize::from(byte & 127)]));
        } else {
            self.0.extend(word.chars().map(slot));
        }
    }
}

/// The slots of a word's first two letters.
#[derive(Debug, Clone, Copy)]
struct Start {
    first: Option<usize>,
    second: Option<usize>,
}

impl Start {
    fn of(letters: &Slots) -> Self {
        let at = |at: usize| letters.0.get(at).map(|&slot| usize::from(slot) % SLOTS);
        Self { first: at(0), second: at(1) }
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
