//! Takes away what costs nobody a point.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, decompose_compatible, is_combining_mark};

use super::characters::{is_apostrophe, is_invisible, is_letter_or_digit};
use super::language::Language;
use super::lookalike;

/// One word in lower case, without accents, underscores and invisible characters, in plain width,
/// with look-alike letters turned to Latin. Folding twice changes nothing.
///
/// In German `ü` becomes `ue`. Marks that make another letter (`й`, `が`, vowel signs of Thai) stay.
///
/// ```
/// use vivavoce::text::{Language, fold};
///
/// let english = Language::of("en");
/// assert_eq!(fold("PRE_SAVE", english), "presave");
/// assert_eq!(fold("naïve", english), "naive");
/// assert_eq!(fold("Ｍemcached", english), "memcached");
/// ```
#[must_use]
pub fn fold(word: &str, language: Language) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, language, &mut folded);
    folded
}

/// Appends the folded `word`.
pub(super) fn fold_into(word: &str, language: Language, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        word.chars().for_each(|c| push(c.to_ascii_lowercase(), start, language, folded));
        return;
    }
    let latin = lookalike::stand_for_latin(word, language);
    let start = folded.len();
    for c in word.chars() {
        decompose_compatible(c, |c| {
            let c = if latin { lookalike::latin(c).unwrap_or(c) } else { c };
            fold_decomposed(c, start, language, folded);
        });
    }
    if !folded.is_ascii() {
        let recomposed: String = folded.get(start..).unwrap_or_default().nfc().collect();
        folded.truncate(start);
        folded.push_str(&recomposed);
    }
}

/// Folds a character that has no decomposition left, and whose lower case may have one.
fn fold_decomposed(c: char, start: usize, language: Language, folded: &mut String) {
    for lower in c.to_lowercase() {
        decompose_compatible(lower, |c| push(c, start, language, folded));
    }
}

fn push(c: char, start: usize, language: Language, folded: &mut String) {
    if is_apostrophe(c) {
        folded.push('\'');
    } else if is_combining_mark(c) {
        push_mark(c, start, language, folded);
    } else if let Some(pair) = spelled_out(c) {
        folded.push_str(pair);
    } else if is_letter_or_digit(c) && !is_invisible(c)
        || c == '.' && folded.ends_with(|before: char| before.is_numeric())
    {
        folded.push(c);
    }
}

fn push_mark(mark: char, start: usize, language: Language, folded: &mut String) {
    let before = folded.get(start..).and_then(|word| word.chars().next_back());
    let is_umlaut = mark == '\u{308}' && matches!(before, Some('a' | 'o' | 'u'));
    if is_umlaut && language.writes_umlauts_as_pairs() {
        folded.push('e');
    } else if !is_accent(mark) || before == Some('и') && compose('и', mark) == Some('й') {
        folded.push(mark);
    }
}

/// Marks that a hurried writer leaves out: accents, Hebrew points, Arabic vowels.
fn is_accent(mark: char) -> bool {
    matches!(
        mark,
        '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Letters that have no decomposition and a usual spelling without them.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'þ' => "th",
        'ς' => "σ",
        'ـ' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(word: &str) -> String {
        fold(word, Language::of("en"))
    }

    #[test]
    fn accents_width_ligatures_and_invisible_characters_cost_nothing() {
        assert_eq!(english("Café"), "cafe");
        assert_eq!(english("cafe\u{301}"), "cafe");
        assert_eq!(english("ｐｒｅ＿ｓａｖｅ"), "presave");
        assert_eq!(english("ﬁle"), "file");
        assert_eq!(english("mem\u{ad}cach\u{200b}ed"), "memcached");
        assert_eq!(english("Ğ"), "g");
        assert_eq!(english("İ"), "i");
    }

    #[test]
    fn look_alike_letters_are_latin_only_where_they_hide() {
        assert_eq!(english("МЕMCACHED"), "memcached");
        assert_eq!(english("сигнал"), "сигнал");
    }

    #[test]
    fn german_umlauts_equal_their_pairs() {
        let german = Language::of("de");
        assert_eq!(fold("Schlüssel", german), fold("SCHLUESSEL", german));
        assert_eq!(fold("Größe", german), "groesse");
        assert_eq!(english("Schlüssel"), "schlussel");
    }

    #[test]
    fn marks_that_make_another_letter_stay() {
        assert_eq!(english("ガ"), "ガ");
        assert_eq!(english("ｶﾞ"), "ガ");
        assert_ne!(english("й"), "и");
        assert_eq!(english("ещё"), "еще");
    }

    #[test]
    fn full_stops_stay_in_numbers_only() {
        assert_eq!(english("O.R.M"), "orm");
        assert_eq!(english("4.2"), "4.2");
    }

    #[test]
    fn curly_apostrophes_are_straight() {
        assert_eq!(english("ORM’s"), "orm's");
    }
}
