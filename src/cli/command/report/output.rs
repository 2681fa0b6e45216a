//! Where the document goes.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use crate::cli::path::shown;
use crate::cli::{Failure, WholeFile};

/// Where the document goes.
pub(super) enum Output {
    Stdout,
    File(WholeFile),
}

impl Output {
    /// Opens the file at `path`, or stdout. What is `read` is never overwritten.
    pub(super) fn open<'p>(
        path: Option<&Path>,
        read: impl IntoIterator<Item = &'p PathBuf>,
    ) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::Stdout) };
        // A folder stands for the files in it.
        let same = |read: &PathBuf| match (read.canonicalize(), path.canonicalize()) {
            (Ok(read), Ok(output)) => read == output || Some(read.as_path()) == output.parent(),
            _ => false,
        };
        if read.into_iter().any(same) {
            let message = format!("{}: is read, and would be overwritten", shown(path));
            return Err(Failure::Usage(message));
        }
        Ok(Self::File(WholeFile::create(path)?))
    }

    pub(super) fn writer(&self) -> BufWriter<Box<dyn Write + '_>> {
        BufWriter::new(match self {
            Self::Stdout => Box::new(io::stdout().lock()),
            Self::File(file) => Box::new(file),
        })
    }

    /// Whether a person sees the document as it is written.
    pub(super) fn is_terminal(&self) -> bool {
        matches!(self, Self::Stdout) && io::stdout().is_terminal()
    }

    /// Puts the complete document in its place.
    pub(super) fn keep(self) -> Result<(), Failure> {
        match self {
            Self::Stdout => Ok(()),
            Self::File(file) => file.keep(),
        }
    }
}
