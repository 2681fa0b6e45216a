//! Cyrillic and Greek letters that are drawn like Latin ones.
//!
//! A small part of the confusables of Unicode Technical Standard 39: those that people type by
//! accident of the keyboard's layout, or to cheat.

use unicode_normalization::UnicodeNormalization;

use super::language::{Language, Script};

/// The Latin letter that `c` looks like.
pub(super) fn latin(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' | 'Һ' => 'H',
        'І' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'У' | 'Υ' => 'Y',
        'Х' | 'Χ' => 'X',
        'Ζ' => 'Z',
        'а' | 'α' => 'a',
        'с' => 'c',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ν' => 'v',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'у' => 'y',
        'х' => 'x',
        _ => return None,
    })
}

/// Whether look-alikes in `word` stand for Latin letters: where it mixes scripts, or where nothing
/// else is in it and the text's language is not written in that script.
pub(super) fn stand_for_latin(word: &str, language: Language) -> bool {
    let (mut latin_letters, mut alike, mut foreign) = (false, false, false);
    for c in word.nfkd() {
        latin_letters |= is_latin(c);
        if is_cyrillic(c) || is_greek(c) {
            alike |= latin(c).is_some();
            foreign |= latin(c).is_none() || is_own(c, language);
        }
    }
    alike && (latin_letters || !foreign)
}

fn is_own(c: char, language: Language) -> bool {
    match language.script() {
        Script::Cyrillic => is_cyrillic(c),
        Script::Greek => is_greek(c),
        Script::Other => false,
    }
}

/// With the letters that have no decomposition, as `ø`, and turn to plain ones when folded.
fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
        && c.is_alphabetic()
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Language {
        Language::of("en")
    }

    #[test]
    fn a_word_of_two_scripts_is_latin() {
        assert!(stand_for_latin("МЕMCACHED", english()));
    }

    #[test]
    fn a_latin_letter_that_folds_to_another_is_latin_before_as_after() {
        assert!(stand_for_latin("ØῖЦ", english()));
        assert!(stand_for_latin("ẞА", english()));
    }

    #[test]
    fn a_word_of_nothing_but_look_alikes_is_latin() {
        assert!(stand_for_latin("САСНЕ", english()));
    }

    #[test]
    fn a_russian_word_stays_russian() {
        assert!(!stand_for_latin("сигнал", english()));
        assert!(!stand_for_latin("нос", Language::of("ru")));
    }
}
