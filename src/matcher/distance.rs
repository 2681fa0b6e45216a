//! Optimal string alignment, one machine word of dynamic programming at a time.

/// The distance of two words, if it is no more than `limit`. Lengths and letters tell most that are
/// too far apart.
pub(super) fn within(one: &str, other: &str, limit: usize) -> Option<usize> {
    if limit == 0 {
        return (one == other).then_some(0);
    }
    if one.is_ascii() && other.is_ascii() {
        let few = u32::try_from(limit).unwrap_or(u32::MAX);
        let (own, others) = (letters(one), letters(other));
        if one.len().abs_diff(other.len()) > limit
            || (own & !others).count_ones() > few
            || (others & !own).count_ones() > few
        {
            return None;
        }
    }
    Some(osa(one, other)).filter(|&edits| edits <= limit)
}

/// The letters of an ASCII word as bits.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31))
}

/// The distance that `strsim::osa_distance` gives: insertions, deletions, replacements and swaps of
/// neighbours, no letter edited twice.
///
/// For ASCII up to 64 letters this is the bit-parallel algorithm of Hyyrö, "A bit-vector algorithm
/// for computing Levenshtein and Damerau edit distances" (2003): a column of differences between
/// neighbouring cells is kept in two words, and one pass over the other string updates them.
fn osa(one: &str, other: &str) -> usize {
    if one.is_ascii() && other.is_ascii() && (1..=64).contains(&one.len()) {
        bit_parallel(one.as_bytes(), other.as_bytes())
    } else {
        strsim::osa_distance(one, other)
    }
}

fn bit_parallel(pattern: &[u8], text: &[u8]) -> usize {
    let mut places = [0u64; 128];
    for (at, &byte) in pattern.iter().enumerate() {
        places[usize::from(byte & 127)] |= 1 << at;
    }
    let last = 1u64 << (pattern.len() - 1);
    let (mut higher, mut lower) = (u64::MAX, 0u64);
    let (mut diagonal, mut places_before) = (0u64, 0u64);
    let mut distance = pattern.len();
    for &byte in text {
        let here = places[usize::from(byte & 127)];
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_swap_is_one_edit() {
        assert_eq!(osa("presave", "persave"), 1);
        assert_eq!(osa("ca", "abc"), 3);
        assert_eq!(osa("", "abc"), 3);
    }

    proptest! {
        #[test]
        fn it_is_the_distance_of_strsim(one in "[a-d]{0,9}|[a-dé]{0,9}", other in "[a-d]{0,9}") {
            let distance = strsim::osa_distance(&one, &other);
            prop_assert_eq!(osa(&one, &other), distance);
            for limit in 0..4 {
                let expected = (distance <= limit).then_some(distance);
                prop_assert_eq!(within(&one, &other, limit), expected);
            }
        }

        #[test]
        fn long_words_too(one in "[a-c]{55,70}", other in "[a-c]{55,70}") {
            prop_assert_eq!(osa(&one, &other), strsim::osa_distance(&one, &other));
        }
    }
}
