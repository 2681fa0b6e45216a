//! `viva history export`

use std::io::{self, BufWriter, Write};

use clap::Args;

use crate::cli::history::{DataFolder, Found, look_up};
use crate::cli::json::write_json_line;
use crate::cli::{Exit, Failure};
use crate::store::{ExportedAttempt, Filter};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    folder: DataFolder,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let Some(store) = arguments.folder.open_existing()? else { return Ok(Exit::Done) };
    let mut exit = Exit::Done;
    for number in store.find(&Filter::default())? {
        match look_up(&store, number)? {
            Found::Kept(kept, _) => write_json_line(&ExportedAttempt::from(*kept), &mut out)?,
            Found::Gone => {}
            Found::Unreadable => exit = Exit::Unsatisfied,
        }
    }
    out.flush()?;
    Ok(exit)
}
