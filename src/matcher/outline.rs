//! A written word as numbers, to see fast what it cannot be.

/// Slots for letters: what is equal has one slot, and few others have the same. None has the first,
/// which is for what stands behind the end of a word.
pub(super) const SLOTS: usize = 32;

/// Letters that are looked at; others only count.
pub(super) const SEEN: usize = 16;

/// The slots of a word's first letters, and its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outline {
    /// Eight to a number, the first as the lowest byte.
    slots: [u64; 2],
    pub letters: usize,
}

impl Outline {
    /// The outline of a word of `letters` ASCII letters, whose first bytes are `start`, eight to a
    /// number, and zeros behind a shorter one.
    #[inline]
    pub(super) fn ascii(start: [u64; 2], letters: usize) -> Self {
        Self { slots: start.map(|bytes| bytes & EACH), letters }
    }

    /// The outline of this word and the next, written as one.
    pub(super) fn join(&self, next: &Self) -> Self {
        let bits = u32::try_from(self.letters * 8).unwrap_or(u32::MAX);
        let number = |[low, high]: [u64; 2]| u128::from(high) << 64 | u128::from(low);
        let behind = number(next.slots).checked_shl(bits).unwrap_or(0);
        let slots = halves(number(self.slots) | behind);
        Self { slots, letters: self.letters + next.letters }
    }

    /// The outline of a folded word.
    pub(super) fn of(word: &str) -> Self {
        let slots = word.chars().take(SEEN).map(slot).zip((0..).step_by(8));
        let slots = slots.fold(0, |slots, (slot, bits)| slots | u128::from(slot) << bits);
        Self { slots: halves(slots), letters: word.chars().count() }
    }

    /// The slots of its letters, as bits.
    pub(super) fn letter_slots(&self) -> u32 {
        let end = self.letters.min(SEEN);
        (0..end).fold(0, |slots, at| slots | 1 << self.slot(at))
    }

    /// The slot of the letter at `at`; the first slot where there is none.
    #[expect(clippy::cast_possible_truncation, reason = "one byte is meant")]
    #[inline]
    pub(super) fn slot(&self, at: usize) -> usize {
        let half = self.slots[at / 8 % 2];
        usize::from((half >> (at % 8 * 8)) as u8 & MASK)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the two halves of a number")]
const fn halves(number: u128) -> [u64; 2] {
    [number as u64, (number >> 64) as u64]
}

const MASK: u8 = 31;
const _: () = assert!(MASK as usize + 1 == SLOTS, "a slot for each rest");

/// The mask in each byte.
const EACH: u64 = u64::from_le_bytes([MASK; 8]);

/// The slot of a letter.
pub(super) const fn slot(c: char) -> u8 {
    c as u8 & MASK
}

/// The slots of letters, as bits.
pub(super) fn slots(letters: impl Iterator<Item = char>) -> u32 {
    letters.fold(0, |slots, letter| slots | 1 << slot(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_as_characters_and_are_seen_up_to_a_limit() {
        let outline = Outline::of("é".repeat(20).as_str());
        assert_eq!((outline.letters, outline.slot(0)), (20, usize::from(slot('é'))));
        let outline = Outline::of("cache");
        assert_eq!((outline.letters, outline.slot(1), outline.slot(5)), (5, 1, 0));
    }

    #[test]
    fn words_are_joined_as_if_they_were_written_as_one() {
        for (one, other) in [("pre", "save"), ("", "save"), ("select", "related"), ("é", "a")] {
            let joined = Outline::of(one).join(&Outline::of(other));
            assert_eq!(joined, Outline::of(&format!("{one}{other}")));
        }
        let long = Outline::of(&"a".repeat(20));
        assert_eq!(long.join(&long), Outline::of(&"a".repeat(40)));
    }
}
