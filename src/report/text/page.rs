//! The parts of the report, one below the other.

use std::io::{self, Write};

use super::{Style, asks, before, questions, summary};
use crate::report::value::Report;

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
    lines.extend(before::before(report, style));
    lines.extend(summary::levels(report, style));
    lines.extend(summary::study(report, style));
    lines.extend(asks::asks(report, asks, style));
    lines.extend(questions::questions(report, style));
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}
