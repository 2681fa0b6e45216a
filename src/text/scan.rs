//! Where words start and end.

use super::characters::{
    continues_a_word, is_apostrophe, is_invisible, is_letter_or_digit, is_unspaced,
};

/// A word's place and what is special about its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub spelling: Spelling,
    /// In a script that writes no blanks.
    pub unspaced: bool,
    /// A contraction or a possessive.
    pub apostrophe: bool,
}

/// What is special about how a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Spelling {
    /// It may have several parts: an underscore, or a capital after the first letter.
    pub compound: bool,
    /// Lower case makes it its folded form: ASCII without underscores and dotted letters.
    pub plain: bool,
    /// An acronym written with full stops.
    pub dotted: bool,
}

/// What a byte is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Separator,
    Small,
    Capital,
    Digit,
    Underscore,
    Apostrophe,
    Stop,
    Beyond,
}

static CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Separator; 256];
    let mut byte = 0u8;
    loop {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => Class::Small,
            b'A'..=b'Z' => Class::Capital,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Underscore,
            b'\'' => Class::Apostrophe,
            b'.' => Class::Stop,
            0x80.. => Class::Beyond,
            _ => Class::Separator,
        };
        if byte == u8::MAX {
            return classes;
        }
        byte += 1;
    }
}

fn class_at(bytes: &[u8], at: usize) -> Class {
    bytes.get(at).map_or(Class::Separator, |&byte| CLASSES[usize::from(byte)])
}

/// The first word of `text` that starts at or after `from`, which is on a character boundary.
pub(super) fn next_word(text: &str, from: usize) -> Option<Found> {
    let bytes = text.as_bytes();
    let mut start = from;
    while start < bytes.len() {
        match class_at(bytes, start) {
            Class::Small | Class::Capital | Class::Digit => {
                return Some(ascii_word(bytes, start).unwrap_or_else(|| any_word(text, start)));
            }
            Class::Beyond => {
                let c = text.get(start..)?.chars().next()?;
                if is_letter_or_digit(c) {
                    return Some(any_word(text, start));
                }
                start += c.len_utf8();
            }
            _ => start += 1,
        }
    }
    None
}

/// The word at `start`, if all of it, and what follows, is ASCII.
fn ascii_word(bytes: &[u8], start: usize) -> Option<Found> {
    let mut end = start + 1;
    let mut spelling = Spelling { plain: true, ..Spelling::default() };
    let mut apostrophe = false;
    loop {
        match class_at(bytes, end) {
            Class::Small | Class::Digit => end += 1,
            Class::Capital => {
                spelling.compound = true;
                end += 1;
            }
            Class::Beyond => return None,
            Class::Underscore => match after_underscores(bytes, end) {
                Some(next) => {
                    spelling.compound = true;
                    spelling.plain = false;
                    end = next;
                }
                None if starts_beyond(bytes, end) => return None,
                None => break,
            },
            Class::Apostrophe => match contraction(bytes, end + 1) {
                Some(next) => {
                    apostrophe = true;
                    end = next;
                }
                None => break,
            },
            Class::Stop if joins_digits(bytes, end) => end += 1,
            Class::Stop if joins_initials(bytes, start, end) => {
                spelling.dotted = true;
                spelling.plain = false;
                end += 1;
            }
            Class::Stop | Class::Separator => break,
        }
    }
    spelling.compound &= !spelling.dotted;
    Some(Found { start, end, spelling, unspaced: false, apostrophe })
}

/// Where the word goes on after the underscores at `at`.
fn after_underscores(bytes: &[u8], at: usize) -> Option<usize> {
    let length = bytes.get(at..)?.iter().take_while(|&&byte| byte == b'_').count();
    let next = at + length;
    matches!(class_at(bytes, next), Class::Small | Class::Capital | Class::Digit).then_some(next)
}

/// Whether something that is not ASCII follows the underscores at `at`.
fn starts_beyond(bytes: &[u8], at: usize) -> bool {
    let after = bytes.get(at..).unwrap_or_default().iter().find(|&&byte| byte != b'_');
    after.is_some_and(|byte| !byte.is_ascii())
}

/// Where a contraction or a possessive that starts at `at`, after its apostrophe, ends.
fn contraction(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    let length = rest.iter().take(3).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let ending = rest.get(..length)?;
    let is_one = ["s", "t", "re", "ve", "ll", "d", "m"]
        .iter()
        .any(|known| known.as_bytes().eq_ignore_ascii_case(ending));
    let ended = !matches!(
        class_at(bytes, at + length),
        Class::Small | Class::Capital | Class::Digit | Class::Underscore
    );
    (is_one && ended).then_some(at + length)
}

/// Whether the stop at `at` stands between digits, as in `4.2`.
fn joins_digits(bytes: &[u8], at: usize) -> bool {
    at > 0 && class_at(bytes, at - 1) == Class::Digit && class_at(bytes, at + 1) == Class::Digit
}

/// Whether the stop at `at` stands between single letters, as in `O.R.M.`; the word begins at
/// `start`.
fn joins_initials(bytes: &[u8], start: usize, at: usize) -> bool {
    let single_before = at == start + 1 || at >= 2 && bytes.get(at - 2) == Some(&b'.');
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let goes_on = matches!(
        class_at(bytes, at + 2),
        Class::Small | Class::Capital | Class::Digit | Class::Underscore | Class::Beyond
    );
    single_before && at > 0 && letter(at - 1) && letter(at + 1) && !goes_on
}

/// The word at `start`, of any characters.
fn any_word(text: &str, start: usize) -> Found {
    let bytes = text.as_bytes();
    let rest = text.get(start..).unwrap_or_default();
    let unspaced = rest.chars().next().is_some_and(is_unspaced);
    let mut spelling = Spelling::default();
    let mut apostrophe = false;
    let mut end = start;
    let mut skip_to = start;
    for (offset, c) in rest.char_indices() {
        let at = start + offset;
        if at < skip_to || is_invisible(c) {
            continue;
        }
        if is_letter_or_digit(c) || at > start && continues_a_word(c) {
            if is_letter_or_digit(c) && is_unspaced(c) != unspaced {
                break;
            }
            spelling.compound |= at > start && c.is_uppercase();
            end = at + c.len_utf8();
        } else if matches!(c, '_' | '＿') {
            let Some(next) = goes_on_after_underscores(text, at) else { break };
            spelling.compound = true;
            skip_to = next;
        } else if is_apostrophe(c) {
            let Some(next) = contraction(bytes, at + c.len_utf8()) else { break };
            apostrophe = true;
            end = next;
            skip_to = next;
        } else if c == '.' && joins_initials(bytes, start, at) {
            spelling.dotted = true;
        } else if c != '.' || !joins_digits(bytes, at) {
            break;
        }
    }
    spelling.compound &= !spelling.dotted;
    Found { start, end, spelling, unspaced, apostrophe }
}

/// Where the letter or the digit stands that follows the underscores at `at`.
fn goes_on_after_underscores(text: &str, at: usize) -> Option<usize> {
    let after = text.get(at..).unwrap_or_default().trim_start_matches(['_', '＿']);
    after.starts_with(is_letter_or_digit).then(|| text.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut from = 0;
        std::iter::from_fn(|| {
            let found = next_word(text, from)?;
            from = found.end;
            Some(&text[found.start..found.end])
        })
        .collect()
    }

    #[test]
    fn brackets_slashes_hyphens_quotes_and_stops_end_a_word() {
        assert_eq!(
            words("(cache) Redis/Memcached-based \"x\"."),
            ["cache", "Redis", "Memcached", "based", "x"]
        );
    }

    #[test]
    fn identifiers_contractions_and_decimals_are_one_word() {
        assert_eq!(words("pre_save() isn't ORM's 4.2"), ["pre_save", "isn't", "ORM's", "4.2"]);
        assert_eq!(words("naïve_save isn’t"), ["naïve_save", "isn’t"]);
    }

    #[test]
    fn a_quoted_word_is_no_contraction() {
        assert_eq!(words("'static 'cache' l'ORM"), ["static", "cache", "l", "ORM"]);
    }

    #[test]
    fn a_dotted_acronym_is_one_word_and_a_dotted_path_is_not() {
        assert_eq!(words("the O.R.M. e.g. Node.js"), ["the", "O.R.M", "e.g", "Node", "js"]);
    }

    #[test]
    fn scripts_without_blanks_are_runs_of_their_own() {
        assert_eq!(words("Djangoのキャッシュ。"), ["Django", "のキャッシュ"]);
    }

    #[test]
    fn ascii_words_are_cut_alike_by_both_ways() {
        for text in ["pre_save", "isn't", "__init__", "O.R.M.", "4.2.1", "a_", "a'b", "x.y.z w"] {
            let found = next_word(text, 0).unwrap();
            let other = any_word(text, found.start);
            assert_eq!((found.start, found.end), (other.start, other.end), "{text}");
        }
    }
}
