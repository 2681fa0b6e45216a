//! The formats of a report: one file each, and each only draws what the value says.

mod csv;
mod format;
mod json;
mod junit;
mod markdown;
mod options;
mod pile;
mod text;

use std::io::{self, Write};

pub use csv::Rows;
pub use format::Format;
pub use options::Options;
pub use pile::Pile;

use super::ranking::Ranking;
use super::value::Report;

/// Draws reports in one format, one after the other. It is given what may be shown and nothing
/// else.
pub trait Renderer {
    /// Draws the next report.
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()>;

    /// Draws what comes after the last.
    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()>;
}

/// Whether a document holds one attempt's report or those of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// One attempt.
    One,
    /// Two or more, or none.
    Many,
}

#[cfg(test)]
mod tests;
