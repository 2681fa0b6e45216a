//! The person's own editor. It opens at once and on a file of ours, so that what is saved there is
//! found even when the conversation is cut off; `inquire`'s does neither.

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crossterm::terminal::disable_raw_mode;
use tempfile::NamedTempFile;

use super::text::text_of;
use crate::attempt::Given;
use crate::quiz::visible;
use crate::terminal::Unsent;

/// Opens the person's editor on `draft` and gives what was saved there. An editor that cannot be
/// started, or says that it failed, is an error with its name.
pub fn edited(draft: &Given, unsent: &Unsent) -> Result<Given, String> {
    let command = editor();
    let words = words(&command)?;
    let Some((program, arguments)) = words.split_first() else {
        return Err("no editor is named".to_owned());
    };
    let named =
        |error: &dyn std::fmt::Display| format!("{}: {error}", visible(&program.to_string_lossy()));
    let file = file_with(text_of(draft)).map_err(|error| named(&error))?;
    unsent.put_file(file.path());
    disable_raw_mode().map_err(|error| named(&error))?;
    let status = Command::new(program).args(arguments).arg(file.path()).status();
    let status = status.map_err(|error| named(&error))?;
    if !status.success() {
        return Err(named(&status));
    }
    let text = fs::read_to_string(file.path()).map_err(|error| named(&error))?;
    Ok(Given::text(text.trim_end()))
}

/// The program and its arguments, quoted as in a shell where there are blanks in one.
#[cfg(unix)]
fn words(command: &OsStr) -> Result<Vec<OsString>, String> {
    let Some(command) = command.to_str() else { return Ok(vec![command.to_owned()]) };
    let words =
        shell_words::split(command).map_err(|error| format!("{}: {error}", visible(command)))?;
    Ok(words.into_iter().map(OsString::from).collect())
}

/// The program and its arguments; a backslash is part of a path here.
#[cfg(not(unix))]
fn words(command: &OsStr) -> Result<Vec<OsString>, String> {
    let Some(command) = command.to_str() else { return Ok(vec![command.to_owned()]) };
    Ok(command.split_whitespace().map(OsString::from).collect())
}

fn file_with(text: &str) -> std::io::Result<NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix("answer-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    Ok(file)
}

/// `$VISUAL`, `$EDITOR`, or the first usual editor that is installed.
fn editor() -> OsString {
    let named = ["VISUAL", "EDITOR"].iter().filter_map(env::var_os);
    if let Some(editor) = named.into_iter().find(|editor| !editor.is_empty()) {
        return editor;
    }
    let usual: &[&str] = if cfg!(windows) { &["notepad"] } else { &["nano", "vim", "vi"] };
    let installed = |program: &&&str| {
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path).any(|folder| Path::new(&folder).join(program).is_file())
    };
    usual.iter().find(installed).or(usual.first()).map_or_else(OsString::new, OsString::from)
}
