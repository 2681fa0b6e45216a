//! Foreign text inside a message.

/// The beginning of a foreign text, made safe for a line of a terminal or a log: what is not
/// printable is escaped, and the rest of a long text is cut off.
///
/// ```
/// use vivavoce::attempt::answer::excerpt;
///
/// assert_eq!(excerpt("it's \u{1b}[31mred"), r"it's \u{1b}[31mred");
/// ```
#[must_use]
pub fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut safe = String::new();
    for character in text.chars().take(LONGEST) {
        match character {
            '"' | '\'' | '\\' => safe.push(character),
            other => safe.extend(other.escape_debug()),
        }
    }
    if text.chars().nth(LONGEST).is_some() {
        safe.push('…');
    }
    safe
}
