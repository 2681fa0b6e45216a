//! Keywords and little else.

use std::ops::Range;

/// Fewest different keywords that make a list.
const KEYWORDS: usize = 3;

/// Most words for each keyword; whoever writes more writes sentences.
const LONGEST_ITEM: usize = 3;

/// Whether an answer of `words` words is little more than the places of its `keywords` keywords.
pub(super) fn is_bare(
    words: usize,
    keywords: usize,
    places: impl Iterator<Item = Range<u32>> + Clone,
) -> bool {
    // At most one word in five is something else.
    let is_list = |covered| words.saturating_sub(covered) * 5 <= words;
    let most = places.clone().map(|place| place.len()).sum();
    if keywords < KEYWORDS || words > LONGEST_ITEM * keywords || !is_list(most) {
        return false;
    }
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|place| (place.start, place.end));
    let mut covered = 0;
    let mut end = 0;
    for place in places {
        covered += place.end.saturating_sub(place.start.max(end)) as usize;
        end = end.max(place.end);
    }
    is_list(covered)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(words: usize, places: &[Range<u32>]) -> bool {
        is_bare(words, places.len(), places.iter().cloned())
    }

    #[test]
    fn keywords_alone_are_a_list() {
        assert!(bare(4, &[0..1, 1..2, 2..4]));
        assert!(bare(5, &[0..1, 2..3, 3..5]));
    }

    #[test]
    fn keywords_in_sentences_are_none() {
        assert!(!bare(9, &[1..2, 4..5, 7..8]));
    }

    #[test]
    fn sentences_all_of_keywords_are_none() {
        assert!(!bare(12, &[0..4, 4..8, 8..12]));
    }

    #[test]
    fn one_or_two_keywords_are_an_answer() {
        assert!(!bare(2, &[0..1, 1..2]));
    }

    #[test]
    fn a_word_of_two_keywords_is_covered_once() {
        assert!(!bare(6, &[0..2, 1..2, 0..1]));
    }
}
