//! What a person may type after `viva take`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::history::DataFolder;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The HTML file that was sent to you
    pub file: PathBuf,
    /// The file for your sealed answers, which must not exist; `-` is stdout. By default a file
    /// `viva-answers-….txt` in this folder
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Your name, where the file does not say whom it is for
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// Agree to what is recorded; where there is no terminal, nobody can be asked
    #[arg(long)]
    pub agree: bool,
    /// Ask in plain lines, without cursor movement, for screen readers
    #[arg(long)]
    pub plain: bool,
    /// Delete what is kept of your answers on this computer, and end
    #[arg(long, conflicts_with_all = ["output", "name", "agree", "plain"])]
    pub forget: bool,
    #[command(flatten)]
    pub folder: DataFolder,
}
