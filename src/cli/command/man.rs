//! `viva man`

use std::io;

use clap::CommandFactory;

use crate::cli::{Exit, Failure};

pub fn run() -> Result<Exit, Failure> {
    clap_mangen::Man::new(crate::cli::Arguments::command()).render(&mut io::stdout())?;
    Ok(Exit::Done)
}
