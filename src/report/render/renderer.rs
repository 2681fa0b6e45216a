//! What every format does.

use std::io::{self, Write};

use crate::report::ranking::Ranking;
use crate::report::value::Report;

/// Draws reports in one format, one after the other. It is given what may be shown and nothing
/// else.
pub trait Renderer {
    /// Draws the next report.
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()>;

    /// Draws what comes after the last.
    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()>;

    /// What a person should know about what was drawn.
    fn warnings(&self) -> &[String] {
        &[]
    }
}

/// Whether a document holds one attempt's report or those of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// One attempt.
    One,
    /// Two or more, or none.
    Many,
}
