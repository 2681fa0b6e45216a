//! What the codes of reading problems mean, at length.

mod all;
mod grading;
mod keys;
mod names;

pub use all::explanations;
