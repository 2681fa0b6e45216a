//! A list to tick, in the looks of `inquire`'s widgets. Theirs forgets its ticks when it is left,
//! and so could not keep a draft.

use std::collections::BTreeSet;
use std::io;
use std::ops::Range;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read};
use crossterm::terminal::enable_raw_mode;

use super::drawn::Drawn;
use super::rows::{PAGE, at_once, shown};
use crate::terminal::prose::Leave;
use crate::terminal::styled::{Look, Styled};
use crate::terminal::window::window_width;

/// What came of it, with what is ticked, by place.
pub type Ticked = Result<Vec<usize>, (Leave, Vec<usize>)>;

/// Columns before an option.
const BEFORE: &str = "      ";

/// A list under way.
pub struct Checklist<'a> {
    message: &'a str,
    options: Vec<String>,
    help: &'a str,
    ticked: BTreeSet<usize>,
    cursor: usize,
}

/// What a key comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Nothing,
    Redraw,
    Tick,
    Send,
    Leave(Leave),
}

impl<'a> Checklist<'a> {
    /// A list of `options`, of which some are `ticked` already.
    pub fn new(
        message: &'a str,
        options: &[String],
        ticked: impl IntoIterator<Item = usize>,
        help: &'a str,
    ) -> Self {
        let ticked = ticked.into_iter().filter(|place| *place < options.len()).collect();
        Self { message, options: shown(options), help, ticked, cursor: 0 }
    }

    /// Lets options be ticked, and `changed` know of every tick.
    pub fn ask(mut self, changed: &dyn Fn(&[usize])) -> io::Result<Ticked> {
        enable_raw_mode()?;
        let mut drawn = Drawn::new();
        drawn.replace(&self.rows(window_width()))?;
        let leave = loop {
            match self.step(&read()?) {
                Step::Nothing => continue,
                Step::Redraw => {}
                Step::Tick => changed(&self.places()),
                Step::Send => break None,
                Step::Leave(leave) => break Some(leave),
            }
            drawn.replace(&self.rows(window_width()))?;
        };
        let said = if leave.is_some() { "…".to_owned() } else { self.said() };
        drawn.replace(&self.answered(&said, window_width()))?;
        Ok(match leave {
            None => Ok(self.places()),
            Some(leave) => Err((leave, self.places())),
        })
    }

    fn places(&self) -> Vec<usize> {
        self.ticked.iter().copied().collect()
    }

    fn step(&mut self, event: &Event) -> Step {
        let (code, modifiers) = match event {
            Event::Resize(..) => return Step::Redraw,
            Event::Key(KeyEvent { code, modifiers, kind, .. })
                if *kind != KeyEventKind::Release =>
            {
                (*code, *modifiers)
            }
            _ => return Step::Nothing,
        };
        let count = self.options.len().max(1);
        match (modifiers, code) {
            (KeyModifiers::CONTROL, KeyCode::Char('c')) => return Step::Leave(Leave::Interrupt),
            (KeyModifiers::CONTROL, KeyCode::Char('d')) | (_, KeyCode::Esc) => {
                return Step::Leave(Leave::Menu);
            }
            // A line feed that is typed ahead arrives as Ctrl-J.
            (KeyModifiers::CONTROL, KeyCode::Char('j')) | (_, KeyCode::Enter) => return Step::Send,
            (KeyModifiers::NONE, KeyCode::Char(' ')) => {
                if !self.ticked.remove(&self.cursor) {
                    self.ticked.insert(self.cursor);
                }
                return Step::Tick;
            }
            (_, KeyCode::Up) | (KeyModifiers::CONTROL, KeyCode::Char('p')) => {
                self.cursor = (self.cursor + count - 1) % count;
            }
            (_, KeyCode::Down) | (KeyModifiers::CONTROL, KeyCode::Char('n')) => {
                self.cursor = (self.cursor + 1) % count;
            }
            (_, KeyCode::PageUp) => self.cursor = self.cursor.saturating_sub(PAGE),
            (_, KeyCode::PageDown) => self.cursor = (self.cursor + PAGE).min(count - 1),
            (_, KeyCode::Home) => self.cursor = 0,
            (_, KeyCode::End) => self.cursor = count - 1,
            _ => return Step::Nothing,
        }
        Step::Redraw
    }

    /// The rows on the screen while it is asked.
    fn rows(&self, width: usize) -> Vec<String> {
        let mut rows = head(self.message).wrap(width, "", "  ");
        let shown = self.shown(width);
        for place in shown.clone() {
            rows.extend(self.option(place, &shown, width));
        }
        let help = Styled::new(Look::Quiet, format!("[{}]", self.help));
        rows.extend(help.wrap(width, "", ""));
        rows
    }

    /// The options that fit the window, with the one under the cursor among them.
    fn shown(&self, width: usize) -> Range<usize> {
        let all = self.options.len();
        let page = at_once(&self.options, width, BEFORE).min(all);
        let start = self.cursor.saturating_sub(page / 2).min(all - page);
        start..start + page
    }

    fn option(&self, place: usize, shown: &Range<usize>, width: usize) -> Vec<String> {
        let here = place == self.cursor;
        let mark = if here {
            "›"
        } else if place == shown.start && place > 0 {
            "^"
        } else if place + 1 == shown.end && shown.end < self.options.len() {
            "v"
        } else {
            " "
        };
        let text = self.options.get(place).map_or("", String::as_str);
        let look = if here { Look::Code } else { Look::Plain };
        let mut rows = Styled::new(look, text).wrap(width, BEFORE, BEFORE);
        let ticked = self.ticked.contains(&place);
        let look = if here || ticked { Look::Code } else { Look::Plain };
        let ticked = if ticked { "[x]" } else { "[ ]" };
        let before = Styled::new(Look::Code, mark).with(Look::Plain, " ").with(look, ticked);
        if let Some(first) = rows.first_mut() {
            let text = first.get(BEFORE.len()..).unwrap_or_default();
            *first = format!("{} {text}", before.paint());
        }
        rows
    }

    fn said(&self) -> String {
        let ticked = self.ticked.iter().filter_map(|place| self.options.get(*place));
        ticked.map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// What stays on the screen when it is answered or left.
    fn answered(&self, said: &str, width: usize) -> Vec<String> {
        head(self.message).with(Look::Plain, " ").with(Look::Code, said).wrap(width, "", "  ")
    }
}

fn head(message: &str) -> Styled {
    Styled::new(Look::Code, "›").with(Look::Plain, format!(" {message}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: [&str; 3] = ["A first one, which is long", "B", "C"];

    fn rows_after(keys: &[KeyCode]) -> Vec<String> {
        colored::control::set_override(false);
        let options = OPTIONS.map(str::to_owned);
        let mut list = Checklist::new("Which?", &options, [2], "Space ticks");
        for key in keys {
            list.step(&Event::Key((*key).into()));
        }
        list.rows(20)
    }

    #[test]
    fn what_was_ticked_before_is_ticked() {
        assert_eq!(
            rows_after(&[]),
            [
                "› Which?",
                "› [ ] A first one,",
                "      which is long",
                "  [ ] B",
                "  [x] C",
                "[Space ticks]"
            ]
        );
    }

    #[test]
    fn a_blank_ticks_and_the_cursor_goes_round() {
        let rows = rows_after(&[KeyCode::Down, KeyCode::Char(' '), KeyCode::Down, KeyCode::Down]);
        assert!(rows[1].starts_with("› [ ] A"), "{rows:?}");
        assert_eq!(rows[3..5], ["  [x] B", "  [x] C"]);
        let rows = rows_after(&[KeyCode::Up, KeyCode::Char(' ')]);
        assert_eq!(rows[4], "› [ ] C");
    }

    #[test]
    fn keys_that_leave_and_send() {
        let options = OPTIONS.map(str::to_owned);
        let step =
            |key: KeyEvent| Checklist::new("Which?", &options, [], "").step(&Event::Key(key));
        let control = |key| KeyEvent::new(KeyCode::Char(key), KeyModifiers::CONTROL);
        assert_eq!(step(KeyCode::Esc.into()), Step::Leave(Leave::Menu));
        assert_eq!(step(control('d')), Step::Leave(Leave::Menu));
        assert_eq!(step(control('c')), Step::Leave(Leave::Interrupt));
        assert_eq!(step(control('j')), Step::Send);
        assert_eq!(step(KeyCode::Char('x').into()), Step::Nothing);
    }
}
