//! Other ways to write a word of a model answer.
//!
//! What the grader finds by itself (other spellings, typos, what a stem brings together) needs no
//! alias. What it cannot know stands here: `went` for `go`, `louder` for `loud`, `refine` for
//! `refinement`, `2` for `two`, and what an acronym stands for.

mod acronym;
mod compound;
mod degree;
mod irregular;
mod kin;
mod root;

pub(super) use acronym::is_spelled_out;
pub(super) use kin::aliases;
pub use kin::{Alias, Kin};
