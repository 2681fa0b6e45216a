//! `viva history import`

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;

use clap::Args;

use crate::cli::history::{DataFolder, catch_up};
use crate::cli::path::{refused, shown};
use crate::cli::talk::{say, say_done};
use crate::cli::{Exit, Failure};
use crate::store::{Arrival, ExportedAttempt};

#[derive(Debug, Args)]
pub struct Arguments {
    /// What `viva history export` wrote; `-` is stdin
    file: PathBuf,
    #[command(flatten)]
    folder: DataFolder,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let input: Box<dyn BufRead> = if arguments.file.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(&arguments.file);
        let file = file.map_err(|error| refused(&arguments.file, error))?;
        Box::new(BufReader::new(file))
    };
    let (mut store, note) = arguments.folder.open()?;
    if let Some(note) = note {
        say(&note)?;
    }
    let (mut added, mut continued, mut known, mut refused) = (0u64, 0u64, 0u64, 0u64);
    for (number, line) in (1..).zip(input.split(b'\n')) {
        match read(&line?) {
            Ok((exported, attempt)) => match store.import_attempt(&exported, &attempt)? {
                Arrival::Added => added += 1,
                Arrival::Continued => continued += 1,
                Arrival::Known => known += 1,
            },
            Err(reason) => {
                refused += 1;
                let name = shown(&arguments.file);
                say(&format!("{name}:{number}: {reason}"))?;
            }
        }
    }
    catch_up(&mut store, arguments.folder.settings()?.thresholds())?;
    say_done(&format!("{added} added, {continued} continued, {known} known already"))?;
    Ok(if refused == 0 { Exit::Done } else { Exit::Unsatisfied })
}

fn read(line: &[u8]) -> Result<(ExportedAttempt, crate::attempt::Attempt), String> {
    let exported: ExportedAttempt =
        serde_json::from_slice(line).map_err(|error| error.to_string())?;
    let attempt = exported.attempt().map_err(|error| error.to_string())?;
    Ok((exported, attempt))
}
