//! A quiz file that gets a new text.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Failure;
use crate::quiz::visible;

/// Puts `text` in place of what the file at `path` holds: all of it, or, where that fails, nothing.
pub fn write_in_place(path: &Path, text: &str) -> Result<(), Failure> {
    replace(path, text).map_err(|error| {
        let shown = path.to_string_lossy().into_owned();
        Failure::Input(format!("{}: {error}", visible(&shown)))
    })
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A link keeps pointing at the file that it points at.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    let beside = beside(&path);
    let written = fs::write(&beside, text)
        .and_then(|()| fs::set_permissions(&beside, permissions))
        .and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        // Why it failed matters more than what is left behind.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A name in the same folder, so that renaming moves nothing.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".viva-new");
    path.with_file_name(name)
}
