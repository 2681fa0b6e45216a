//! What each of 64 bytes is to a word, one bit to a byte.

use wide::u8x16;

/// Bytes whose bits are in one machine word.
pub(super) const BLOCK: usize = 64;

/// Bytes that are looked at in one go.
const WIDTH: usize = 16;

/// The classes of 64 bytes, the first as the lowest bit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Classes {
    /// ASCII letters and digits.
    pub word: u64,
    /// ASCII capitals.
    pub capital: u64,
    /// Bytes of characters beyond ASCII.
    pub beyond: u64,
    /// Underscores and straight apostrophes.
    pub joint: u64,
    /// Full stops.
    pub stop: u64,
}

impl Classes {
    pub(super) fn of(bytes: &[u8; BLOCK]) -> Self {
        let mut classes = Self::default();
        let (pieces, _) = bytes.as_chunks::<WIDTH>();
        for piece in pieces.iter().rev() {
            let bytes = u8x16::new(*piece);
            let letter = within(bytes | each(b' '), b'a', b'z');
            let add = |bits: &mut u64, which: u8x16| {
                *bits = *bits << WIDTH | u64::from(which.to_bitmask());
            };
            add(&mut classes.word, letter | within(bytes, b'0', b'9'));
            add(&mut classes.capital, within(bytes, b'A', b'Z'));
            add(&mut classes.beyond, within(bytes, 0x80, u8::MAX));
            add(&mut classes.joint, is(bytes, b'_') | is(bytes, b'\''));
            add(&mut classes.stop, is(bytes, b'.'));
        }
        classes
    }
}

fn each(byte: u8) -> u8x16 {
    u8x16::splat(byte)
}

fn is(bytes: u8x16, byte: u8) -> u8x16 {
    bytes.simd_eq(each(byte))
}

/// Which bytes lie from `least` to `most`; what is less wraps around to the top.
fn within(bytes: u8x16, least: u8, most: u8) -> u8x16 {
    (bytes - each(least)).simd_lt(each(most - least + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_its_classes_in_every_place() {
        for byte in 0..=u8::MAX {
            for at in 0..BLOCK {
                let mut bytes = [b' '; BLOCK];
                bytes[at] = byte;
                let bit = |is: bool| u64::from(is) << at;
                let expected = Classes {
                    word: bit(byte.is_ascii_alphanumeric()),
                    capital: bit(byte.is_ascii_uppercase()),
                    beyond: bit(!byte.is_ascii()),
                    joint: bit(matches!(byte, b'_' | b'\'')),
                    stop: bit(byte == b'.'),
                };
                assert_eq!(Classes::of(&bytes), expected, "{byte} at {at}");
            }
        }
    }
}
