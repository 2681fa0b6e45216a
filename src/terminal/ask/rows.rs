//! Options of a list as rows of the window.

use crate::quiz::visible;
use crate::terminal::styled::{Look, Styled};
use crate::terminal::window::window_height;

/// Most options of a list that are shown at once.
pub const PAGE: usize = 12;

/// Rows beside the options: what is asked, the help, and what stays empty below.
const OTHER_ROWS: usize = 4;

/// Each option on one line, made safe.
pub fn shown(options: &[String]) -> Vec<String> {
    options.iter().map(|option| visible(option).replace('\n', " ")).collect()
}

/// `text` broken between words for `width` columns. Its first row begins where `before` ends, which
/// stands there already; all others begin with `hang`.
pub fn broken(text: &str, width: usize, before: &str, hang: &str) -> String {
    let rows = Styled::new(Look::Plain, text).wrap(width, before, hang).join("\n");
    rows.strip_prefix(before).map_or_else(|| rows.clone(), str::to_owned)
}

/// How many of `options` a window of `width` columns has room for at once, with `before` before each.
pub fn at_once(options: &[String], width: usize, before: &str) -> usize {
    let rows =
        options.iter().map(|option| broken(option, width, before, before).split('\n').count());
    let room = window_height().saturating_sub(OTHER_ROWS);
    (room / rows.max().unwrap_or(1)).clamp(1, PAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_options_break_between_words_and_hang() {
        colored::control::set_override(false);
        let broken = |text| broken(text, 12, "    ", "  ");
        assert_eq!(broken("a signal runs your code"), "a signal\n  runs your\n  code");
        assert_eq!(broken("short"), "short");
    }
}
