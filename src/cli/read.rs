//! Files of which no more comes into memory than they may have.

use std::io::{self, Read};
use std::path::Path;

use super::pipe::open;

/// A number of bytes: whole MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MiB(pub u64);

/// All bytes of the file at `path`.
pub fn file_at_most(path: &Path, most: MiB) -> io::Result<Vec<u8>> {
    at_most(open(path)?, most)
}

/// All that the file at `path` says.
pub fn text_at_most(path: &Path, most: MiB) -> io::Result<String> {
    text(file_at_most(path, most)?)
}

/// All that stdin says.
pub fn stdin_at_most(most: MiB) -> io::Result<String> {
    text(at_most(io::stdin(), most)?)
}

fn at_most(reader: impl Read, MiB(most): MiB) -> io::Result<Vec<u8>> {
    let limit = most << 20;
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::other(format!("longer than {most} MiB, the most that is read")));
    }
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|_| io::Error::other("not a text in UTF-8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_refused_before_it_is_all_there() {
        assert_eq!(at_most(&b"short"[..], MiB(1)).unwrap(), b"short");
        assert_eq!(at_most(&vec![b'a'; 1 << 20][..], MiB(1)).unwrap().len(), 1 << 20);
        let error = at_most(io::repeat(b'a'), MiB(1)).unwrap_err();
        assert_eq!(error.to_string(), "longer than 1 MiB, the most that is read");
    }

    #[test]
    fn bytes_that_are_no_text_are_called_so() {
        assert_eq!(text(vec![0xff]).unwrap_err().to_string(), "not a text in UTF-8");
    }
}
