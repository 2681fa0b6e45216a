//! Which characters make a word.

use unicode_normalization::char::is_combining_mark;

/// Letters and digits of any script.
pub(super) fn is_letter_or_digit(c: char) -> bool {
    c.is_alphanumeric()
}

/// Characters that are not seen, or only change how the one before is drawn: they neither end a
/// word nor belong to its spelling.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// Characters that go on with a word without being letters: combining marks and invisible ones.
pub(super) fn continues_a_word(c: char) -> bool {
    is_invisible(c) || is_combining_mark(c)
}

/// Apostrophes as keyboards, phones and word processors write them.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{ff07}' | '\u{b4}' | '\u{60}')
}

/// Scripts that write no blanks between words, or, as Korean does, hang particles on them.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1100}'..='\u{11ff}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3040}'..='\u{318f}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_thai_and_korean_are_unspaced_and_arabic_is_not() {
        assert!("キャッシュ使ไทย캐시".chars().all(is_unspaced));
        assert!(!"ذاكرة".chars().any(is_unspaced));
    }

    #[test]
    fn a_soft_hyphen_is_not_seen() {
        assert!(is_invisible('\u{ad}') && is_invisible('\u{200b}'));
        assert!(!is_invisible('-'));
    }
}
