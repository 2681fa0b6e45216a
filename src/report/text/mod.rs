//! The report for a terminal or a plain file, at any width from 40 columns up.

mod asks;
mod bar;
pub(crate) mod line;
mod phrase;
mod questions;
mod ranking;
mod style;
mod summary;

use std::io::{self, Write};

use super::value::Report;
pub use phrase::{count, duration, moment, percent, plain_prompt};
pub(crate) use questions::notes;
pub use ranking::write_ranking;
pub(crate) use ranking::{ranking_note, shown as shown_rank};
pub use style::{Paint, Role, Style, unpainted};
pub(crate) use summary::{circumstances, range, remarks};

/// Writes `report` in lines of at most `style.width` columns, with the first `asks` things to ask in
/// an interview. Nothing of it can harm a terminal.
pub fn write_text(
    report: &Report,
    style: &Style,
    asks: usize,
    mut out: impl Write,
) -> io::Result<()> {
    let mut lines = summary::heading(report, style);
    lines.extend(summary::total(report, style));
    lines.extend(summary::topics(report, style));
    lines.extend(summary::levels(report, style));
    lines.extend(summary::study(report, style));
    lines.extend(asks::asks(report, asks, style));
    lines.extend(questions::questions(report, style));
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

#[cfg(test)]
mod tests;
