//! One draft from the first key to Enter or Esc.

use std::borrow::Cow;
use std::io::{self, Write};

use crossterm::cursor::MoveDown;
use reedline::{Color, EditCommand, Prompt, PromptEditMode, PromptHistorySearch, Reedline, Signal};

use super::canvas::{Canvas, Shared};
use super::keys::{Keys, Leave};
use super::layout::{INDENT, Layout};
use crate::terminal::unsent::Unsent;
use crate::terminal::window::window_width;

/// What is written so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// As typed.
    pub text: String,
    /// Where the cursor stands, in bytes.
    pub cursor: usize,
}

impl Draft {
    /// A draft with the cursor at its end.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text }
    }
}

/// How writing ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// By Enter.
    Sent(String),
    /// Before sending; the draft is kept.
    Left(Draft, Leave),
}

/// Lets the person go on writing at `draft`, and `unsent` know of every change.
pub fn write(draft: &Draft, colour: bool, unsent: &Unsent) -> io::Result<Written> {
    let shared = Shared::default();
    let mut line = Reedline::create()
        .with_ansi_colors(colour)
        .use_bracketed_paste(true)
        .with_highlighter(Box::new(Canvas { shared: shared.clone(), unsent: unsent.clone() }))
        .with_edit_mode(Box::new(Keys::new(shared)));
    line.run_edit_commands(&[
        EditCommand::InsertString(draft.text.clone()),
        EditCommand::MoveToPosition { position: draft.cursor, select: false },
    ]);
    let signal = line.read_line(&Bar)?;
    if let Signal::Success(text) = signal {
        return Ok(Written::Sent(text));
    }
    let text = line.current_buffer_contents().to_owned();
    let draft = Draft { cursor: line.current_insertion_point().min(text.len()), text };
    step_below(&draft)?;
    Ok(Written::Left(draft, way_out(&signal)))
}

fn way_out(signal: &Signal) -> Leave {
    match signal {
        Signal::HostCommand(command) => Leave::of(command),
        Signal::CtrlC => Leave::Interrupt,
        _ => Leave::Menu,
    }
}

/// Takes the cursor from inside the draft to the line after it.
fn step_below(draft: &Draft) -> io::Result<()> {
    let below = Layout::new(&draft.text, window_width(), INDENT).below(draft.cursor);
    let mut screen = io::stderr();
    if below > 0 {
        crossterm::queue!(screen, MoveDown(u16::try_from(below).unwrap_or(u16::MAX)))?;
    }
    screen.write_all(b"\r\n")?;
    screen.flush()
}

/// A bar at the left of every row.
struct Bar;

const BAR: &str = "│ ";

impl Prompt for Bar {
    fn render_prompt_left(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn render_prompt_right(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn render_prompt_indicator(&self, _mode: PromptEditMode) -> Cow<'_, str> {
        Cow::Borrowed(BAR)
    }

    fn render_prompt_multiline_indicator(&self) -> Cow<'_, str> {
        Cow::Borrowed(BAR)
    }

    fn render_prompt_history_search_indicator(&self, _: PromptHistorySearch) -> Cow<'_, str> {
        Cow::Borrowed(BAR)
    }

    fn get_indicator_color(&self) -> Color {
        Color::Cyan
    }

    fn get_prompt_multiline_color(&self) -> Color {
        Color::Cyan
    }
}
