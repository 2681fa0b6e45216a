//! What a reader wants to see, and may see.

use super::paper::Paper;
#[cfg(feature = "pdf")]
use super::pdf::{MoreFonts, no_more_fonts};
use super::rows::Rows;
use super::spool::{NewSpool, in_memory};
use crate::report::audience::{Audience, Redaction};
use crate::report::interview::FIRST;
use crate::report::text::Style;

/// What a reader wants to see, and may see.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Whom the reports are for.
    pub audience: Audience,
    /// What is taken out beside what the audience must not see.
    pub redaction: Redaction,
    /// How many things to ask in an interview are shown; JSON always has all.
    pub asks: usize,
    /// What a row of CSV stands for.
    pub rows: Rows,
    /// Whether CSV starts with a byte order mark, which some spreadsheets need to see UTF-8.
    pub bom: bool,
    /// How lines of text look.
    pub style: Style,
    /// Makes what long documents wait in.
    pub spool: NewSpool,
    /// What PDF is laid out for.
    pub paper: Paper,
    /// Adds fonts to those of the program where PDF needs more.
    #[cfg(feature = "pdf")]
    pub fonts: MoreFonts,
}

impl Default for Options {
    /// For a manager, on 80 columns without colour.
    fn default() -> Self {
        Self {
            audience: Audience::Manager,
            redaction: Redaction::default(),
            asks: FIRST,
            rows: Rows::Questions,
            bom: false,
            style: Style::plain(80),
            spool: in_memory,
            paper: Paper::default(),
            #[cfg(feature = "pdf")]
            fonts: no_more_fonts,
        }
    }
}
