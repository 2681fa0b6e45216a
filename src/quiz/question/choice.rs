//! Options to pick from.

use crate::quiz::Markdown;

/// Where an option stands in the file, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OptionId(pub u32);

/// The options of a question: at least two, texts unique, at least one right (a `choice`: exactly
/// one).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options(pub Vec<Choice>);

impl Options {
    /// The option at `id`.
    #[must_use]
    pub fn get(&self, id: OptionId) -> Option<&Choice> {
        self.0.get(id.0 as usize)
    }

    /// All options with their ids, in the file's order.
    pub fn iter(&self) -> impl Iterator<Item = (OptionId, &Choice)> {
        (0..).map(OptionId).zip(&self.0)
    }

    /// The ids of the right options.
    pub fn right(&self) -> impl Iterator<Item = OptionId> {
        self.iter().filter(|(_, option)| option.correct).map(|(id, _)| id)
    }
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: Markdown,
    /// Whether picking it is right.
    pub correct: bool,
    /// Shown when it was picked.
    pub feedback: Option<String>,
}
