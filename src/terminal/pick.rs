//! A list to pick from, outside a quiz.

use std::io;

use super::ask::{self, Left};
use crate::attempt::Given;

/// Lets one of `options` be picked; `None` if the person leaves.
pub fn pick_one(message: &str, options: &[String]) -> io::Result<Option<usize>> {
    match ask::pick(message, options, 0, "↑↓ move · Enter picks · Esc leaves", &Given::text(""))
    {
        Ok(place) => Ok(Some(place)),
        Err(Left::By(..)) => Ok(None),
        Err(Left::Io(error)) => Err(error),
    }
}
