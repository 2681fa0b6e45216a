//! Any number of options.

use super::checklist::Checklist;
use super::choice::{in_order, picked_before, texts};
use super::widget::{Left, Outcome};
use crate::attempt::{Given, answer};
use crate::quiz::Response;
use crate::quiz::question::Options;
use crate::terminal::interviewer::Asked;
use crate::terminal::unsent::Unsent;

/// Lets options be ticked.
pub fn ask(asked: &Asked<'_>, options: &Options, draft: &Given, unsent: &Unsent) -> Outcome<Given> {
    let ids = in_order(options, &asked.drawn.shown);
    let before = picked_before(asked, draft);
    let ticked = ids.iter().enumerate().filter(|(_, id)| before.contains(id)).map(|(at, _)| at);
    let given = |places: &[usize]| {
        let mut picked: Vec<_> = places.iter().filter_map(|at| ids.get(*at).copied()).collect();
        picked.sort_unstable();
        answer::write(asked.question, &Response::Picked(picked))
    };
    let help = "↑↓ move · Space ticks · Enter answers · Esc menu";
    let list = Checklist::new("All that are right:", &texts(options, &ids), ticked, help);
    match list.ask(&|places| unsent.put(given(places)))? {
        Ok(places) => Ok(given(&places)),
        Err((how, places)) => Err(Left::By(how, given(&places))),
    }
}
