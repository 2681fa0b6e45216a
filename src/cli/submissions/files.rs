//! Where submissions are looked for: files, and folders of them.

use std::fs;
use std::io;
use std::path::PathBuf;

use crate::cli::Failure;
use crate::cli::path::refused;
use crate::cli::read::{MiB, file_at_most};
use crate::takehome::armour::LIMIT;

/// Most that is read of one file.
const LONGEST: MiB = MiB((LIMIT >> 20) as u64);

/// A file in which submissions are looked for.
pub struct SentFile {
    /// Where it is.
    pub path: PathBuf,
    /// Why it cannot be read.
    wrong: Option<String>,
}

impl SentFile {
    /// What a folder holds at `path`: whatever is wrong with it is no reason to leave the rest.
    fn in_folder(path: PathBuf) -> Self {
        let wrong = match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => None,
            Ok(metadata) if metadata.is_dir() => {
                Some("a folder in a folder; name it to grade what is in it".to_owned())
            }
            Ok(_) => Some("not a file".to_owned()),
            Err(error) => Some(error.to_string()),
        };
        Self { path, wrong }
    }

    /// What is in it; no more comes into memory than a file can have.
    pub fn read(&self) -> Result<Vec<u8>, String> {
        if let Some(wrong) = &self.wrong {
            return Err(wrong.clone());
        }
        file_at_most(&self.path, LONGEST).map_err(|error| error.to_string())
    }
}

/// The files that `paths` name, and those in the folders that they name, by name. Files that begin
/// with a full stop belong to the system.
pub fn files(paths: &[PathBuf]) -> Result<Vec<SentFile>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let refuse = |error: io::Error| refused(path, error);
        let metadata = fs::metadata(path).map_err(refuse)?;
        if !metadata.is_dir() {
            files.push(SentFile { path: path.clone(), wrong: None });
            continue;
        }
        let mut found = Vec::new();
        for entry in fs::read_dir(path).map_err(refuse)? {
            let entry = entry.map_err(refuse)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden {
                found.push(SentFile::in_folder(entry.path()));
            }
        }
        found.sort_by(|one, other| one.path.cmp(&other.path));
        files.extend(found);
    }
    Ok(files)
}
