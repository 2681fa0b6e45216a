//! A list to tick.

use std::collections::BTreeSet;
use std::io;

use crossterm::event::{Event, read};
use crossterm::terminal::enable_raw_mode;

use super::drawn::Drawn;
use super::listing::{Listing, Step};
use crate::terminal::prose::Leave;
use crate::terminal::window::window_width;

/// What came of it, with what is ticked, by place.
pub type Ticked = Result<Vec<usize>, (Leave, Vec<usize>)>;

/// A list under way.
pub struct Checklist<'a> {
    listing: Listing<'a>,
    ticked: BTreeSet<usize>,
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
        Self { listing: Listing::new(message, options, 0, help), ticked }
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
                Step::Blank => changed(&self.places()),
                Step::Send => break None,
                Step::Leave(leave) => break Some(leave),
            }
            drawn.replace(&self.rows(window_width()))?;
        };
        let said = if leave.is_some() { "…".to_owned() } else { self.said() };
        drawn.replace(&self.listing.answered(&said, window_width()))?;
        Ok(match leave {
            None => Ok(self.places()),
            Some(leave) => Err((leave, self.places())),
        })
    }

    fn places(&self) -> Vec<usize> {
        self.ticked.iter().copied().collect()
    }

    fn step(&mut self, event: &Event) -> Step {
        let step = self.listing.step(event);
        let here = self.listing.here();
        if step == Step::Blank && !self.ticked.remove(&here) {
            self.ticked.insert(here);
        }
        step
    }

    /// The rows on the screen while it is asked.
    fn rows(&self, width: usize) -> Vec<String> {
        let mark = |place: usize| {
            if self.ticked.contains(&place) { ("[x] ", true) } else { ("[ ] ", false) }
        };
        self.listing.rows(width, &mark)
    }

    fn said(&self) -> String {
        let ticked = self.ticked.iter().map(|place| self.listing.option(*place));
        ticked.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

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
                "? Which?",
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
