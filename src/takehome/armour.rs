//! Sealed bytes as a text that survives mail: base64 between two lines.

use base64::Engine;
use base64::engine::GeneralPurpose;
use base64::engine::general_purpose::STANDARD_NO_PAD;

/// Most bytes of one text.
pub const LIMIT: usize = 16 << 20;

const BEGIN: &str = "-----BEGIN VIVA SUBMISSION-----";
const END: &str = "-----END VIVA SUBMISSION-----";
/// What of these lines must be there: an office program may have made other dashes of theirs.
const BEGIN_WORDS: &str = "BEGIN VIVA SUBMISSION";
const END_WORDS: &str = "END VIVA SUBMISSION";
/// Characters of a line.
const COLUMNS: usize = 64;
/// Written without padding, since a mail program may encode a `=`.
const BASE64: GeneralPurpose = STANDARD_NO_PAD;

/// Why a text holds no sealed bytes that can be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArmourError {
    /// There is no beginning.
    #[error("no submission in it: the line `{BEGIN}` is missing")]
    NoBegin,
    /// There is a beginning and no end.
    #[error("cut off: the line `{END}` is missing")]
    NoEnd,
    /// Something else than base64 and what mail programs put between.
    #[error("altered: character {0} after the line `{BEGIN}` does not belong there")]
    Foreign(usize),
    /// Base64 that does not come to whole bytes.
    #[error("altered or cut off: the base64 does not come to whole bytes")]
    NotWhole,
}

/// Puts `sealed` into a text.
#[must_use]
pub fn armour(sealed: &[u8]) -> String {
    let code = BASE64.encode(sealed);
    let mut text = String::with_capacity(code.len() + code.len() / COLUMNS + 80);
    text.push_str(BEGIN);
    for (place, character) in code.chars().enumerate() {
        if place % COLUMNS == 0 {
            text.push('\n');
        }
        text.push(character);
    }
    text.push('\n');
    text.push_str(END);
    text.push('\n');
    text
}

/// The sealed bytes of every submission that `text` holds, in its order; at least one, or an error.
/// Text around them does not matter.
#[must_use]
pub fn unarmour(text: &str) -> Vec<Result<Vec<u8>, ArmourError>> {
    let found: Vec<_> = text.split(BEGIN_WORDS).skip(1).map(inside).collect();
    if found.is_empty() { vec![Err(ArmourError::NoBegin)] } else { found }
}

/// The bytes of `piece`, which starts after the first line.
fn inside(piece: &str) -> Result<Vec<u8>, ArmourError> {
    let (inside, _) = piece.split_once(END_WORDS).ok_or(ArmourError::NoEnd)?;
    let inside = inside.trim_start_matches(is_dash);
    let mut code = Vec::with_capacity(inside.len());
    let mut characters = (1..).zip(inside.chars()).peekable();
    while let Some((place, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        match character {
            '0'..='9' | 'A'..='Z' | 'a'..='z' | '+' | '/' => code.extend(u8::try_from(character)),
            // Padding, or a line that was broken in quoted-printable.
            '=' if next.is_none_or(|next| next == '=' || next.is_whitespace() || is_dash(next)) => {
            }
            fill if is_fill(fill) => {}
            _ => return Err(ArmourError::Foreign(place)),
        }
    }
    BASE64.decode(code).map_err(|_| ArmourError::NotWhole)
}

/// What a mail program puts between: blanks and line breaks of every kind, the mark of a quote; and
/// dashes, which belong to the first and the last line.
fn is_fill(character: char) -> bool {
    let unseen = matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    unseen || character.is_whitespace() || character == '>' || is_dash(character)
}

const fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Result<Vec<u8>, ArmourError> {
        let mut found = unarmour(text);
        assert_eq!(found.len(), 1);
        found.remove(0)
    }

    fn sealed() -> Vec<u8> {
        (0..=255).collect()
    }

    #[test]
    fn bytes_of_any_length_come_back() {
        for length in 0..200 {
            let bytes = &sealed()[..length];
            assert_eq!(one(&armour(bytes)).as_deref(), Ok(bytes));
        }
    }

    #[test]
    fn lines_have_64_characters_and_no_equals_sign() {
        let text = armour(&sealed());
        assert!(text.lines().all(|line| line.len() <= 64), "{text}");
        assert!(!text.contains('='), "{text}");
        assert_eq!(text.lines().nth(1).map(str::len), Some(64));
    }

    #[test]
    fn what_mail_programs_do_to_a_text_does_not_matter() {
        let text = armour(&sealed());
        let lines = |each: &dyn Fn(&str) -> String| text.lines().map(each).collect::<String>();
        let rewrapped = text.replace('\n', "").replace("SUBMISSION-----", "SUBMISSION-----\n");
        for changed in [
            text.replace('\n', "\r\n"),
            lines(&|line| format!("> {line}\n")),
            lines(&|line| format!(">>  {line} \n")),
            lines(&|line| format!("\u{a0}{line}\n\n")),
            text.replace("AAEC", "AA\n\tEC"),
            rewrapped,
            format!("Dear Sir,\n\nmy answers:\n{text}\nYours,\nAnn <ann@example.org>\n"),
            text.replacen("\n-----END", "==\n-----END", 1),
            text.replace("-----", "\u{2014}\u{2013}-"),
            text.replace("BAUG", "BA=\r\nUG"),
        ] {
            assert_eq!(one(&changed), Ok(sealed()), "{changed}");
        }
    }

    #[test]
    fn every_submission_of_a_text_is_found() {
        let text =
            armour(b"one") + "and\n" + &armour(b"two") + "-----BEGIN VIVA SUBMISSION-----\nAA";
        let found = unarmour(&text);
        assert_eq!(found, [Ok(b"one".to_vec()), Ok(b"two".to_vec()), Err(ArmourError::NoEnd)]);
    }

    #[test]
    fn what_is_missing_or_foreign_is_named() {
        let text = armour(&sealed());
        assert_eq!(one("hello"), Err(ArmourError::NoBegin));
        assert_eq!(one(&text.replace("BEGIN", "BEGI")), Err(ArmourError::NoBegin));
        assert_eq!(one(&text[..text.len() - 10]), Err(ArmourError::NoEnd));
        assert_eq!(one(&text.replace("AAEC", "AA.C")), Err(ArmourError::Foreign(4)));
        assert_eq!(one(&text.replace("AAEC", "AA=C")), Err(ArmourError::Foreign(4)));
        assert_eq!(one(&text.replacen("AAEC", "AEC", 1)), Err(ArmourError::NotWhole));
    }
}
