//! A file that a report goes to, opened before the first question.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use crate::cli::{Failure, Format};
use crate::quiz::visible;
use crate::report::text::{Style, write_text};
use crate::report::{Report, write_json};

/// Columns of a report in a file.
const WIDTH: usize = 80;

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
        let extension = path.extension().and_then(|extension| extension.to_str());
        let format = match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("json") => Format::Json,
            Some("txt") => Format::Text,
            _ => {
                let message = format!("{}: a report's name ends in .json or .txt", visible(&shown));
                return Err(Failure::Usage(message));
            }
        };
        let file = File::create(path)
            .map_err(|error| Failure::Input(format!("{}: {error}", visible(&shown))))?;
        Ok(Self { file: RefCell::new(file), format })
    }

    /// Puts `report` in place of what the file holds.
    pub fn write(&self, report: &Report) -> io::Result<()> {
        let mut file = self.file.borrow_mut();
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        let mut out = BufWriter::new(&mut *file);
        match self.format {
            Format::Json => write_json(report, &mut out)?,
            Format::Text => write_text(report, &Style::plain(WIDTH), &mut out)?,
        }
        out.flush()
    }
}
