//! From a reader to rows that are cut but not looked at.

mod format;
mod lines;
mod reader;
mod records;

pub use format::Format;
pub use reader::{LONGEST_ROW, Source};

#[cfg(test)]
mod tests;
