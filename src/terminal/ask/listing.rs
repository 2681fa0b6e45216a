//! A list with a cursor, in the looks of `inquire`'s widgets. Theirs is not drawn anew when the window
//! changes, and forgets what is ticked when it is left.

use std::ops::Range;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::rows::{PAGE, at_once, shown};
use crate::terminal::prose::Leave;
use crate::terminal::styled::{Look, Styled};

/// A list under way.
pub struct Listing<'a> {
    message: &'a str,
    options: Vec<String>,
    help: &'a str,
    cursor: usize,
}

/// What a key comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing has changed.
    Nothing,
    /// The rows are to be drawn anew.
    Redraw,
    /// A blank, at the option under the cursor.
    Blank,
    /// The person is done.
    Send,
    /// The person leaves.
    Leave(Leave),
}

impl<'a> Listing<'a> {
    /// A list of `options` with the cursor at one of them.
    pub fn new(message: &'a str, options: &[String], cursor: usize, help: &'a str) -> Self {
        let cursor = cursor.min(options.len().saturating_sub(1));
        Self { message, options: shown(options), help, cursor }
    }

    /// The place of the option under the cursor.
    pub fn here(&self) -> usize {
        self.cursor
    }

    /// What the option at `place` says.
    pub fn option(&self, place: usize) -> &str {
        self.options.get(place).map_or("", String::as_str)
    }

    /// Takes a key.
    pub fn step(&mut self, event: &Event) -> Step {
        let (code, modifiers) = match event {
            Event::Resize(..) => return Step::Redraw,
            Event::Key(KeyEvent { code, modifiers, kind, .. })
                if *kind != KeyEventKind::Release =>
            {
                (*code, *modifiers)
            }
            _ => return Step::Nothing,
        };
        match (modifiers, code) {
            (KeyModifiers::CONTROL, KeyCode::Char('c')) => Step::Leave(Leave::Interrupt),
            (KeyModifiers::CONTROL, KeyCode::Char('d')) | (_, KeyCode::Esc) => {
                Step::Leave(Leave::Menu)
            }
            // A line feed that is typed ahead arrives as Ctrl-J.
            (KeyModifiers::CONTROL, KeyCode::Char('j')) | (_, KeyCode::Enter) => Step::Send,
            (KeyModifiers::NONE, KeyCode::Char(' ')) => Step::Blank,
            (KeyModifiers::CONTROL, KeyCode::Char('p')) => self.moved(KeyCode::Up),
            (KeyModifiers::CONTROL, KeyCode::Char('n')) => self.moved(KeyCode::Down),
            (_, code) => self.moved(code),
        }
    }

    fn moved(&mut self, code: KeyCode) -> Step {
        let count = self.options.len().max(1);
        self.cursor = match code {
            KeyCode::Up => (self.cursor + count - 1) % count,
            KeyCode::Down => (self.cursor + 1) % count,
            KeyCode::PageUp => self.cursor.saturating_sub(PAGE),
            KeyCode::PageDown => (self.cursor + PAGE).min(count - 1),
            KeyCode::Home => 0,
            KeyCode::End => count - 1,
            _ => return Step::Nothing,
        };
        Step::Redraw
    }

    /// The rows on the screen while it is asked. `mark` gives what stands between the cursor and an
    /// option, of as many columns for each, and whether it is to stand out.
    pub fn rows(&self, width: usize, mark: &dyn Fn(usize) -> (&'static str, bool)) -> Vec<String> {
        let mut rows = self.head("?").wrap(width, "", "  ");
        let before = " ".repeat(2 + mark(0).0.len());
        let shown = self.shown(width, &before);
        for place in shown.clone() {
            rows.extend(self.option_rows(place, &shown, width, &before, mark(place)));
        }
        let help = Styled::new(Look::Quiet, format!("[{}]", self.help));
        rows.extend(help.wrap(width, "", " "));
        rows
    }

    /// What stays on the screen when it is answered or left.
    pub fn answered(&self, said: &str, width: usize) -> Vec<String> {
        self.head("›").with(Look::Plain, " ").with(Look::Code, said).wrap(width, "", "  ")
    }

    /// What is asked; `mark` tells it from the option under the cursor, and whether it still is.
    fn head(&self, mark: &str) -> Styled {
        Styled::new(Look::Code, mark).with(Look::Plain, format!(" {}", self.message))
    }

    /// The options that fit the window, with the one under the cursor among them.
    fn shown(&self, width: usize, before: &str) -> Range<usize> {
        let all = self.options.len();
        let page = at_once(&self.options, width, before).min(all);
        let start = self.cursor.saturating_sub(page / 2).min(all - page);
        start..start + page
    }

    fn option_rows(
        &self,
        place: usize,
        shown: &Range<usize>,
        width: usize,
        before: &str,
        (mark, stands_out): (&'static str, bool),
    ) -> Vec<String> {
        let here = place == self.cursor;
        let cursor = if here {
            "›"
        } else if place == shown.start && place > 0 {
            "^"
        } else if place + 1 == shown.end && shown.end < self.options.len() {
            "v"
        } else {
            " "
        };
        let look = |code| if code { Look::Code } else { Look::Plain };
        let mut rows = Styled::new(look(here), self.option(place)).wrap(width, before, before);
        let begin = Styled::new(Look::Code, cursor).with(Look::Plain, " ");
        let begin = begin.with(look(here || stands_out), mark);
        if let Some(first) = rows.first_mut() {
            let text = first.get(before.len()..).unwrap_or_default();
            *first = format!("{}{text}", begin.paint());
        }
        rows
    }
}
