//! Items to put in order: what comes first, what next, until one is left.

use std::io;

use super::drawn::Drawn;
use super::widget::{Left, Outcome, pick};
use crate::attempt::{Given, answer};
use crate::quiz::question::{ItemId, Sequence};
use crate::quiz::{Markdown, Response};
use crate::terminal::interviewer::Asked;
use crate::terminal::markdown;
use crate::terminal::styled::{Look, Styled};
use crate::terminal::unsent::Unsent;
use crate::terminal::window::window_width;

/// Lets the items be picked one after the other.
pub fn ask(
    asked: &Asked<'_>,
    sequence: &Sequence,
    draft: &Given,
    unsent: &Unsent,
) -> Outcome<Given> {
    let shown = in_order(sequence, &asked.drawn.shown);
    let mut picked = picked_before(sequence, draft);
    remind(sequence, &picked)?;
    loop {
        let open: Vec<ItemId> = shown.iter().copied().filter(|id| !picked.contains(id)).collect();
        if open.len() <= 1 {
            picked.extend(open);
            return Ok(answer::write(asked.question, &Response::Ordered(picked)));
        }
        match next(sequence, &open, &picked)? {
            Some(id) => picked.push(id),
            None => drop(picked.pop()),
        }
        unsent.put(so_far(sequence, &picked));
    }
}

/// The items' ids in the order shown; an empty `shown` stands for the file's.
pub fn in_order(sequence: &Sequence, shown: &[u32]) -> Vec<ItemId> {
    if shown.is_empty() {
        sequence.iter().map(|(id, _)| id).collect()
    } else {
        shown.iter().copied().map(ItemId).collect()
    }
}

/// What the items say.
pub fn texts(sequence: &Sequence, ids: &[ItemId]) -> Vec<String> {
    let items = ids.iter().filter_map(|id| sequence.get(*id));
    items.map(|item| markdown::inline(item.as_str()).text()).collect()
}

/// The item picked next; `None` to take the last one back.
fn next(sequence: &Sequence, open: &[ItemId], picked: &[ItemId]) -> Outcome<Option<ItemId>> {
    let mut options = texts(sequence, open);
    if !picked.is_empty() {
        options.push("(take the last one back)".to_owned());
    }
    let message = match picked.len() {
        0 => "What comes first?".to_owned(),
        before => {
            let last = texts(sequence, picked).pop().unwrap_or_default();
            format!("Place {} of {}, after “{last}”:", before + 1, before + open.len())
        }
    };
    let help = "↑↓ move · Enter picks · Esc menu";
    let place = pick(&message, &options, 0, help, &Given::text("")).map_err(|left| match left {
        Left::By(how, _) => Left::By(how, so_far(sequence, picked)),
        left @ Left::Io(_) => left,
    })?;
    Ok(open.get(place).copied())
}

/// Shows what was picked before, for one who comes back.
fn remind(sequence: &Sequence, picked: &[ItemId]) -> io::Result<()> {
    let width = window_width();
    let rows = (1..).zip(texts(sequence, picked)).flat_map(|(place, text)| {
        Styled::new(Look::Plain, text).wrap(width, &format!("  {place}. "), "     ")
    });
    Drawn::new().replace(&rows.collect::<Vec<_>>())
}

/// What is picked so far, as a draft.
fn so_far(sequence: &Sequence, picked: &[ItemId]) -> Given {
    Given::parts(picked.iter().filter_map(|id| sequence.get(*id)).map(Markdown::as_str))
}

/// What a draft holds, but for the last item, so that it can be changed.
fn picked_before(sequence: &Sequence, draft: &Given) -> Vec<ItemId> {
    let Given::Parts(parts) = draft else { return Vec::new() };
    let id = |text: &str| sequence.iter().find(|(_, item)| item.as_str() == text).map(|(id, _)| id);
    let mut picked: Vec<ItemId> = parts.iter().filter_map(|part| id(part.raw())).collect();
    if picked.len() == sequence.0.len() {
        picked.clear();
    }
    picked
}
