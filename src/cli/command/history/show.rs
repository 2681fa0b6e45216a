//! `viva history show`

use std::io::{self, BufWriter, IsTerminal};

use clap::Args;

use crate::cli::appearance::{colour_on, is_dumb, width_of};
use crate::cli::history::{DataFolder, past_report, unknown};
use crate::cli::report_format::{complete, drawing, format_parser};
use crate::cli::{Exit, Failure};
use crate::report::text::Style;
use crate::report::{Format, Options, Pile};
use crate::store::Number;
use crate::terminal::paint_role;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The attempt's number, as `viva history` lists it
    number: Number,
    /// What to print; `viva report` draws the JSON for other readers
    #[arg(long, value_parser = format_parser(), default_value = "text")]
    format: Format,
    #[command(flatten)]
    folder: DataFolder,
}

pub fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    if arguments.format == Format::Xlsx && io::stdout().is_terminal() {
        let message = "a workbook is not text for a terminal; put `> FILE` behind the command";
        return Err(Failure::Usage(message.to_owned()));
    }
    let number = arguments.number;
    let store = arguments.folder.open_existing()?;
    let store = store.ok_or_else(|| unknown(number))?;
    let report = past_report(&store, number)?;
    colored::control::set_override(colour_on(&io::stdout()));
    let style = Style { width: width_of(&io::stdout()), unicode: !is_dumb(), paint: paint_role };
    let options = Options { style, ..drawing() };
    let mut pile = Pile::new(arguments.format, options, BufWriter::new(io::stdout().lock()));
    pile.add(report)?;
    complete(pile)?;
    Ok(Exit::Done)
}
