//! Values by folded words.

use std::collections::BTreeMap;

use super::key::Key;

/// Values by folded words: short ones, as nearly all are, by their keys.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordMap<V> {
    short: ShortWords<V>,
    long: BTreeMap<String, V>,
}

impl<V: Copy + Default> WordMap<V> {
    pub(crate) fn is_empty(&self) -> bool {
        self.short.len() == 0 && self.long.is_empty()
    }

    pub(crate) fn get(&self, word: &str) -> Option<V> {
        match Key::of(word) {
            Some(key) => self.short.get(key),
            None => self.long.get(word).copied(),
        }
    }

    /// The value of a short word.
    pub(crate) fn get_short(&self, key: Key) -> Option<V> {
        self.short.get(key)
    }

    /// Gives the word a value, in place of the one it has.
    pub(crate) fn insert(&mut self, word: &str, value: V) {
        match Key::of(word) {
            Some(key) => self.short.insert(key, value),
            None => drop(self.long.insert(word.to_owned(), value)),
        }
    }
}

/// Values by short words: a hash table with open addressing, at most a third full.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShortWords<V> {
    slots: Vec<(Key, V)>,
    used: usize,
    /// All bits of a number but so many as the place of a slot has.
    shift: u32,
}

/// Slots of the smallest table that holds anything.
const SMALLEST: usize = 1 << 6;

impl<V: Copy + Default> ShortWords<V> {
    /// How many words have a value.
    pub(crate) fn len(&self) -> usize {
        self.used
    }

    pub(crate) fn get(&self, key: Key) -> Option<V> {
        match self.slots.get(self.place(key)?) {
            Some(&(found, value)) if found == key => Some(value),
            _ => None,
        }
    }

    /// Gives the word a value, in place of the one it has.
    pub(crate) fn insert(&mut self, key: Key, value: V) {
        if self.used * 3 >= self.slots.len() {
            self.grow();
        }
        let Some(slot) = self.place(key).and_then(|at| self.slots.get_mut(at)) else { return };
        self.used += usize::from(slot.0 != key);
        *slot = (key, value);
    }

    /// Where the word is, or the free slot where it would be.
    #[expect(clippy::cast_possible_truncation, reason = "a place has fewer bits")]
    #[inline]
    fn place(&self, key: Key) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = (key.hash() >> self.shift) as usize & mask;
        loop {
            let (found, _) = self.slots.get(at)?;
            if *found == key || *found == Key::default() {
                return Some(at);
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let more = vec![(Key::default(), V::default()); (self.slots.len() * 2).max(SMALLEST)];
        self.shift = u64::BITS - more.len().trailing_zeros();
        for (key, value) in std::mem::replace(&mut self.slots, more) {
            if key != Key::default()
                && let Some(slot) = self.place(key).and_then(|at| self.slots.get_mut(at))
            {
                *slot = (key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_growing_and_are_replaced() {
        let mut table = ShortWords::default();
        let key = |n: usize| Key::of(&format!("word{n}")).unwrap();
        for n in 0..3000 {
            assert_eq!(table.get(key(n)), None);
            table.insert(key(n), n);
        }
        table.insert(key(7), 1);
        assert_eq!(table.len(), 3000);
        assert!((0..3000).all(|n| table.get(key(n)) == Some(if n == 7 { 1 } else { n })));
    }

    #[test]
    fn words_of_any_length_have_values() {
        let mut map = WordMap::default();
        for (word, value) in [("", 1), ("short", 2), ("much-longer-than-a-key", 3)] {
            assert_eq!(map.get(word), None);
            map.insert(word, value);
            assert_eq!(map.get(word), Some(value));
        }
        assert!(!map.is_empty());
        assert_eq!(map.get_short(Key::of("short").unwrap()), Some(2));
    }
}
