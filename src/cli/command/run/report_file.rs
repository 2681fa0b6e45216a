//! A file that a report goes to, opened before the first question.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use crate::cli::Failure;
use crate::cli::report_format::format_of_name;
use crate::quiz::visible;
use crate::report::{Format, Options, Pile, Report};

/// An open file with the format that its name asks for.
#[derive(Debug)]
pub struct ReportFile {
    file: RefCell<File>,
    format: Format,
}

impl ReportFile {
    /// Creates the file at `path`, or empties it.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        let shown = path.to_string_lossy();
        let format = format_of_name(&shown)?;
        let file = File::create(path)
            .map_err(|error| Failure::Input(format!("{}: {error}", visible(&shown))))?;
        Ok(Self { file: RefCell::new(file), format })
    }

    /// Puts `report` in place of what the file holds.
    pub fn write(&self, report: &Report) -> io::Result<()> {
        let mut file = self.file.borrow_mut();
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        let mut pile = Pile::new(self.format, Options::default(), BufWriter::new(&mut *file));
        pile.add(report.clone())?;
        pile.finish()?.flush()
    }
}
