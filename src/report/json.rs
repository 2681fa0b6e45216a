//! The report as JSON.

use std::io::{self, Write};

use super::value::Report;

/// Writes `report` as indented JSON that ends with a line break.
pub fn write_json(report: &Report, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, report)?;
    writeln!(out)
}
