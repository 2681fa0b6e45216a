//! Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, no letter
//! edited twice.

use std::cell::OnceCell;

use wide::u8x16;

/// How the distance of two words is measured: by the definition, or fast.
pub(super) trait Distance {
    /// The distance of the written name and a form of a unit, if it is no more than `limit`.
    fn to(&self, form: &Form, limit: usize) -> Option<usize>;

    /// The distance of any two words, if it is no more than `limit`.
    fn between(&self, one: &str, other: &str, limit: usize) -> Option<usize>;
}

/// A word that written names are compared with.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub text: String,
    /// How many letters it has.
    pub letters: usize,
    letter_set: LetterSet,
}

impl Form {
    pub(super) fn new(text: String) -> Self {
        Self { letters: text.chars().count(), letter_set: LetterSet::of(&text), text }
    }
}

/// A word's letters as bits, and its length: they tell most words that are too far apart.
#[derive(Debug, Clone, Copy)]
struct LetterSet {
    length: usize,
    letters: u32,
    ascii: bool,
}

impl LetterSet {
    fn of(word: &str) -> Self {
        let letters = word.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31));
        Self { length: word.len(), letters, ascii: word.is_ascii() }
    }

    fn may_be_within(self, other: Self, limit: usize) -> bool {
        let few = u32::try_from(limit).unwrap_or(u32::MAX);
        !(self.ascii && other.ascii)
            || self.length.abs_diff(other.length) <= limit
                && (self.letters & !other.letters).count_ones() <= few
                && (other.letters & !self.letters).count_ones() <= few
    }
}

/// The written name's side of many comparisons.
///
/// For ASCII up to 32 letters the distance is measured by the bit-parallel algorithm of Hyyrö, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003): a column of
/// differences between neighbouring cells is kept in two words, and one pass over the other string
/// updates them. Other words are measured as [`super::plain`] does.
pub(super) struct Pattern<'a> {
    word: &'a str,
    /// Once it is asked for: most names are told at a glance.
    drawn: OnceCell<Drawn>,
}

/// What of a written name is worked out once for all comparisons.
#[derive(Debug, Clone, Copy)]
struct Drawn {
    letter_set: LetterSet,
    /// The first letters, and zeros behind them.
    letters: [u8x16; 2],
}

/// Letters of the longest word that is measured in parallel.
const PARALLEL: usize = 32;

impl<'a> Pattern<'a> {
    pub(super) fn new(word: &'a str) -> Self {
        Self { word, drawn: OnceCell::new() }
    }

    fn within(&self, other: &str, letter_set: LetterSet, limit: usize) -> Option<usize> {
        if limit == 0 {
            return (self.word == other).then_some(0);
        }
        let drawn = self.drawn.get_or_init(|| Drawn::new(self.word));
        if !drawn.letter_set.may_be_within(letter_set, limit) {
            return None;
        }
        let distance = if drawn.is_short() && letter_set.ascii {
            drawn.bit_parallel(other.as_bytes())
        } else {
            strsim::osa_distance(self.word, other)
        };
        Some(distance).filter(|&edits| edits <= limit)
    }
}

impl Drawn {
    fn new(word: &str) -> Self {
        let mut bytes = [0; PARALLEL];
        bytes.iter_mut().zip(word.bytes()).for_each(|(to, byte)| *to = byte);
        let (halves, _) = bytes.as_chunks();
        let letters = [0, 1].map(|half| u8x16::new(halves[half]));
        Self { letter_set: LetterSet::of(word), letters }
    }

    /// Whether each of its letters has a bit.
    fn is_short(&self) -> bool {
        self.letter_set.ascii && (1..=PARALLEL).contains(&self.letter_set.length)
    }

    /// The places of a letter, as bits.
    fn places(&self, letter: u8) -> u64 {
        let letter = u8x16::splat(letter);
        let [low, high] = self.letters.map(|half| u64::from(half.simd_eq(letter).to_bitmask()));
        low | high << 16
    }

    fn bit_parallel(&self, text: &[u8]) -> usize {
        let last = 1u64 << (self.letter_set.length - 1);
        let (mut higher, mut lower) = (u64::MAX, 0u64);
        let (mut diagonal, mut places_before) = (0u64, 0u64);
        let mut distance = self.letter_set.length;
        for &byte in text {
            let here = self.places(byte);
            let swapped = ((!diagonal & here) << 1) & places_before;
            diagonal = ((here & higher).wrapping_add(higher) ^ higher) | here | lower | swapped;
            let right_higher = lower | !(diagonal | higher);
            let right_lower = diagonal & higher;
            distance += usize::from(right_higher & last != 0);
            distance -= usize::from(right_lower & last != 0);
            let right_higher = (right_higher << 1) | 1;
            higher = (right_lower << 1) | !(diagonal | right_higher);
            lower = right_higher & diagonal;
            places_before = here;
        }
        distance
    }
}

impl Distance for Pattern<'_> {
    fn to(&self, form: &Form, limit: usize) -> Option<usize> {
        self.within(&form.text, form.letter_set, limit)
    }

    fn between(&self, one: &str, other: &str, limit: usize) -> Option<usize> {
        Pattern::new(one).within(other, LetterSet::of(other), limit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn within(one: &str, other: &str, limit: usize) -> Option<usize> {
        Pattern::new(one).to(&Form::new(other.to_owned()), limit)
    }

    #[test]
    fn a_swap_is_one_edit() {
        assert_eq!(within("presave", "persave", 9), Some(1));
        assert_eq!(within("ca", "abc", 9), Some(3));
        assert_eq!(within("", "abc", 9), Some(3));
    }

    proptest! {
        #[test]
        fn it_is_the_distance_of_strsim(one in "[a-d]{0,9}|[a-dé]{0,9}", other in "[a-dé]{0,9}") {
            let distance = strsim::osa_distance(&one, &other);
            for limit in 0..10 {
                let expected = (distance <= limit).then_some(distance);
                prop_assert_eq!(within(&one, &other, limit), expected);
            }
        }

        #[test]
        fn long_words_too(one in "[a-c]{25,40}", other in "[a-c]{25,70}") {
            prop_assert_eq!(within(&one, &other, 99), Some(strsim::osa_distance(&one, &other)));
        }
    }
}
