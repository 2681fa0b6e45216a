//! What the widgets share: how they look, how they are left, and a draft that survives Esc.

use std::sync::{Arc, Mutex, PoisonError};
use std::{fmt, io};

use crossterm::terminal::{Clear, ClearType};
use inquire::autocompletion::Replacement;
use inquire::list_option::ListOption;
use inquire::ui::{Color, RenderConfig, StyleSheet, Styled};
use inquire::{Autocomplete, CustomUserError, InquireError, Select, Text};
use unicode_width::UnicodeWidthStr;

use super::rows::{at_once, broken, shown};
use crate::attempt::Given;
use crate::terminal::prose::Leave;
use crate::terminal::unsent::Unsent;
use crate::terminal::window::window_width;

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
        .with_help_message(quiet)
        .with_canceled_prompt_indicator(Styled::new("…"))
}

/// How a widget was left, with `draft` kept.
fn left(error: InquireError, draft: Given) -> Left {
    match error {
        InquireError::OperationCanceled => Left::By(Leave::Menu, draft),
        InquireError::OperationInterrupted => match clear_below() {
            Ok(()) => Left::By(Leave::Interrupt, draft),
            Err(error) => Left::Io(error),
        },
        InquireError::IO(error) => Left::Io(error),
        error => Left::Io(io::Error::other(error)),
    }
}

/// Takes away what `inquire` leaves standing below the cursor when it is interrupted.
fn clear_below() -> io::Result<()> {
    crossterm::execute!(io::stderr(), Clear(ClearType::FromCursorDown))
}

/// Columns before an option.
const BEFORE: &str = "  ";

/// An option as it is drawn: broken for the window as it is at that moment.
struct Row<'a>(&'a str);

impl fmt::Display for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&broken(self.0, window_width(), BEFORE, BEFORE))
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
    let width = window_width();
    let options = shown(options);
    let page = at_once(&options, width, BEFORE);
    let start = start.min(options.len().saturating_sub(1));
    let rows = options.iter().map(|option| Row(option)).collect();
    let before = " ".repeat(message.width() + 3);
    let help = broken(help, width.saturating_sub(1), " ", " ");
    let answered = |picked: ListOption<&Row<'_>>| {
        let text = options.get(picked.index).map_or("", String::as_str);
        broken(text, width, &before, BEFORE)
    };
    Select::new(message, rows)
        .with_starting_cursor(start)
        .with_page_size(page)
        .without_filtering()
        .with_help_message(&help)
        .with_formatter(&answered)
        .raw_prompt()
        .map(|picked| picked.index)
        .map_err(|error| left(error, draft.clone()))
}

/// What of an answer the text of one line is.
pub type Whole = Arc<dyn Fn(&str) -> Given>;

/// Lets a line be written, beginning with `start`. It survives Esc, and `unsent` learns of it as
/// `whole` gives it.
pub fn line(
    message: &str,
    start: &str,
    help: &str,
    unsent: &Unsent,
    whole: Whole,
) -> Outcome<String> {
    let help = broken(help, window_width().saturating_sub(1), " ", " ");
    let typed = Typed { text: Arc::default(), unsent: unsent.clone(), whole };
    let answer = Text::new(message)
        .with_initial_value(start)
        .with_autocomplete(typed.clone())
        .with_help_message(&help)
        .prompt();
    answer.map_err(|error| left(error, typed.draft()))
}

/// Remembers what is typed. Nothing is suggested.
#[derive(Clone)]
struct Typed {
    text: Arc<Mutex<String>>,
    unsent: Unsent,
    whole: Whole,
}

impl Typed {
    fn draft(&self) -> Given {
        (self.whole)(&self.text.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Autocomplete for Typed {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        input.clone_into(&mut self.text.lock().unwrap_or_else(PoisonError::into_inner));
        self.unsent.put(self.draft());
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
