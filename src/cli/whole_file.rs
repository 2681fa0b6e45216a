//! A file that has all of its content or none of it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use tempfile::NamedTempFile;

use super::end_signal::{EndSignal, on_end_signal};
use super::path::refused;
use super::{Exit, Failure};

/// Puts `text` in place of what the file at `path` holds: all of it, or, where that fails, nothing.
pub fn write_in_place(path: &Path, text: &str) -> Result<(), Failure> {
    let write = || replace(&fs::canonicalize(path)?, text.as_bytes());
    write().map_err(|error| refused(path, error))
}

/// Puts `bytes` in place of what the file at `path` holds, if there is one: all of them, and on the
/// disk, or, where that fails, none.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = WholeFile::at(path.to_owned())?;
    file.file().write_all(bytes)?;
    if let Draft::Beside(draft) = &file.draft {
        draft.as_file().sync_all()?;
    }
    file.put()
}

/// A file that is written beside its place, and takes it when it is kept. If it is dropped before,
/// it is gone, and what stood in its place still stands there.
#[derive(Debug)]
pub struct WholeFile {
    draft: Draft,
    place: PathBuf,
}

#[derive(Debug)]
enum Draft {
    /// Under a name that nobody else has.
    Beside(NamedTempFile),
    /// In its place, which is no file but a pipe or a device.
    InPlace(File),
}

impl WholeFile {
    /// A file for `path`, that is gone, too, when the process is told to end.
    pub fn create(path: &Path) -> Result<Self, Failure> {
        let beside: Arc<OnceLock<PathBuf>> = Arc::default();
        let known = Arc::clone(&beside);
        let remove = move |_| {
            if let Some(beside) = known.get() {
                // It may be kept already.
                let _ = fs::remove_file(beside);
            }
            Exit::Interrupted.at_once()
        };
        // The signal of a terminal that is gone is left to those who start it so that it outlives
        // theirs.
        let file = on_end_signal(&[EndSignal::Interrupt, EndSignal::Terminate], remove)
            .map_err(|error| refused(path, error))
            .and_then(|()| Self::draft(path))?;
        if let Draft::Beside(draft) = &file.draft {
            // Nothing else sets it.
            let _ = beside.set(draft.path().to_owned());
        }
        Ok(file)
    }

    /// The same, for who writes it at once.
    pub fn draft(path: &Path) -> Result<Self, Failure> {
        // A link keeps pointing at the file that it points at.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        Self::at(place).map_err(|error| refused(path, error))
    }

    fn at(place: PathBuf) -> io::Result<Self> {
        let before = fs::metadata(&place).ok();
        if before.as_ref().is_some_and(|before| !before.is_file()) {
            return Ok(Self { draft: Draft::InPlace(File::create(&place)?), place });
        }
        let permissions = before.map(|before| before.permissions());
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        // In the same folder, so that renaming moves nothing.
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
        let draft = new_file().tempfile_in(folder.unwrap_or(Path::new(".")))?;
        if let Some(permissions) = permissions {
            draft.as_file().set_permissions(permissions)?;
        }
        Ok(Self { draft: Draft::Beside(draft), place })
    }

    /// Puts it in its place.
    pub fn keep(self) -> Result<(), Failure> {
        let place = self.place.clone();
        self.put().map_err(|error| refused(&place, error))
    }

    fn put(self) -> io::Result<()> {
        match self.draft {
            Draft::Beside(draft) => Ok(draft.persist(&self.place).map(drop)?),
            Draft::InPlace(_) => Ok(()),
        }
    }

    fn file(&self) -> &File {
        match &self.draft {
            Draft::Beside(draft) => draft.as_file(),
            Draft::InPlace(file) => file,
        }
    }
}

impl Write for &WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file().flush()
    }
}

/// A new file with the rights of any other, under a hidden name.
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".viva-").suffix(".new");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}
