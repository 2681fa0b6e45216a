//! A list of which one is picked.

use crossterm::event::read;
use crossterm::terminal::enable_raw_mode;

use super::drawn::Drawn;
use super::listing::{Listing, Step};
use super::widget::{Left, Outcome};
use crate::attempt::Given;
use crate::terminal::window::window_width;

/// Lets one of `options` be picked and gives its place. `draft` is kept when the person leaves.
pub fn pick(
    message: &str,
    options: &[String],
    start: usize,
    help: &str,
    draft: &Given,
) -> Outcome<usize> {
    let mut listing = Listing::new(message, options, start, help);
    let unmarked = |_| ("", false);
    enable_raw_mode()?;
    let mut drawn = Drawn::new();
    drawn.replace(&listing.rows(window_width(), &unmarked))?;
    loop {
        match listing.step(&read()?) {
            Step::Nothing | Step::Blank => {}
            Step::Redraw => drawn.replace(&listing.rows(window_width(), &unmarked))?,
            Step::Send => {
                let said = listing.option(listing.here());
                drawn.replace(&listing.answered(said, window_width()))?;
                return Ok(listing.here());
            }
            Step::Leave(how) => {
                drawn.replace(&listing.answered("…", window_width()))?;
                return Err(Left::By(how, draft.clone()));
            }
        }
    }
}
