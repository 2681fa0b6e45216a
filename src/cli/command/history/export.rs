//! `viva history export`

use std::io::{self, BufWriter, Write};

use clap::Args;

use crate::cli::history::DataFolder;
use crate::cli::json::write_json_line;
use crate::cli::{Exit, Failure};
use crate::store::{Filter, Travelling};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(flatten)]
    folder: DataFolder,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let Some(store) = arguments.folder.open_existing()? else { return Ok(Exit::Done) };
    for number in store.find(&Filter::default())? {
        // Another process may have deleted it meanwhile.
        let Some(kept) = store.attempt(number)? else { continue };
        write_json_line(&Travelling::from(kept), &mut out)?;
    }
    out.flush()?;
    Ok(Exit::Done)
}
