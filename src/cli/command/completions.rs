//! `viva completions`

use std::io::{self, Write};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::cli::{Exit, Failure};

#[derive(Debug, Args)]
pub struct Arguments {
    /// The shell to write for
    shell: Shell,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut command = crate::cli::Arguments::command();
    // `generate` panics when it cannot write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "viva", &mut script);
    io::stdout().write_all(&script)?;
    Ok(Exit::Done)
}
