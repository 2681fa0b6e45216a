//! What the widgets share: how they look, how they are left, and a draft that survives Esc.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use inquire::autocompletion::Replacement;
use inquire::ui::{Color, RenderConfig, StyleSheet, Styled};
use inquire::{Autocomplete, CustomUserError, InquireError, MultiSelect, Select, Text};

use crate::attempt::Given;
use crate::quiz::visible;
use crate::terminal::prose::Leave;

/// Left before there was an answer.
#[derive(Debug)]
pub enum Left {
    /// By a key, with what there is of the answer.
    By(Leave, Given),
    /// Because the terminal failed.
    Io(io::Error),
}

impl From<io::Error> for Left {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// An answer, or a way out.
pub type Outcome<T> = Result<T, Left>;

/// Rows of a list that are shown at once.
const PAGE: usize = 12;

/// The looks of all widgets.
#[must_use]
pub fn theme(colour: bool) -> RenderConfig<'static> {
    let base = if colour { RenderConfig::default_colored() } else { RenderConfig::empty() };
    let accent = |text| {
        let styled = Styled::new(text);
        if colour { styled.with_fg(Color::DarkCyan) } else { styled }
    };
    let quiet =
        if colour { StyleSheet::new().with_fg(Color::DarkGrey) } else { StyleSheet::empty() };
    base.with_prompt_prefix(accent("›"))
        .with_answered_prompt_prefix(accent("›"))
        .with_highlighted_option_prefix(accent("›"))
        .with_selected_checkbox(accent("[x]"))
        .with_unselected_checkbox(Styled::new("[ ]"))
        .with_help_message(quiet)
        .with_canceled_prompt_indicator(Styled::new("…"))
}

/// How a widget was left, with `draft` kept.
fn left(error: InquireError, draft: Given) -> Left {
    match error {
        InquireError::OperationCanceled => Left::By(Leave::Menu, draft),
        InquireError::OperationInterrupted => Left::By(Leave::Interrupt, draft),
        InquireError::IO(error) => Left::Io(error),
        error => Left::Io(io::Error::other(error)),
    }
}

/// Lets one of `options` be picked and gives its place.
pub fn pick(
    message: &str,
    options: &[String],
    start: usize,
    help: &str,
    draft: &Given,
) -> Outcome<usize> {
    let options = shown(options);
    let start = start.min(options.len().saturating_sub(1));
    Select::new(message, options)
        .with_starting_cursor(start)
        .with_page_size(PAGE)
        .without_filtering()
        .with_help_message(help)
        .raw_prompt()
        .map(|picked| picked.index)
        .map_err(|error| left(error, draft.clone()))
}

/// Lets any of `options` be ticked and gives their places.
pub fn tick(
    message: &str,
    options: &[String],
    ticked: &[usize],
    help: &str,
) -> Outcome<Vec<usize>> {
    MultiSelect::new(message, shown(options))
        .with_default(ticked)
        .with_page_size(PAGE)
        .without_filtering()
        .with_help_message(help)
        .raw_prompt()
        .map(|picked| picked.into_iter().map(|option| option.index).collect())
        .map_err(|error| left(error, Given::text("")))
}

/// Lets a line be written, beginning with `start`; it survives Esc.
pub fn line(message: &str, start: &str, help: &str) -> Result<String, (Leave, String)> {
    let typed = Typed::default();
    let answer = Text::new(message)
        .with_initial_value(start)
        .with_autocomplete(typed.clone())
        .with_help_message(help)
        .prompt();
    answer.map_err(|error| {
        let draft = typed.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match error {
            InquireError::OperationInterrupted => (Leave::Interrupt, draft),
            _ => (Leave::Menu, draft),
        }
    })
}

fn shown(options: &[String]) -> Vec<String> {
    options.iter().map(|option| visible(option).replace('\n', " ")).collect()
}

/// Remembers what is typed. Nothing is suggested.
#[derive(Debug, Clone, Default)]
struct Typed(Arc<Mutex<String>>);

impl Autocomplete for Typed {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        input.clone_into(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(Vec::new())
    }

    fn get_completion(
        &mut self,
        _input: &str,
        _suggestion: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        Ok(None)
    }
}
