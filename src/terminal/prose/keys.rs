//! What the keys do while prose is written.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use reedline::{
    EditCommand, EditMode, Emacs, PromptEditMode, ReedlineEvent, ReedlineRawEvent,
    default_emacs_keybindings,
};

use super::canvas::{Painted, Shared};
use super::layout::{INDENT, Layout};
use crate::terminal::window::window_width;

/// Why writing was left before the answer was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Esc or Ctrl-D.
    Menu,
    /// Ctrl-C.
    Interrupt,
    /// The window has another width, so that everything is to be drawn again.
    Resize,
}

impl Leave {
    const fn command(self) -> &'static str {
        match self {
            Self::Menu => "menu",
            Self::Interrupt => "interrupt",
            Self::Resize => "resize",
        }
    }

    /// The way out that a host command of the line editor stands for.
    #[must_use]
    pub fn of(command: &str) -> Self {
        [Self::Interrupt, Self::Resize]
            .into_iter()
            .find(|leave| leave.command() == command)
            .unwrap_or(Self::Menu)
    }
}

/// Emacs keys, with arrows that move through the rows on the screen and no way to lose the draft.
pub struct Keys {
    emacs: Emacs,
    shared: Shared,
    /// The column that a run of ups and downs aims for.
    goal: Option<usize>,
    /// Of the window when writing began.
    width: usize,
}

impl Keys {
    pub fn new(shared: Shared) -> Self {
        let mut bindings = default_emacs_keybindings();
        for (modifiers, key) in [
            (KeyModifiers::CONTROL, 'r'),
            (KeyModifiers::CONTROL, 'l'),
            (KeyModifiers::CONTROL, 'o'),
        ] {
            bindings.remove_binding(modifiers, KeyCode::Char(key));
        }
        Self { emacs: Emacs::new(bindings), shared, goal: None, width: window_width() }
    }

    fn moved(&mut self, down: isize) -> ReedlineEvent {
        let mut painted = self.shared.lock();
        let layout = Layout::new(&painted.draft, window_width(), INDENT);
        let column = self.goal.unwrap_or_else(|| layout.column(&painted.draft, painted.cursor));
        self.goal = Some(column);
        match layout.vertical(&painted.draft, painted.cursor, down, column) {
            Some(position) => move_to(&mut painted, position),
            None => ReedlineEvent::None,
        }
    }

    fn row_end(&mut self, last: bool) -> ReedlineEvent {
        let mut painted = self.shared.lock();
        let ends = Layout::new(&painted.draft, window_width(), INDENT).ends(painted.cursor);
        move_to(&mut painted, if last { ends.end } else { ends.start })
    }

    /// Keys typed faster than the screen is painted arrive together: what they insert is noted, so
    /// that an arrow among them starts from the right place.
    fn note(&self, event: &ReedlineEvent) {
        let ReedlineEvent::Edit(commands) = event else { return };
        let mut painted = self.shared.lock();
        for command in commands {
            match command {
                EditCommand::InsertChar(character) => {
                    painted.insert(character.encode_utf8(&mut [0; 4]));
                }
                EditCommand::InsertString(text) => painted.insert(text),
                EditCommand::InsertNewline => painted.insert("\n"),
                _ => {}
            }
        }
    }
}

impl EditMode for Keys {
    fn parse_event(&mut self, raw: ReedlineRawEvent) -> ReedlineEvent {
        let event = Event::from(raw);
        let goal = self.goal.take();
        if matches!(event, Event::Resize(..)) && window_width() != self.width {
            return leave(Leave::Resize);
        }
        if let Event::Key(KeyEvent { code, modifiers, .. }) = event {
            match (modifiers, code) {
                (KeyModifiers::NONE, KeyCode::Esc)
                | (KeyModifiers::CONTROL, KeyCode::Char('d')) => {
                    return leave(Leave::Menu);
                }
                (KeyModifiers::CONTROL, KeyCode::Char('c')) => return leave(Leave::Interrupt),
                (KeyModifiers::NONE, KeyCode::Up) | (KeyModifiers::CONTROL, KeyCode::Char('p')) => {
                    self.goal = goal;
                    return self.moved(-1);
                }
                (KeyModifiers::NONE, KeyCode::Down)
                | (KeyModifiers::CONTROL, KeyCode::Char('n')) => {
                    self.goal = goal;
                    return self.moved(1);
                }
                (KeyModifiers::NONE, KeyCode::Home)
                | (KeyModifiers::CONTROL, KeyCode::Char('a')) => return self.row_end(false),
                (KeyModifiers::NONE, KeyCode::End)
                | (KeyModifiers::CONTROL, KeyCode::Char('e')) => return self.row_end(true),
                _ => {}
            }
        }
        let Ok(raw) = ReedlineRawEvent::try_from(event) else { return ReedlineEvent::None };
        let event = self.emacs.parse_event(raw);
        self.note(&event);
        event
    }

    fn edit_mode(&self) -> PromptEditMode {
        self.emacs.edit_mode()
    }
}

impl Painted {
    fn insert(&mut self, text: &str) {
        if self.draft.is_char_boundary(self.cursor) {
            self.draft.insert_str(self.cursor, text);
            self.cursor += text.len();
        }
    }
}

fn move_to(painted: &mut Painted, position: usize) -> ReedlineEvent {
    painted.cursor = position;
    ReedlineEvent::Edit(vec![EditCommand::MoveToPosition { position, select: false }])
}

fn leave(leave: Leave) -> ReedlineEvent {
    ReedlineEvent::ExecuteHostCommand(leave.command().to_owned())
}
