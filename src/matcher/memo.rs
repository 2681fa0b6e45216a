//! What one thread remembers between texts.

use super::judge::Verdict;
use super::unit::UnitId;

/// What one thread remembers of words between the texts of one matcher, to be faster; it never
/// changes a result. Used with another matcher it forgets all. It holds at most 32768 words.
#[derive(Debug, Default)]
pub struct Memo {
    /// Which matcher it remembers.
    matcher: u64,
    /// Texts seen; the first is not worth remembering.
    texts: u32,
    slots: Vec<Slot>,
    used: usize,
    pub(super) remembered: Vec<Remembered>,
}

/// What a word came to.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered {
    pub verdicts: Vec<(UnitId, Verdict)>,
    /// Units that it may be the beginning of.
    pub heads: Vec<UnitId>,
}

/// A short word as two numbers: its bytes, the rest zero. No word holds a zero byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Key(u64, u64);

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: Key,
    /// Place in `remembered`.
    at: u32,
}

/// Places of a full table; half of them are used.
const FULL: usize = 1 << 16;
const FIRST: usize = 1 << 10;

impl Key {
    /// The key of a word of at most 16 bytes.
    pub(super) fn of(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let mut key = [0u8; 16];
        key.get_mut(..bytes.len())?.copy_from_slice(bytes);
        let number = u128::from_le_bytes(key);
        #[expect(clippy::cast_possible_truncation, reason = "the two halves of a number")]
        (number != 0).then_some(Self(number as u64, (number >> 64) as u64))
    }

    fn hash(self) -> usize {
        let mixed = (self.0 ^ self.1.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 32) as usize
    }
}

impl Memo {
    /// Gets ready for a text of a matcher; whether it remembers anything, or will.
    pub(super) fn begin(&mut self, matcher: u64) -> bool {
        if self.matcher != matcher {
            *self = Self { matcher, ..Self::default() };
        }
        self.texts = self.texts.saturating_add(1);
        if self.texts > 1 && self.slots.is_empty() {
            self.slots = vec![Slot::default(); FIRST];
            self.remembered.push(Remembered::default());
        }
        self.texts > 1
    }

    /// Where what the word came to stands in `remembered`.
    pub(super) fn get(&self, key: Key) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = key.hash() & mask;
        loop {
            let slot = self.slots.get(at)?;
            if slot.key == key {
                return Some(slot.at);
            }
            if slot.key == Key::default() {
                return None;
            }
            at = (at + 1) & mask;
        }
    }

    /// Remembers what a word that is not there came to, unless the table is full.
    pub(super) fn insert(&mut self, key: Key, remembered: Remembered) {
        if self.used * 2 >= self.slots.len() && !self.grow() {
            return;
        }
        let is_nothing = remembered.verdicts.is_empty() && remembered.heads.is_empty();
        let at = if is_nothing { 0 } else { self.remembered.len() };
        if !is_nothing {
            self.remembered.push(remembered);
        }
        self.used += 1;
        self.place(Slot { key, at: u32::try_from(at).unwrap_or(0) });
    }

    fn place(&mut self, new: Slot) {
        let mask = self.slots.len().saturating_sub(1);
        let mut at = new.key.hash() & mask;
        while self.slots.get(at).is_some_and(|slot| slot.key != Key::default()) {
            at = (at + 1) & mask;
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = new;
        }
    }

    fn grow(&mut self) -> bool {
        if self.slots.len() >= FULL {
            return false;
        }
        let doubled = vec![Slot::default(); self.slots.len() * 2];
        let old = std::mem::replace(&mut self.slots, doubled);
        old.into_iter().filter(|slot| slot.key != Key::default()).for_each(|slot| self.place(slot));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_survives_growing() {
        let mut memo = Memo::default();
        assert!(!memo.begin(7) && memo.begin(7));
        let words: Vec<String> = (0..3000).map(|n| format!("word{n}")).collect();
        for (n, word) in (0..).zip(&words) {
            let key = Key::of(word).unwrap();
            assert_eq!(memo.get(key), None);
            memo.insert(key, Remembered { heads: vec![n], verdicts: Vec::new() });
        }
        for (n, word) in (0..).zip(&words) {
            let at = memo.get(Key::of(word).unwrap()).unwrap();
            assert_eq!(memo.remembered[at as usize].heads, [n]);
        }
    }

    #[test]
    fn another_matcher_makes_it_forget() {
        let mut memo = Memo::default();
        memo.begin(1);
        memo.begin(1);
        memo.insert(Key::of("cache").unwrap(), Remembered::default());
        memo.begin(2);
        memo.begin(2);
        assert_eq!(memo.get(Key::of("cache").unwrap()), None);
    }

    #[test]
    fn long_words_have_no_key() {
        assert!(Key::of("sixteen-letters-").is_some());
        assert!(Key::of("seventeen-letters").is_none());
    }
}
