//! Reports as lines of text: one in full, many as a table.

use std::io::{self, Write};

use super::{Extent, Options, Renderer};
use crate::report::ranking::Ranking;
use crate::report::text::{Style, write_ranking, write_text};
use crate::report::value::Report;

/// Draws text.
pub(super) struct Text {
    extent: Extent,
    style: Style,
    asks: usize,
}

impl Text {
    pub(super) const fn new(extent: Extent, options: &Options) -> Self {
        Self { extent, style: options.style, asks: options.asks }
    }
}

impl Renderer for Text {
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        match self.extent {
            Extent::One => write_text(report, &self.style, self.asks, out),
            Extent::Many => Ok(()),
        }
    }

    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        match self.extent {
            Extent::One => Ok(()),
            Extent::Many => write_ranking(ranking, &self.style, out),
        }
    }
}
