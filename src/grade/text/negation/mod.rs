//! Which words an answer denies.

mod cues;
mod scope;

pub(super) use cues::Cues;
pub(super) use scope::Denials;
