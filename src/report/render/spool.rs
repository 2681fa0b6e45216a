//! Where a document waits whose beginning is known at its end.

use std::io::{Cursor, Read, Seek, Write};

/// Bytes that are written, and then read from the start.
pub trait Spool: Read + Write + Seek + Send {}

impl<T: Read + Write + Seek + Send> Spool for T {}

/// Makes an empty one.
pub type NewSpool = fn() -> Box<dyn Spool>;

/// A spool in memory; who draws thousands of reports has room elsewhere.
#[must_use]
pub fn in_memory() -> Box<dyn Spool> {
    Box::new(Cursor::new(Vec::new()))
}
