//! One of several options.

use super::widget::{Outcome, pick};
use crate::attempt::{Given, answer};
use crate::quiz::Response;
use crate::quiz::question::{OptionId, Options};
use crate::terminal::interviewer::Asked;
use crate::terminal::markdown;

/// Lets one option be picked.
pub fn ask(asked: &Asked<'_>, options: &Options, draft: &Given) -> Outcome<Given> {
    let ids = in_order(options, &asked.drawn.shown);
    let before = picked_before(asked, draft);
    let start = ids.iter().position(|id| before.contains(id)).unwrap_or(0);
    let help = "↑↓ move · Enter answers · Esc menu";
    let place = pick("Your answer:", &texts(options, &ids), start, help, draft)?;
    let picked = ids.get(place).copied().into_iter().collect();
    Ok(answer::write(asked.question, &Response::Picked(picked)))
}

/// The options' ids in the order shown; an empty `shown` stands for the file's.
pub fn in_order(options: &Options, shown: &[u32]) -> Vec<OptionId> {
    if shown.is_empty() {
        options.iter().map(|(id, _)| id).collect()
    } else {
        shown.iter().copied().map(OptionId).collect()
    }
}

/// What the options say.
pub fn texts(options: &Options, ids: &[OptionId]) -> Vec<String> {
    let texts = ids.iter().filter_map(|id| options.get(*id));
    texts.map(|option| markdown::inline(option.text.as_str()).text()).collect()
}

/// What an earlier answer picked.
pub fn picked_before(asked: &Asked<'_>, draft: &Given) -> Vec<OptionId> {
    match answer::read(asked.question, draft, &asked.drawn.shown) {
        Ok(Response::Picked(picked)) => picked,
        _ => Vec::new(),
    }
}
