//! Where letters stand in a text, one bit to a byte.
//!
//! Most words of most answers are plain: ASCII letters and digits, a capital at most in front, and
//! nothing but a separator after. They are cut by counting bits, 64 bytes at a time; all others are
//! left to [`super::scan`], which decides what a word is.

/// Bytes whose bits are in one machine word.
const BLOCK: usize = 64;

/// The letters of a text.
pub(super) struct Letters {
    blocks: Vec<Bits>,
}

/// Up to 64 bytes of a text, the first as the lowest bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Bits {
    /// Letters, digits, and every byte beyond ASCII.
    word: u64,
    /// Capitals, and every byte beyond ASCII.
    special: u64,
}

/// Bytes of a word: letters and digits of ASCII, no capital but the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub start: usize,
    pub end: usize,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let (chunks, rest) = text.as_bytes().as_chunks::<BLOCK>();
        let mut blocks = Vec::with_capacity(chunks.len() + 1);
        blocks.extend(chunks.iter().map(Bits::of));
        let mut last = [0; BLOCK];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        blocks.push(Bits::of(&last));
        Self { blocks }
    }

    /// The first run of letters at or after `from`; `None` where there is none in the next 64
    /// bytes, and where it is not plain.
    pub(super) fn plain_run(&self, from: usize) -> Option<Run> {
        let ahead = self.ahead(from);
        let skip = ahead.word.trailing_zeros();
        let length = (!ahead.word.checked_shr(skip)?).trailing_zeros();
        let inside = 1u64.checked_shl(length)?.wrapping_sub(1);
        let plain = (ahead.special >> skip) & inside <= 1 && skip + length < u64::BITS;
        let start = from + skip as usize;
        plain.then_some(Run { start, end: start + length as usize })
    }

    /// The 64 bytes from `from` on.
    fn ahead(&self, from: usize) -> Bits {
        let block = |at: usize| self.blocks.get(at).copied().unwrap_or_default();
        let (low, high) = (block(from / BLOCK), block(from / BLOCK + 1));
        let shift = from % BLOCK;
        let join = |low: u64, high: u64| low >> shift | high << 1 << (BLOCK - 1 - shift);
        Bits { word: join(low.word, high.word), special: join(low.special, high.special) }
    }
}

impl Bits {
    fn of(bytes: &[u8; BLOCK]) -> Self {
        let mut bits = Self::default();
        let (eights, _) = bytes.as_chunks::<8>();
        for eight in eights.iter().rev() {
            let (word, special) = classify(u64::from_le_bytes(*eight));
            bits.word = bits.word << 8 | gather(word);
            bits.special = bits.special << 8 | gather(special);
        }
        bits
    }
}

/// The highest bit of each of eight bytes.
const HIGH: u64 = each(0x80);

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Which of eight bytes belong to words, and which of those are special, as their highest bits.
fn classify(eight: u64) -> (u64, u64) {
    let beyond = eight & HIGH;
    let low = eight & !HIGH;
    // No sum below carries into the next byte: both numbers are less than 128.
    let at_least = |bytes: u64, least: u8| bytes + each(0x80 - least);
    let small = low | each(0x20);
    let letter = at_least(small, b'a') & !at_least(small, b'z' + 1);
    let digit = at_least(low, b'0') & !at_least(low, b'9' + 1);
    let capital = letter & !(low << 2);
    ((letter | digit | beyond) & HIGH, (capital | beyond) & HIGH)
}

/// The highest bits of eight bytes, side by side.
fn gather(highest: u64) -> u64 {
    (highest >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn runs(text: &str) -> Vec<&str> {
        let letters = Letters::of(text);
        let mut from = 0;
        std::iter::from_fn(|| {
            let run = letters.plain_run(from)?;
            from = run.end;
            text.get(run.start..run.end)
        })
        .collect()
    }

    #[test]
    fn every_ascii_byte_has_its_class() {
        for byte in 0..=127u8 {
            let bits = Bits::of(&[byte; BLOCK]);
            let all = |is: bool| if is { u64::MAX } else { 0 };
            let expected = Bits {
                word: all(byte.is_ascii_alphanumeric()),
                special: all(byte.is_ascii_uppercase()),
            };
            assert_eq!(bits, expected, "{byte}");
        }
        assert_eq!(Bits::of(&[0xc3; BLOCK]), Bits { word: u64::MAX, special: u64::MAX });
    }

    #[test]
    fn a_capital_in_front_is_plain_and_one_inside_is_not() {
        assert_eq!(runs("Use the Cache of preSave"), ["Use", "the", "Cache", "of"]);
        assert_eq!(runs("a naïve one"), ["a"]);
    }

    #[test]
    fn blanks_and_words_longer_than_a_block_are_left_to_others() {
        assert_eq!(runs(&" ".repeat(64)), [""; 0]);
        assert_eq!(runs(&"a".repeat(64)), [""; 0]);
        assert_eq!(runs(&"a".repeat(63)).len(), 1);
    }

    proptest! {
        #[test]
        fn runs_are_what_a_split_gives(text in "([a-z0-9]{1,9}[ ,;-]{1,3}){0,30}") {
            let expected: Vec<_> =
                text.split([' ', ',', ';', '-']).filter(|run| !run.is_empty()).collect();
            prop_assert_eq!(runs(&text), expected);
        }
    }
}
