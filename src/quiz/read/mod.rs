//! Reading a quiz file.
//!
//! The file is parsed once into values with their places ([`toml::de::DeTable`]); walking them
//! builds the quiz and collects every problem. Nothing stops at the first problem, except that a
//! file whose structure is broken is not looked at beyond the break.

mod answers;
mod cloze;
mod code;
mod document;
mod draft;
mod explanation;
mod grading;
mod id;
mod inside;
mod limits;
mod nearest;
mod need;
mod number;
mod question;
mod quiz;
mod reading;
mod sides;
mod syntax;
mod table;
mod text;
mod typed;

pub use document::{LIMIT, Loaded, read, read_bytes};
pub use draft::{Draft, read_draft, read_draft_bytes};
pub use explanation::explanations;
pub(super) use id::slug;
pub use nearest::nearest;

#[cfg(test)]
mod tests;
