//! One line of feedback: a sign or a word for its kind, then what there is to say.

use crate::terminal::highlight::raised;
use crate::terminal::styled::{Look, Styled};

/// What a line says of a keyword, an option, a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It counted.
    Found,
    /// Some of it counted.
    Partly,
    /// It came near and earns nothing.
    Near,
    /// It stands there negated.
    Denied,
    /// It is not there.
    Missed,
    /// It is wrong.
    Wrong,
    /// Something to know.
    Note,
}

impl Kind {
    const fn sign(self) -> &'static str {
        match self {
            Self::Found => "✓",
            Self::Partly => "◐",
            Self::Near => "≈",
            Self::Denied => "¬",
            Self::Missed => "✗",
            Self::Wrong => "!",
            Self::Note => "·",
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Found => "Found:",
            Self::Partly => "Found in part:",
            Self::Near => "Near, not counted:",
            Self::Denied => "Negated, not counted:",
            Self::Missed => "Missed:",
            Self::Wrong => "Wrong:",
            Self::Note => "Note:",
        }
    }

    /// How it is coloured, here and in the answer.
    pub const fn look(self) -> Look {
        match self {
            Self::Found => Look::Good,
            Self::Partly | Self::Near | Self::Denied => Look::Warning,
            Self::Missed | Self::Wrong => Look::Bad,
            Self::Note => Look::Quiet,
        }
    }
}

/// A line of feedback, not yet wrapped.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it says.
    pub kind: Kind,
    /// Of the marks in the answer that it speaks of; 0 where there are none.
    pub number: usize,
    /// The rest.
    pub text: Styled,
}

impl Line {
    /// A line without a mark in the answer.
    pub const fn new(kind: Kind, text: Styled) -> Self {
        Self { kind, number: 0, text }
    }

    /// Something to know about the answer.
    pub const fn note(text: Styled) -> Self {
        Self::new(Kind::Note, text)
    }

    /// Lines of at most `width` columns.
    pub fn wrap(&self, width: usize, words: bool) -> Vec<String> {
        if words {
            let line = Styled::new(self.kind.look(), self.kind.word()).with(Look::Plain, " ");
            return line.and(&self.text).wrap(width, "", "  ");
        }
        let sign = Styled::new(self.kind.look(), self.kind.sign()).with(Look::Plain, " ");
        let number = if self.number > 0 { raised(self.number) } else { String::new() };
        let space = if self.number > 0 { "\u{a0}" } else { "" };
        let line = sign.with(Look::Quiet, number).with(Look::Plain, space).and(&self.text);
        line.wrap(width, "", "  ")
    }
}
