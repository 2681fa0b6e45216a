//! The quiz and its topics.

use std::time::Duration;

use super::digest::Digest;
use super::language::LanguageTag;
use super::name::{QuestionId, TopicId};
use super::question::{Example, Question, Task};
use crate::diagnostic::Code;
use crate::measure::{PerMille, Weight};

/// A checked quiz: at least one question, ids unique, every question gradable, every question's
/// topic listed in `topics`.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiz {
    /// What the quiz is called.
    pub title: String,
    /// One or two sentences for lists.
    pub description: Option<String>,
    /// Picks stemmer, stop words and word list.
    pub language: LanguageTag,
    /// SPDX expression of the quiz's own licence.
    pub license: Option<String>,
    /// Share of the weighted points that passes.
    pub pass: PerMille,
    /// Limit for the whole attempt.
    pub time_limit: Option<Duration>,
    /// In the file's order, then topics that only questions name, in the order they appear.
    pub topics: Vec<Topic>,
    /// In the file's order.
    pub questions: Vec<Question>,
    /// Lints silenced for the whole file.
    pub allow: Vec<Code>,
    /// Names exactly this quiz.
    pub digest: Digest,
}

impl Quiz {
    /// The question called `id`.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id.as_str() == id)
    }

    /// The question that is called `id`, else the one that was, with its place.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<(usize, &Question)> {
        let all = || self.questions.iter().enumerate();
        let now = all().find(|(_, question)| question.id.as_str() == id);
        now.or_else(|| {
            all().find(|(_, question)| question.was.iter().any(|was| was.as_str() == id))
        })
    }

    /// The topic called `id`.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    /// The examples of all its questions.
    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        let rubrics = self.questions.iter().filter_map(|question| match &question.task {
            Task::Text(rubric) => Some(rubric),
            _ => None,
        });
        rubrics.flat_map(|rubric| &rubric.examples)
    }

    /// Where the question called `id` stands, from 0.
    #[must_use]
    pub fn position(&self, id: &QuestionId) -> Option<usize> {
        self.questions.iter().position(|question| question.id == *id)
    }
}

/// A group of questions that gets a figure of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Unique in the quiz.
    pub id: TopicId,
    /// For people.
    pub title: String,
    /// Multiplies its questions' points in the total.
    pub weight: Weight,
}
