//! JSON that is printed: whatever people wrote in it does nothing to the terminal that shows it.

use std::io::{self, Write};

use serde::Serialize;

use crate::quiz::visible_json;

/// Writes `value` indented, with a line feed at the end.
pub fn write_json(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let json = serde_json::to_string_pretty(value)?;
    writeln!(out, "{}", visible_json(&json))
}

/// Writes `value` on one line.
pub fn write_json_line(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let json = serde_json::to_string(value)?;
    writeln!(out, "{}", visible_json(&json))
}
