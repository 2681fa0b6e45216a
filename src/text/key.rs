//! Short words as numbers.

use crate::span::Span;

/// A word of at most 16 bytes as two numbers: its bytes, the rest zero. No word holds a zero byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Key {
    first: u64,
    second: u64,
}

/// Bytes of the longest word that has a key.
pub(super) const LONGEST: usize = 16;

/// By length of a word: the bytes of 16 that are its own.
static OWN: [Key; LONGEST + 1] = own();

#[expect(clippy::cast_possible_truncation, reason = "the two halves of a number")]
const fn own() -> [Key; LONGEST + 1] {
    let mut own = [Key { first: 0, second: 0 }; LONGEST + 1];
    let mut number = 0u128;
    let mut length = 1;
    while length <= LONGEST {
        number = number << 8 | 0xff;
        own[length] = Key { first: number as u64, second: (number >> 64) as u64 };
        length += 1;
    }
    own
}

impl Key {
    /// The key of a word that is short enough.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        Some(Self::whole(&bytes)).filter(|_| !word.is_empty())
    }

    /// The key of the word at `span` of `bytes`, which go on for 16 bytes from its start.
    #[inline]
    pub(super) fn at(bytes: &[u8], span: Span) -> Option<Self> {
        if span.len() > LONGEST || span.is_empty() {
            return None;
        }
        Self::beginning(bytes, span)
    }

    /// The key of the first 16 bytes of the word at `span`, which may be longer.
    #[inline]
    pub(super) fn beginning(bytes: &[u8], span: Span) -> Option<Self> {
        let own = OWN[span.len().min(LONGEST)];
        let Self { first, second } = Self::whole(bytes.get(span.start()..)?.first_chunk()?);
        Some(Self { first: first & own.first, second: second & own.second })
    }

    #[inline]
    fn whole(bytes: &[u8; LONGEST]) -> Self {
        let (halves, _) = bytes.as_chunks();
        Self { first: u64::from_le_bytes(halves[0]), second: u64::from_le_bytes(halves[1]) }
    }

    /// The bytes, eight to a number, the first as the lowest.
    pub(crate) fn bytes(self) -> [u64; 2] {
        [self.first, self.second]
    }

    /// A number of which the highest bits depend on every byte.
    pub(super) fn hash(self) -> u64 {
        (self.first ^ self.second.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_have_no_key() {
        assert!(Key::of("sixteen-letters-").is_some());
        assert!(Key::of("seventeen-letters").is_none());
        assert!(Key::of("").is_none());
    }

    #[test]
    fn a_word_has_one_key_wherever_it_stands() {
        let bytes = b"a cached cache and sixteen bytes";
        assert_eq!(Key::at(bytes, Span::between(9, 14)), Key::of("cache"));
        assert_ne!(Key::at(bytes, Span::between(2, 8)), Key::of("cache"));
    }
}
