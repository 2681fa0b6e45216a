//! Writing several sentences: rows break between words, arrows move through them, Enter sends, Esc
//! leaves with the draft kept.

mod canvas;
mod editor;
mod keys;
mod layout;

pub use editor::{Draft, Written, write};
pub use keys::Leave;
