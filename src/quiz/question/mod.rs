//! One question: what is asked, and what its type needs to be graded.

mod choice;
mod cloze;
mod number;
mod order;
mod short;
mod text;

use std::fmt;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::model::{Level, Markdown, TopicId};
use crate::diagnostic::Code;
use crate::measure::Points;

pub use choice::{Choice, OptionId, Options};
pub use cloze::{Cloze, Piece};
pub use number::Target;
pub use order::{ItemId, Sequence};
pub use short::{Accepted, Exactness};
pub use text::{
    Criterion, CriterionId, Entry, Example, Matching, Misconception, Need, Negation, Pattern,
    Rubric, Within,
};

/// A question of a checked quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Stable and unique.
    pub id: QuestionId,
    /// Ids it had before.
    pub was: Vec<QuestionId>,
    /// The topic it counts for.
    pub topic: TopicId,
    /// Free labels for filters.
    pub tags: Vec<String>,
    /// How much experience it asks for.
    pub level: Option<Level>,
    /// What is asked. A cloze keeps its gaps in [`Cloze`]; this is the text with empty gaps.
    pub prompt: Markdown,
    /// What it is worth; more than zero.
    pub points: Points,
    /// Limit for this question alone.
    pub time_limit: Option<Duration>,
    /// Help on request.
    pub hint: Option<Hint>,
    /// Model answer, shown after answering.
    pub answer: Option<Markdown>,
    /// Where to read more, usually URLs.
    pub sources: Vec<String>,
    /// Lints silenced for this question.
    pub allow: Vec<Code>,
    /// What its type needs to be graded.
    pub task: Task,
}

/// A question's name in the file.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct QuestionId(String);

impl QuestionId {
    /// Wraps an id that the reader has checked.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for QuestionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Help on request, and what taking it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Shown when asked for.
    pub text: Markdown,
    /// Taken off the question's score.
    pub cost: Points,
}

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
