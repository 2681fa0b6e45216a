//! A file that a report goes to, opened before the first question.

use std::fs::OpenOptions;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use crate::cli::path::{refused, shown};
use crate::cli::report_format::{drawing, finish, format_of_name, warn};
use crate::cli::{Failure, WholeFile};
use crate::report::{Format, Pile, Report};

/// A file with the format that its name asks for.
#[derive(Debug)]
pub struct ReportFile {
    path: PathBuf,
    format: Format,
    trouble: Option<String>,
    /// What a person should know about the last report in it.
    warnings: Vec<String>,
}

/// Opens the files at `paths`. One that holds what the run reads is refused, and so is a file that
/// two of them name.
pub fn open_all(paths: &[PathBuf], inputs: &[&PathBuf]) -> Result<Vec<ReportFile>, Failure> {
    let read: Vec<_> = inputs.iter().filter_map(|path| path.canonicalize().ok()).collect();
    let mut written = Vec::new();
    let mut files = Vec::new();
    for path in paths {
        let refuse = |why| Failure::Usage(format!("{}: {why}", shown(path)));
        if path.canonicalize().is_ok_and(|place| read.contains(&place)) {
            return Err(refuse("a report would overwrite what the run reads"));
        }
        files.push(ReportFile::open(path)?);
        if let Ok(place) = path.canonicalize() {
            if written.contains(&place) {
                return Err(refuse("two reports cannot go to one file"));
            }
            written.push(place);
        }
    }
    Ok(files)
}

impl ReportFile {
    /// Opens or creates the file at `path`, so that what is wrong with it is known now. It keeps what
    /// it holds until there is a report.
    fn open(path: &Path) -> Result<Self, Failure> {
        let format = format_of_name(&path.to_string_lossy())?;
        OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|error| refused(path, error))?;
        Ok(Self { path: path.to_owned(), format, trouble: None, warnings: Vec::new() })
    }

    /// Puts `report` in place of what the file holds. Gives what is wrong with the file when it
    /// begins to be wrong.
    pub fn write(&mut self, report: &Report) -> Option<String> {
        let before = self.trouble.take();
        self.trouble = self.replace(report).err().map(|failure| failure.to_string());
        self.trouble.clone().filter(|_| before.is_none())
    }

    /// What is wrong with the file, so that it does not hold the last report.
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// Says on stderr what a person should know about the report in it.
    pub fn warn(&self) -> io::Result<()> {
        warn(&self.warnings)
    }

    fn replace(&mut self, report: &Report) -> Result<(), Failure> {
        let file = WholeFile::draft(&self.path)?;
        let drawn = self.draw(report, &file);
        self.warnings = drawn.map_err(|error| refused(&self.path, error))?;
        file.keep()
    }

    fn draw(&self, report: &Report, file: &WholeFile) -> io::Result<Vec<String>> {
        let mut pile = Pile::new(self.format, drawing(), BufWriter::new(file));
        pile.add(report.clone())?;
        finish(pile)
    }
}
