//! A question that a person was asked.

use super::card::{Card, KeywordCount};
use super::reviewed::Subject;
use crate::attempt::{Millis, Occasion};
use crate::quiz::question::QuestionId;
use crate::quiz::{PerMille, Points, TopicId};

/// A question that a person was asked, and how well it is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Which question.
    pub subject: Subject,
    /// How well it is known.
    pub card: Card,
}

/// What an attempt earned in one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The title of the quiz.
    pub quiz: String,
    /// The topic's name there.
    pub topic: TopicId,
    /// The topic, for people.
    pub topic_title: String,
    /// When the attempt began, since 1970-01-01T00:00:00Z.
    pub started: Millis,
    /// What brought its questions together.
    pub occasion: Occasion,
    /// What was earned.
    pub earned: Points,
    /// What could have been.
    pub possible: Points,
}

impl Standing {
    /// What was earned of what could have been.
    #[must_use]
    pub fn share(&self) -> PerMille {
        self.earned.share_of(self.possible)
    }
}

/// A keyword of a question that a person was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownKeyword {
    /// The title of the quiz.
    pub quiz: String,
    /// The question's name there.
    pub question: QuestionId,
    /// The keyword's label.
    pub label: String,
    /// How often it was missed or claimed.
    pub count: KeywordCount,
    /// How often the question was answered or skipped.
    pub reviews: u32,
}
