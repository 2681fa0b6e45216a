//! A new file. What has its name already stays as it is.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::Failure;
use super::path::refused;

/// Writes a new file at `path`. Where that fails, half a file does not stay, which would be in the
/// way of the next.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    write(OpenOptions::new(), path, text).map(drop)
}

/// The same, for what nobody else may read and must not be lost: it is on the disk afterwards.
pub fn create_secret(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    only_mine(&mut options);
    write(options, path, text)?.sync_all()
}

/// Why there is no new file at `path`.
pub fn not_created(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        ErrorKind::AlreadyExists => refused(path, "exists already, and nothing is overwritten"),
        ErrorKind::NotFound => refused(path, "its directory does not exist"),
        _ => refused(path, error),
    }
}

fn write(mut options: OpenOptions, path: &Path, text: &str) -> io::Result<File> {
    let mut file = options.write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes()).inspect_err(|_| {
        // What went wrong before is what is told.
        let _ = fs::remove_file(path);
    })?;
    Ok(file)
}

#[cfg(unix)]
fn only_mine(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;

    options.mode(0o600);
}

/// Elsewhere a new file has the rights of its folder.
#[cfg(not(unix))]
fn only_mine(_: &mut OpenOptions) {}
