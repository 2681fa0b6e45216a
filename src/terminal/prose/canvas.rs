//! How a draft looks while it is written: broken at blanks, with nothing in it that a terminal obeys.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use reedline::{Highlighter, StyledText};

use super::layout::{INDENT, Layout};
use crate::attempt::Given;
use crate::quiz::visible;
use crate::terminal::unsent::Unsent;
use crate::terminal::window::window_width;

/// The draft as last painted, shared with the keys that move through its rows.
#[derive(Debug, Clone, Default)]
pub struct Shared(Arc<Mutex<Painted>>);

/// A draft with the place of the cursor in it.
#[derive(Debug, Clone, Default)]
pub struct Painted {
    pub draft: String,
    /// In bytes.
    pub cursor: usize,
}

impl Shared {
    pub fn lock(&self) -> MutexGuard<'_, Painted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Breaks rows at blanks by painting a line break in the blank's place.
///
/// The painted text has the draft's bytes one for one, so that the cursor stays where it belongs.
pub struct Canvas {
    pub shared: Shared,
    pub unsent: Unsent,
}

impl Highlighter for Canvas {
    fn highlight(&self, line: &str, cursor: usize) -> StyledText {
        let mut painted = self.shared.lock();
        painted.draft.clear();
        painted.draft.push_str(line);
        painted.cursor = cursor;
        self.unsent.put(Given::text(line));
        let layout = Layout::new(line, window_width(), INDENT);
        let mut text = StyledText::new();
        text.push((<_>::default(), broken(line, &layout)));
        text
    }
}

/// `draft` with a line break in place of each blank that ends a row, and a harmless character of
/// the same length in place of each control character.
fn broken(draft: &str, layout: &Layout) -> String {
    let mut breaks = layout.soft_breaks().peekable();
    let mut painted = String::with_capacity(draft.len());
    for (at, character) in draft.char_indices() {
        if breaks.next_if_eq(&at).is_some() {
            painted.push('\n');
        } else {
            painted.push(harmless(character));
        }
    }
    painted
}

/// A character to show instead of one that a terminal would obey, as long in UTF-8.
fn harmless(character: char) -> char {
    match (character, character.len_utf8()) {
        ('\n', _) => '\n',
        ('\t', _) => ' ',
        _ if is_shown(character) => character,
        (_, 1) => '?',
        (_, 2) => '¿',
        _ => '\u{fffd}',
    }
}

/// Whether a terminal shows `character` and does nothing else.
fn is_shown(character: char) -> bool {
    matches!(visible(character.encode_utf8(&mut [0; 4])), Cow::Borrowed(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_painted_draft_has_the_bytes_of_the_draft_one_for_one() {
        let draft = "a tab\t, an escape \u{1b}[31m, a C1 \u{9b}0m, bidi \u{202e} and é";
        let layout = Layout::new(draft, 20, INDENT);
        let painted = broken(draft, &layout);
        let lengths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
        assert_eq!(lengths(&painted), lengths(draft));
        assert!(!painted.contains(['\t', '\u{1b}', '\u{9b}', '\u{202e}']));
        assert!(painted.contains('\n'));
    }
}
