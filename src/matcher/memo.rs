//! What one thread remembers between texts.

use super::judge::Verdict;
use super::unit::UnitId;
use crate::text::{Key, Table};

/// What one thread remembers of words between the texts of one matcher, to be faster; it never
/// changes a result. Used with another matcher it forgets all. It holds at most 32768 words.
#[derive(Debug, Default)]
pub struct Memo {
    /// Which matcher it remembers.
    matcher: u64,
    /// Texts seen; the first is not worth remembering.
    texts: u32,
    /// By word: where in `remembered` stands what it came to.
    places: Table<u32>,
    /// Nothing first, since most words come to it.
    remembered: Vec<Remembered>,
}

/// What a word came to.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered {
    pub verdicts: Vec<(UnitId, Verdict)>,
    /// Units that it may be the beginning of.
    pub heads: Vec<UnitId>,
}

impl Remembered {
    pub(super) fn clear(&mut self) {
        self.verdicts.clear();
        self.heads.clear();
    }

    pub(super) fn is_nothing(&self) -> bool {
        self.verdicts.is_empty() && self.heads.is_empty()
    }
}

/// Most words that are remembered.
const FULL: usize = 1 << 15;

impl Memo {
    /// Gets ready for a text of a matcher; whether it remembers anything, or will.
    pub(super) fn begin(&mut self, matcher: u64) -> bool {
        if self.matcher != matcher || self.remembered.is_empty() {
            let remembered = vec![Remembered::default()];
            *self = Self { matcher, remembered, ..Self::default() };
        }
        self.texts = self.texts.saturating_add(1);
        self.texts > 1
    }

    /// What the word came to, if it is remembered.
    pub(super) fn get(&self, key: Key) -> Option<&Remembered> {
        self.remembered.get(self.places.get(key)? as usize)
    }

    /// Remembers what a word came to, unless there is no room.
    pub(super) fn insert(&mut self, key: Key, remembered: Remembered) {
        if self.places.len() >= FULL {
            return;
        }
        let place = if remembered.is_nothing() {
            0
        } else {
            self.remembered.push(remembered);
            self.remembered.len() - 1
        };
        self.places.insert(key, u32::try_from(place).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> Key {
        Key::of(word).unwrap()
    }

    #[test]
    fn the_first_text_is_not_remembered() {
        let mut memo = Memo::default();
        assert!(!memo.begin(7) && memo.begin(7));
    }

    #[test]
    fn what_words_came_to_is_told_from_what_is_not_known() {
        let mut memo = Memo::default();
        memo.begin(7);
        memo.insert(key("the"), Remembered::default());
        memo.insert(key("cache"), Remembered { heads: vec![3], verdicts: Vec::new() });
        assert!(memo.get(key("the")).unwrap().is_nothing());
        assert_eq!(memo.get(key("cache")).unwrap().heads, [3]);
        assert!(memo.get(key("session")).is_none());
    }

    #[test]
    fn no_more_than_a_limit_is_remembered() {
        let mut memo = Memo::default();
        memo.begin(1);
        for n in 0..=FULL {
            memo.insert(key(&format!("word{n}")), Remembered::default());
        }
        assert!(memo.get(key(&format!("word{}", FULL - 1))).is_some());
        assert!(memo.get(key(&format!("word{FULL}"))).is_none());
    }

    #[test]
    fn another_matcher_makes_it_forget() {
        let mut memo = Memo::default();
        memo.begin(1);
        memo.insert(key("cache"), Remembered::default());
        memo.begin(2);
        assert!(memo.get(key("cache")).is_none());
    }
}
