//! What every question has, whatever its type.

use std::time::Duration;

use super::Task;
use crate::diagnostic::Code;
use crate::measure::Points;
use crate::quiz::level::Level;
use crate::quiz::markdown::Markdown;
use crate::quiz::name::{QuestionId, TopicId};

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
    /// What is asked. A cloze keeps its gaps in its [`Task`]; this is the text with empty gaps.
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

/// Help on request, and what taking it costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Shown when asked for.
    pub text: Markdown,
    /// Taken off the question's score.
    pub cost: Points,
}
