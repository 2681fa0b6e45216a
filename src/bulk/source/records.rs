//! Records of CSV of bounded length, each with the line on which it starts.

use std::io::{self, BufRead};

use csv_core::ReadRecordResult;
use memchr::{memchr, memchr_iter};

use super::LONGEST_ROW;
use crate::bulk::chunk::{Broken, Chunk, Place};
use crate::bulk::layout::Layout;

/// The records of a reader.
pub(in crate::bulk) struct Records<R> {
    reader: R,
    parser: Box<csv_core::Reader>,
    line: u64,
    read: u64,
}

impl<R> std::fmt::Debug for Records<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Records").field("line", &self.line).finish_non_exhaustive()
    }
}

/// Most columns of a record.
const MOST_FIELDS: usize = 4096;
/// How much room a record gets at first, and again each time it runs out.
const ROOM: usize = 16 << 10;

/// What separates the columns of a CSV that starts so: a comma, a semicolon or a tab, whichever the
/// first line has most of.
///
/// ```
/// assert_eq!(vivavoce::bulk::separator(b"candidate;note, if any;answer\n"), b';');
/// ```
#[must_use]
pub fn separator(start: &[u8]) -> u8 {
    let (first, _) = start.split_at(memchr(b'\n', start).unwrap_or(start.len()));
    let count = |separator: u8| memchr_iter(separator, first).count();
    let separators = b";\t".iter().copied().filter(|separator| count(*separator) > count(b','));
    separators.max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

impl<R: BufRead> Records<R> {
    pub(super) fn new(mut reader: R) -> io::Result<Self> {
        let separator = separator(reader.fill_buf()?);
        let parser = csv_core::ReaderBuilder::new().delimiter(separator).build();
        Ok(Self { reader, parser: Box::new(parser), line: 1, read: 0 })
    }

    pub(super) const fn read(&self) -> u64 {
        self.read
    }

    /// Reads the first record as the header.
    pub(super) fn header(&mut self) -> io::Result<Layout> {
        let mut chunk = Chunk::default();
        self.next(&mut chunk)?;
        Ok(match chunk.rows.first() {
            None => Layout::Empty,
            Some(place) => Layout::of_header(&chunk, place),
        })
    }

    /// Adds the next record to `chunk`; false at the end.
    pub(super) fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        self.skip_line_ends()?;
        let line = self.line;
        let (bytes, fields) = (chunk.buffer.len(), chunk.ends.len());
        let (before, mut open) = (self.read, false);
        let mut writer = Room::new(chunk);
        loop {
            let input = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            // Where the file ends in a row, a line end ends the row, too, unless a quote is open.
            let probes = input.is_empty() && self.read > before && !open;
            let input = if probes { b"\n" } else { input };
            let (output, ends) = writer.free();
            let (result, used, written, ended) = self.parser.read_record(input, output, ends);
            let breaks = memchr_iter(b'\n', input.get(..used).unwrap_or_default()).count();
            writer.advance(written, ended);
            if probes {
                open = matches!(result, ReadRecordResult::InputEmpty);
            } else {
                self.line += breaks as u64;
                self.reader.consume(used);
                self.read += used as u64;
            }
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => writer.more_bytes(),
                ReadRecordResult::OutputEndsFull => writer.more_fields(),
                ReadRecordResult::Record | ReadRecordResult::End => {
                    let open = open.then_some(Broken::OpenQuote);
                    let broken = if writer.finish() { Some(Broken::TooLong) } else { open };
                    let more = matches!(result, ReadRecordResult::Record);
                    if more {
                        let bytes = bytes..chunk.buffer.len();
                        let fields = fields..chunk.ends.len();
                        chunk.rows.push(Place { line, bytes, fields, broken });
                    }
                    return Ok(more);
                }
            }
        }
    }

    /// Empty lines are no records; without them the line counted is the one a record starts on.
    fn skip_line_ends(&mut self) -> io::Result<()> {
        loop {
            let input = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            let ends = input.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
            let used = ends.clone().count();
            if used == 0 {
                return Ok(());
            }
            self.line += ends.filter(|byte| **byte == b'\n').count() as u64;
            self.read += used as u64;
            self.reader.consume(used);
        }
    }
}

/// Room at the end of a chunk for one record. One that is too long goes on being written over
/// itself, so that its end is found in a fixed amount of memory.
struct Room<'c> {
    chunk: &'c mut Chunk,
    bytes: usize,
    fields: usize,
    written: usize,
    ended: usize,
    too_long: bool,
}

impl<'c> Room<'c> {
    fn new(chunk: &'c mut Chunk) -> Self {
        let (bytes, fields) = (chunk.buffer.len(), chunk.ends.len());
        chunk.buffer.resize(bytes + ROOM, 0);
        chunk.ends.resize(fields + 64, 0);
        Self { chunk, bytes, fields, written: bytes, ended: fields, too_long: false }
    }

    fn free(&mut self) -> (&mut [u8], &mut [usize]) {
        let Chunk { buffer, ends, .. } = &mut *self.chunk;
        (
            buffer.get_mut(self.written..).unwrap_or_default(),
            ends.get_mut(self.ended..).unwrap_or_default(),
        )
    }

    const fn advance(&mut self, written: usize, ended: usize) {
        self.written += written;
        self.ended += ended;
    }

    fn more_bytes(&mut self) {
        if self.written - self.bytes >= LONGEST_ROW {
            self.too_long = true;
            self.written = self.bytes;
        } else {
            let length = self.chunk.buffer.len();
            self.chunk.buffer.resize(length + (length - self.bytes).max(ROOM), 0);
        }
    }

    fn more_fields(&mut self) {
        if self.ended - self.fields >= MOST_FIELDS {
            self.too_long = true;
            self.ended = self.fields;
        } else {
            let length = self.chunk.ends.len();
            self.chunk.ends.resize(length + (length - self.fields), 0);
        }
    }

    /// Gives back what was not used; whether the record was too long.
    fn finish(self) -> bool {
        let (written, ended) =
            if self.too_long { (self.bytes, self.fields) } else { (self.written, self.ended) };
        self.chunk.buffer.truncate(written);
        self.chunk.ends.truncate(ended);
        self.too_long
    }
}
