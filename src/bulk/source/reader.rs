//! The rows of a reader, in chunks.

use std::io::{self, BufRead};

use super::Format;
use super::lines::Lines;
use super::records::Records;
use crate::bulk::chunk::Chunk;
use crate::bulk::layout::Layout;

/// Rows of a reader.
#[derive(Debug)]
pub struct Source<R> {
    rows: Rows<R>,
    layout: Layout,
    file: Option<String>,
}

#[derive(Debug)]
pub(in crate::bulk) enum Rows<R> {
    Lines(Lines<R>),
    Records(Records<R>),
}

impl<R: BufRead> Source<R> {
    /// Reads `reader` as `format`, or as what its first bytes look like. For CSV the header is read
    /// at once.
    pub fn new(mut reader: R, format: Option<Format>) -> io::Result<Self> {
        let format = match format {
            Some(format) => format,
            None => Format::sniff(reader.fill_buf()?),
        };
        Ok(match format {
            Format::Jsonl => {
                Self { rows: Rows::Lines(Lines::new(reader)), layout: Layout::Json, file: None }
            }
            Format::Csv => {
                let mut records = Records::new(reader)?;
                let layout = records.header()?;
                Self { rows: Rows::Records(records), layout, file: None }
            }
        })
    }

    /// The same as one of several, whose refused rows say that they are of `file`.
    #[must_use]
    pub fn called(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    pub(in crate::bulk) fn into_parts(self) -> (Rows<R>, Layout, Option<String>) {
        (self.rows, self.layout, self.file)
    }
}

impl<R: BufRead> Rows<R> {
    /// Bytes read so far.
    pub(in crate::bulk) const fn read(&self) -> u64 {
        match self {
            Self::Lines(lines) => lines.read(),
            Self::Records(records) => records.read(),
        }
    }

    /// The next rows; none at the end.
    pub(in crate::bulk) fn next_chunk(&mut self) -> io::Result<Chunk> {
        let mut chunk = Chunk::default();
        while !chunk.is_full() {
            let more = match self {
                Self::Lines(lines) => lines.next(&mut chunk)?,
                Self::Records(records) => records.next(&mut chunk)?,
            };
            if !more {
                break;
            }
        }
        Ok(chunk)
    }
}
