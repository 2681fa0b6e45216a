//! Any number of options.

use super::choice::{in_order, picked_before, texts};
use super::widget::{Outcome, tick};
use crate::attempt::{Given, answer};
use crate::quiz::Response;
use crate::quiz::question::Options;
use crate::terminal::interviewer::Asked;

/// Lets options be ticked.
pub fn ask(asked: &Asked<'_>, options: &Options, draft: &Given) -> Outcome<Given> {
    let ids = in_order(options, &asked.drawn.shown);
    let before = picked_before(asked, draft);
    let ticked: Vec<usize> =
        ids.iter().enumerate().filter(|(_, id)| before.contains(id)).map(|(at, _)| at).collect();
    let help = "↑↓ move · Space ticks · Enter answers · Esc menu";
    let places = tick("All that are right:", &texts(options, &ids), &ticked, help)?;
    let mut picked: Vec<_> = places.iter().filter_map(|place| ids.get(*place).copied()).collect();
    picked.sort_unstable();
    Ok(answer::write(asked.question, &Response::Picked(picked)))
}
