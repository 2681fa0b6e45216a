//! Prose: several sentences in the line editor, or in the person's own editor.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use inquire::{Editor, InquireError};

use super::widget::{Left, Outcome, theme};
use crate::attempt::Given;
use crate::quiz::visible;
use crate::terminal::Unsent;
use crate::terminal::prose::{self, Draft, Leave, Written};

/// Lets prose be written.
pub fn ask(draft: &Given, unsent: &Unsent, redraw: &dyn Fn()) -> Outcome<Given> {
    let mut draft = Draft::new(text_of(draft));
    loop {
        let colour = colored::control::SHOULD_COLORIZE.should_colorize();
        match prose::write(&draft, colour, unsent)? {
            Written::Sent(text) => return Ok(Given::text(text)),
            Written::Left(kept, Leave::Resize) => {
                draft = kept;
                redraw();
            }
            Written::Left(kept, how) => return Err(Left::By(how, Given::text(kept.text))),
        }
    }
}

fn text_of(given: &Given) -> &str {
    match given {
        Given::Text(text) => text.raw(),
        Given::Parts(_) => "",
    }
}

/// Opens the person's editor on `draft` and gives what was written there; `None` when it was left
/// without writing. An editor that cannot be started is an error with its name.
pub fn edited(draft: &Given) -> Result<Option<Given>, String> {
    let command = editor();
    let words: Vec<&OsStr> = match command.to_str() {
        Some(command) => command.split_whitespace().map(OsStr::new).collect(),
        None => vec![command.as_os_str()],
    };
    let Some((program, arguments)) = words.split_first() else { return Ok(None) };
    let name = visible(&program.to_string_lossy()).into_owned();
    let colour = colored::control::SHOULD_COLORIZE.should_colorize();
    let answer = Editor::new("Your answer")
        .with_render_config(theme(colour))
        .with_editor_command(program)
        .with_args(arguments)
        .with_predefined_text(text_of(draft))
        .with_formatter(&|text| format!("{} characters", text.chars().count()))
        .with_help_message("What you write there can still be changed before it is sent")
        .prompt();
    match answer {
        Ok(text) if text.trim().is_empty() => Ok(None),
        Ok(text) => Ok(Some(Given::text(text.trim_end()))),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => Ok(None),
        Err(error) => Err(format!("{name}: {error}")),
    }
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
