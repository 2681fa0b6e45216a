//! What one thread remembers between texts.

use std::sync::Arc;

use smallvec::SmallVec;

use super::beginning::Beginning;
use super::finds::Finds;
use super::judge::Verdict;
use super::scratch::Scratch;
use super::unit::UnitId;
use crate::text::{Key, ShortWords};

/// What one thread remembers of words between the texts of one matcher, to be faster; it never
/// changes a result. Used with another matcher it forgets all. It holds at most 32768 words.
#[derive(Debug, Default)]
pub struct Memo {
    pub(super) words: Words,
    pub(super) scratch: Scratch,
}

/// What words came to.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The identity of the matcher it remembers.
    matcher: Option<Arc<()>>,
    /// Texts seen; the first is not worth remembering.
    texts: u32,
    /// By word: nothing, as most words come to, or one more than the place in `remembered`.
    places: ShortWords<u32>,
    remembered: Vec<Remembered>,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
pub(super) enum Memory<'m> {
    Unknown,
    Nothing,
    Known(&'m Remembered),
}

/// What a word came to.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered {
    pub verdicts: SmallVec<[(UnitId, Verdict); 2]>,
    /// Units that it may be the beginning of.
    pub heads: SmallVec<[Beginning; 2]>,
}

impl Remembered {
    fn is_nothing(&self) -> bool {
        self.verdicts.is_empty() && self.heads.is_empty()
    }
}

/// Most words that are remembered.
const FULL: usize = 1 << 15;

impl Memo {
    /// Takes back what was found in a text, once it is done with, as memory for the next.
    pub(crate) fn take_back(&mut self, finds: Finds) {
        (self.scratch.hits, self.scratch.near_misses) = (finds.hits, finds.near_misses);
        self.scratch.hits.clear();
        self.scratch.near_misses.clear();
    }
}

impl Words {
    /// Gets ready for a text of a matcher; whether it remembers anything, or will.
    pub(super) fn begin(&mut self, matcher: &Arc<()>) -> bool {
        if !self.matcher.as_ref().is_some_and(|known| Arc::ptr_eq(known, matcher)) {
            *self = Self { matcher: Some(Arc::clone(matcher)), ..Self::default() };
        }
        self.texts = self.texts.saturating_add(1);
        self.texts > 1
    }

    /// What the word came to.
    pub(super) fn get(&self, key: Key) -> Memory<'_> {
        let Some(place) = self.places.get(key) else { return Memory::Unknown };
        let remembered = place.checked_sub(1).and_then(|at| self.remembered.get(at as usize));
        remembered.map_or(Memory::Nothing, Memory::Known)
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
            self.remembered.len()
        };
        self.places.insert(key, u32::try_from(place).unwrap_or(0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::Likeness;

    const FOUND: (UnitId, Verdict) = (3, Verdict::Found(Likeness::Exact));

    fn key(word: &str) -> Key {
        Key::of(word).unwrap()
    }

    #[test]
    fn the_first_text_is_not_remembered() {
        let mut memo = Words::default();
        let matcher = Arc::default();
        assert!(!memo.begin(&matcher) && memo.begin(&matcher));
    }

    #[test]
    fn what_words_came_to_is_told_from_what_is_not_known() {
        let mut memo = Words::default();
        memo.begin(&Arc::default());
        memo.insert(key("the"), Remembered::default());
        memo.insert(
            key("cache"),
            Remembered { verdicts: SmallVec::from_elem(FOUND, 1), ..Remembered::default() },
        );
        assert!(matches!(memo.get(key("the")), Memory::Nothing));
        let Memory::Known(known) = memo.get(key("cache")) else { panic!("it is known") };
        assert_eq!(known.verdicts.as_slice(), [FOUND]);
        assert!(matches!(memo.get(key("session")), Memory::Unknown));
    }

    #[test]
    fn no_more_than_a_limit_is_remembered() {
        let mut memo = Words::default();
        memo.begin(&Arc::default());
        for n in 0..=FULL {
            memo.insert(key(&format!("word{n}")), Remembered::default());
        }
        assert!(matches!(memo.get(key(&format!("word{}", FULL - 1))), Memory::Nothing));
        assert!(matches!(memo.get(key(&format!("word{FULL}"))), Memory::Unknown));
    }

    #[test]
    fn another_matcher_makes_it_forget() {
        let mut memo = Words::default();
        memo.begin(&Arc::default());
        memo.insert(key("cache"), Remembered::default());
        memo.begin(&Arc::default());
        assert!(matches!(memo.get(key("cache")), Memory::Unknown));
    }
}
