//! The report as JSON.

use std::io::{self, Write};

use super::value::Report;
use crate::quiz::visible_json;

/// Writes `report` as indented JSON that ends with a line break.
pub fn write_json(report: &Report, mut out: impl Write) -> io::Result<()> {
    let json = serde_json::to_string_pretty(report)?;
    writeln!(out, "{}", visible_json(&json))
}
