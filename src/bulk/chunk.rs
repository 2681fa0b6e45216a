//! Some rows of a source, cut but not looked at.

use std::ops::Range;

/// Some rows of a source in one buffer.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub(super) buffer: Vec<u8>,
    /// For CSV, where each field ends, counted from its record's start.
    pub(super) ends: Vec<usize>,
    pub(super) rows: Vec<Place>,
}

/// Where a row lies in its chunk.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The line of the file on which it starts, from 1.
    pub(super) line: u64,
    pub(super) bytes: Range<usize>,
    pub(super) fields: Range<usize>,
    /// What keeps it from being read.
    pub(super) broken: Option<Broken>,
}

/// What keeps a row from being read, whatever its bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Broken {
    /// It is longer than is read; its bytes were left out.
    #[error("the row is longer than 8 MiB; is a quote left open?")]
    TooLong,
    /// The file ends inside a quote, and with it what may have been other rows.
    #[error("a quote is opened here and never closed")]
    OpenQuote,
}

impl Chunk {
    /// Most rows of a chunk.
    const ROWS: usize = 4096;
    /// With so many bytes a chunk is full.
    const BYTES: usize = 2 << 20;

    pub(super) fn is_full(&self) -> bool {
        self.rows.len() >= Self::ROWS || self.buffer.len() >= Self::BYTES
    }

    pub(super) fn bytes(&self, place: &Place) -> &[u8] {
        self.buffer.get(place.bytes.clone()).unwrap_or_default()
    }

    /// The fields of a CSV record.
    pub(super) fn fields(&self, place: &Place) -> impl Iterator<Item = &[u8]> {
        let record = self.bytes(place);
        let ends = self.ends.get(place.fields.clone()).unwrap_or_default();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        starts.zip(ends).map(|(start, end)| record.get(start..*end).unwrap_or_default())
    }
}
