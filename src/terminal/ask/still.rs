//! Letting a person read before anything else happens.

use std::io;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};
use crossterm::terminal::enable_raw_mode;

use super::drawn::Drawn;
use crate::terminal::prose::Leave;
use crate::terminal::styled::{Look, Styled};
use crate::terminal::window::window_width;

/// How long nobody types before what is typed next is taken for an answer to what is shown.
const PAUSE: Duration = Duration::from_millis(300);

/// Throws away what is typed ahead, by somebody who cannot know yet what it would do, until there is
/// a pause. Gives `Leave::Interrupt` at Ctrl-C.
pub fn wait_for_a_pause() -> io::Result<Option<Leave>> {
    enable_raw_mode()?;
    while poll(PAUSE)? {
        if interrupts(&read()?) {
            return Ok(Some(Leave::Interrupt));
        }
    }
    Ok(None)
}

/// Waits for Enter, a blank or Esc, so that what follows takes no time from reading. Gives
/// `Leave::Interrupt` at Ctrl-C.
pub fn wait_for_enter() -> io::Result<Option<Leave>> {
    enable_raw_mode()?;
    let mut drawn = Drawn::new();
    let help = Styled::new(Look::Quiet, "[Enter goes on]");
    drawn.replace(&[vec![String::new()], help.wrap(window_width(), "", "")].concat())?;
    let left = loop {
        let event = read()?;
        if interrupts(&event) {
            break Some(Leave::Interrupt);
        }
        if goes_on(&event) {
            break None;
        }
    };
    drawn.replace(&[])?;
    Ok(left)
}

fn interrupts(event: &Event) -> bool {
    matches!(event, Event::Key(KeyEvent { code: KeyCode::Char('c'), modifiers, .. })
        if modifiers.contains(KeyModifiers::CONTROL))
}

fn goes_on(event: &Event) -> bool {
    let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event else { return false };
    let line_feed = *code == KeyCode::Char('j') && modifiers.contains(KeyModifiers::CONTROL);
    let key = matches!(code, KeyCode::Enter | KeyCode::Esc | KeyCode::Char(' '));
    *kind != KeyEventKind::Release && (key || line_feed)
}
