//! From a reader to rows that are cut but not looked at.

mod format;
mod limit;
mod lines;
mod reader;
mod records;

pub use format::Format;
pub use limit::LONGEST_ROW;
pub use reader::Source;
pub use records::separator;

#[cfg(test)]
mod tests;
