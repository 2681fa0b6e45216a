//! A file that has all of its content or none of it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Exit, Failure};
use crate::quiz::visible;

/// Puts `text` in place of what the file at `path` holds: all of it, or, where that fails, nothing.
pub fn write_in_place(path: &Path, text: &str) -> Result<(), Failure> {
    let write = || {
        let file = WholeFile::at(fs::canonicalize(path)?)?;
        (&file).write_all(text.as_bytes())?;
        file.keep()
    };
    write().map_err(|error| refused(path, &error))
}

/// A file that is written beside its place, and takes it when it is kept. If it is dropped before,
/// it is gone, and what stood in its place still stands there.
#[derive(Debug)]
pub struct WholeFile {
    file: File,
    place: PathBuf,
    /// Where it is until it is kept; in its place where that is no file but a pipe or a device.
    beside: Option<PathBuf>,
}

impl WholeFile {
    /// A file for `path`, that is gone, too, when the process is told to end.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        // A link keeps pointing at the file that it points at.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let beside = beside(&place);
        let remove = move || {
            // It may be kept already.
            let _ = fs::remove_file(&beside);
        };
        when_told_to_end(remove)
            .and_then(|()| Self::at(place))
            .map_err(|error| refused(path, &error))
    }

    fn at(place: PathBuf) -> io::Result<Self> {
        let before = fs::metadata(&place).ok();
        if before.as_ref().is_some_and(|before| !before.is_file()) {
            return Ok(Self { file: File::create(&place)?, place, beside: None });
        }
        let permissions = before.map(|before| before.permissions());
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        let beside = beside(&place);
        let whole = Self { file: File::create(&beside)?, place, beside: Some(beside) };
        if let Some((permissions, beside)) = permissions.zip(whole.beside.as_ref()) {
            fs::set_permissions(beside, permissions)?;
        }
        Ok(whole)
    }

    /// Puts it in its place.
    pub fn keep(mut self) -> io::Result<()> {
        if let Some(beside) = &self.beside {
            fs::rename(beside, &self.place)?;
            self.beside = None;
        }
        Ok(())
    }
}

impl Write for &WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        (&self.file).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        (&self.file).flush()
    }
}

impl Drop for WholeFile {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            // Why it was not kept matters more than what is left behind.
            let _ = fs::remove_file(beside);
        }
    }
}

/// A name in the same folder, so that renaming moves nothing.
fn beside(place: &Path) -> PathBuf {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(".viva-new");
    place.with_file_name(name)
}

fn refused(path: &Path, error: &io::Error) -> Failure {
    let shown = path.to_string_lossy().into_owned();
    Failure::Input(format!("{}: {error}", visible(&shown)))
}

/// Does `work` and ends the process when it is told to end: by Ctrl-C or `SIGTERM`. `SIGHUP` is left to
/// those who start it so that it outlives their terminal.
#[cfg(unix)]
fn when_told_to_end(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGINT, SIGTERM])?;
    let wait = move || {
        if signals.forever().next().is_some() {
            work();
            Exit::Interrupted.at_once();
        }
    };
    std::thread::Builder::new().name("signals".to_owned()).spawn(wait).map(drop)
}

/// Does `work` and ends the process when it is told to end by Ctrl-C.
#[cfg(not(unix))]
fn when_told_to_end(work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let mut work = Some(work);
    let end = move || {
        if let Some(work) = work.take() {
            work();
        }
        Exit::Interrupted.at_once();
    };
    ctrlc::set_handler(end).map_err(io::Error::other)
}
