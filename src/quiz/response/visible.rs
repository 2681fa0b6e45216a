//! Foreign text that cannot harm a terminal.

use std::borrow::Cow;
use std::fmt::Write;

use crate::hidden::is_hidden;

/// `text` with every character that a terminal obeys shown instead of sent: control characters as
/// their pictures (`␛`), others by their number (`<U+202E>`). Line feeds stay, a carriage return
/// before one goes, a tab becomes four blanks.
///
/// ```
/// use vivavoce::quiz::visible;
///
/// assert_eq!(visible("plain\ntext"), "plain\ntext");
/// assert_eq!(visible("a\u{202e}b\x07"), "a<U+202E>b␇");
/// ```
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\t' => shown.push_str("    "),
            hidden if is_hidden(hidden) => show(&mut shown, hidden),
            seen => shown.push(seen),
        }
    }
    Cow::Owned(shown)
}

/// JSON that says the same and leaves nothing in its strings that a terminal obeys: JSON escapes control
/// characters itself, and this the rest.
///
/// ```
/// use vivavoce::quiz::visible_json;
///
/// assert_eq!(visible_json("[\"a\u{202e}b\"]"), r#"["a\u202eb"]"#);
/// ```
#[must_use]
pub fn visible_json(json: &str) -> Cow<'_, str> {
    if json.bytes().all(|byte| byte < b'\x7f') {
        return Cow::Borrowed(json);
    }
    let is_escaped = |character: char| character >= '\x7f' && is_hidden(character);
    if !json.contains(is_escaped) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if is_escaped(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

fn show(shown: &mut String, character: char) {
    /// The pictures of the 32 control characters stand in their order from here.
    const PICTURES: u32 = 0x2400;
    let number = u32::from(character);
    match character {
        '\0'..='\x1f' => shown.extend(char::from_u32(PICTURES + number)),
        '\x7f' => shown.push('␡'),
        _ => {
            // Writing to a string cannot fail.
            let _ = write!(shown, "<U+{number:04X}>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let hostile = "\x1b]0;title\x07\x1b[2J\u{9b}31m\r\x08\x7f\u{202e}\u{2066}\0";
        let shown = visible(hostile);
        assert!(!shown.contains(is_hidden), "{shown}");
        assert_eq!(shown, "␛]0;title␇␛[2J<U+009B>31m␍␈␡<U+202E><U+2066>␀");
    }

    #[test]
    fn what_shows_nothing_is_shown() {
        assert_eq!(visible("A\u{200b}nn"), "A<U+200B>nn");
        for nothing in ["\u{3164}", "\u{2060}", "\u{115f}", "\u{ffa0}", "\u{180e}", "\u{2064}"] {
            assert!(visible(nothing).starts_with("<U+"), "{nothing:?}");
        }
    }

    #[test]
    fn line_breaks_of_every_system_stay_line_breaks() {
        assert_eq!(visible("one\r\ntwo\nthree"), "one\ntwo\nthree");
    }

    #[test]
    fn other_scripts_and_emoji_are_left_alone() {
        for text in ["データベース", "قاعدة", "naïve", "👩\u{200d}💻", "é"] {
            assert!(matches!(visible(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
