//! How many edits a keyword allows.

/// Edits allowed by a keyword's length in letters: none up to 3, one up to 6, two up to 9, then
/// three.
#[must_use]
pub const fn allowed(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        7..=9 => 2,
        _ => 3,
    }
}

/// Letters of the shortest word that may be a misspelling.
pub(super) const SHORTEST: usize = 3;

/// Edits allowed by a name of four letters or more that is written in capitals: each of them
/// carries meaning, so one up to 9 letters.
pub(super) fn allowed_in_capitals(letters: usize) -> u8 {
    if letters < 10 { allowed(letters).min(1) } else { allowed(letters) }
}

/// Whether a word that is `edits` away, where `allowed` would pass, is worth showing: one edit
/// more, and at least 70 per cent alike.
pub(super) fn is_near(edits: usize, allowed: u8, longer: usize) -> bool {
    edits <= usize::from(allowed) + 1 && edits * 10 <= longer * 3
}

/// Most edits with which a word of `written` letters, beside one of `letters`, passes or is worth
/// showing; `None` when its length alone is too far off.
pub(super) fn worth_measuring(written: usize, letters: usize, allowed: u8) -> Option<usize> {
    let near = usize::from(allowed) + 1;
    let most = if is_near(near, allowed, written.max(letters)) { near } else { near - 1 };
    (written.abs_diff(letters) <= most).then_some(most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_keywords_allow_no_edits() {
        assert_eq!([3, 4, 6, 7, 9, 10].map(allowed), [0, 1, 1, 2, 2, 3]);
    }

    #[test]
    fn names_in_capitals_allow_one_edit_up_to_nine_letters() {
        assert_eq!([3, 4, 9, 10].map(allowed_in_capitals), [0, 1, 1, 3]);
    }

    #[test]
    fn one_edit_more_is_measured_only_where_it_would_be_shown() {
        assert_eq!(worth_measuring(5, 5, 1), Some(1));
        assert_eq!(worth_measuring(7, 5, 1), Some(2));
        assert_eq!(worth_measuring(8, 5, 1), None);
    }

    #[test]
    fn two_letters_of_three_are_not_near() {
        assert!(!is_near(1, 0, 3));
        assert!(is_near(1, 0, 4));
    }
}
