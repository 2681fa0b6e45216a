//! Lines of bounded length.

use std::io::{self, BufRead};

use super::LONGEST_ROW;
use crate::bulk::chunk::{Broken, Chunk, Place};

/// The lines of a reader that are not blank.
#[derive(Debug)]
pub(in crate::bulk) struct Lines<R> {
    reader: R,
    line: u64,
    read: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self { reader, line: 0, read: 0 }
    }

    pub(super) const fn read(&self) -> u64 {
        self.read
    }

    /// Adds the next line to `chunk`, unless it is blank; false at the end.
    pub(super) fn next(&mut self, chunk: &mut Chunk) -> io::Result<bool> {
        let start = chunk.buffer.len();
        let (some, too_long) = self.line(&mut chunk.buffer, start + LONGEST_ROW)?;
        if !some {
            return Ok(false);
        }
        self.line += 1;
        if too_long {
            chunk.buffer.truncate(start);
        }
        let bytes = start..chunk.buffer.len();
        let blank = chunk.buffer.iter().skip(start).all(u8::is_ascii_whitespace);
        if too_long || !blank {
            chunk.rows.push(Place {
                line: self.line,
                bytes,
                fields: 0..0,
                broken: too_long.then_some(Broken::TooLong),
            });
        } else {
            chunk.buffer.truncate(start);
        }
        Ok(true)
    }

    /// Reads up to the end of a line; whether there was anything, and whether `buffer` would have
    /// grown beyond `most`.
    fn line(&mut self, buffer: &mut Vec<u8>, most: usize) -> io::Result<(bool, bool)> {
        let (mut some, mut too_long) = (false, false);
        loop {
            let available = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if available.is_empty() {
                return Ok((some, too_long));
            }
            some = true;
            let end = memchr::memchr(b'\n', available);
            let (line, used) = available.split_at(end.unwrap_or(available.len()));
            too_long |= buffer.len() + line.len() > most;
            if !too_long {
                buffer.extend_from_slice(line);
            }
            let used = line.len() + usize::from(!used.is_empty());
            self.reader.consume(used);
            self.read += used as u64;
            if end.is_some() {
                return Ok((true, too_long));
            }
        }
    }
}
