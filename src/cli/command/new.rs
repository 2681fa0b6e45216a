//! `viva new`

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::{Exit, Failure};
use crate::quiz::{self, SCHEMA_FILE, STARTER};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write, which must not exist
    file: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let file = &arguments.file;
    create(file, STARTER).map_err(|error| refused(file, &error))?;
    let schema = file.with_file_name(SCHEMA_FILE);
    let name = shown(file);
    let written = match create(&schema, &format!("{:#}\n", quiz::schema())) {
        Ok(()) => format!("{name}, and {SCHEMA_FILE} beside it for editors"),
        // Another quiz of the directory has brought it.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => name.clone(),
        Err(error) => return Err(refused(&schema, &error)),
    };
    writeln!(io::stdout(), "wrote {written}; try it with `viva run {name}`")?;
    Ok(Exit::Done)
}

/// Writes a new file; one that exists is left as it is.
fn create(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn refused(path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        ErrorKind::AlreadyExists => "exists already, and nothing is overwritten".to_owned(),
        ErrorKind::NotFound => "its directory does not exist".to_owned(),
        _ => error.to_string(),
    };
    Failure::Input(format!("{}: {why}", shown(path)))
}

/// A path on a terminal: no character of it does anything.
fn shown(path: &Path) -> String {
    path.to_string_lossy().chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
