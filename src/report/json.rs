//! The report as JSON.

use std::io::{self, Write};

use serde::Deserialize as _;

use super::migrate::migrate;
use super::value::{Report, VERSION};

/// Writes `report` as indented JSON that ends with a line break.
pub fn write_json(report: &Report, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, report)?;
    writeln!(out)
}

/// Why a text is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Not JSON, or JSON of another form.
    #[error("not a report: {0}")]
    Form(#[from] serde_json::Error),
    /// Written by a later version of this program.
    #[error("the report has version {0}, and this program reads versions up to {VERSION}")]
    Version(u32),
}

/// Reads a report that this version or an earlier one wrote.
pub fn read_json(json: &str) -> Result<Report, ReadError> {
    from_value(serde_json::from_str(json)?)
}

fn from_value(mut report: serde_json::Value) -> Result<Report, ReadError> {
    #[derive(serde::Deserialize)]
    struct Versioned {
        version: u32,
    }
    let Versioned { version } = Versioned::deserialize(&report)?;
    if version > VERSION {
        return Err(ReadError::Version(version));
    }
    if version == VERSION {
        return Ok(serde_json::from_value(report)?);
    }
    migrate(&mut report, version);
    let mut report: Report = serde_json::from_value(report)?;
    report.derive();
    Ok(report)
}
