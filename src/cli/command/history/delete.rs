//! `viva history delete`

use clap::Args;

use crate::cli::history::DataFolder;
use crate::cli::talk::{say, say_done};
use crate::cli::{Exit, Failure};
use crate::store::Number;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The attempts' numbers, as `viva history` lists them
    #[arg(required = true, value_name = "NUMBER")]
    numbers: Vec<Number>,
    #[command(flatten)]
    folder: DataFolder,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut store = arguments.folder.open_existing()?;
    let mut exit = Exit::Done;
    for number in &arguments.numbers {
        let gone = store.as_mut().map_or(Ok(false), |store| store.delete(*number))?;
        if gone {
            say_done(&format!("deleted attempt {number}"))?;
        } else {
            say(&format!("no attempt {number}; `viva history` lists them"))?;
            exit = Exit::Unsatisfied;
        }
    }
    Ok(exit)
}
