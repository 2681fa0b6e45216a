//! `viva new`

use std::io::ErrorKind;
use std::path::PathBuf;

use clap::Args;

use crate::cli::new_file::{create, not_created};
use crate::cli::path::shown;
use crate::cli::talk::say_done;
use crate::cli::{Exit, Failure};
use crate::quiz::{self, SCHEMA_FILE, STARTER};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The file to write, which must not exist
    file: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let file = &arguments.file;
    create(file, STARTER).map_err(|error| not_created(file, &error))?;
    let schema = file.with_file_name(SCHEMA_FILE);
    let name = shown(file);
    let written = match create(&schema, &format!("{:#}\n", quiz::schema())) {
        Ok(()) => format!("{name}, and {SCHEMA_FILE} beside it for editors"),
        // Another quiz of the directory has brought it.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => name.clone(),
        Err(error) => return Err(not_created(&schema, &error)),
    };
    say_done(&format!("wrote {written}; try it with `viva run {name}`"))?;
    Ok(Exit::Done)
}
