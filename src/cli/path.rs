//! Paths in messages.

use std::fmt::Display;
use std::path::Path;

use super::Failure;
use crate::quiz::visible;

/// A path for people, on one line: no character of it does anything.
pub fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy().replace('\n', "␊")).into_owned()
}

/// What is wrong with the file at `path`.
pub fn refused(path: &Path, why: impl Display) -> Failure {
    Failure::Input(format!("{}: {why}", shown(path)))
}
