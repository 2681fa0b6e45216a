//! What the person does.

use super::{Accepted, Cloze, Options, Rubric, Sequence, Target};

/// The question's type with what it needs to be graded.
#[derive(Debug, Clone, PartialEq)]
pub enum Task {
    /// Prose, graded by keywords.
    Text(Rubric),
    /// A word, a name, a command.
    Short(Accepted),
    /// Pick one.
    Choice(Options),
    /// Pick several.
    Multi(Options),
    /// True or false.
    Boolean(bool),
    /// A number within a tolerance.
    Number(Target),
    /// Put items in order.
    Order(Sequence),
    /// Fill the gaps of the prompt.
    Cloze(Cloze),
}

impl Task {
    /// The type as the file spells it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Short(_) => "short",
            Self::Choice(_) => "choice",
            Self::Multi(_) => "multi",
            Self::Boolean(_) => "boolean",
            Self::Number(_) => "number",
            Self::Order(_) => "order",
            Self::Cloze(_) => "cloze",
        }
    }
}
