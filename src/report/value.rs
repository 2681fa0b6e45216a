//! The report as a value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audience::{Audience, Redaction};
use super::before::TopicBefore;
use super::certainty::Certainty;
use super::interview::FollowUp;
use super::question::{QuestionReport, Status};
use super::sitting::Sitting;
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Digest, Level, PerMille, TopicId, Weight};
use crate::score::Tally;

/// The version of the report's form. It only grows: a report of an earlier version can be read.
pub const VERSION: u32 = 2;

/// One attempt at one quiz, scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// [`VERSION`] of the program that wrote it.
    pub version: u32,
    /// Which quiz was graded.
    pub quiz: QuizName,
    /// The version of the program that graded.
    pub grader: String,
    /// Who took it.
    pub candidate: Option<AnswerText>,
    /// When and how it was taken; absent where answers came from a file without times.
    pub sitting: Option<Sitting>,
    /// All questions, topics weighted.
    pub total: Tally,
    /// How much the total's share says.
    pub certainty: Certainty,
    /// How many keywords were claimed.
    pub claims: u32,
    /// The share that passes.
    pub pass: PerMille,
    /// Whether the graded share passes; claims don't count for it.
    pub passed: bool,
    /// Topics that were asked about, in the quiz's order.
    pub topics: Vec<TopicReport>,
    /// What these topics earned in the attempt before; nothing where nobody knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<TopicBefore>,
    /// Levels that were asked for, easiest first.
    pub levels: Vec<LevelReport>,
    /// The weakest topics, weakest first.
    pub study: Vec<StudyReport>,
    /// What to ask in an interview, the most telling first; nothing where the report is not for a
    /// manager.
    pub interview: Vec<FollowUp>,
    /// The questions, in the order in which they were asked.
    pub questions: Vec<QuestionReport>,
    /// Questions that were asked and that the quiz graded against does not have; they don't count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<QuestionId>,
    /// Whom it is for.
    pub audience: Audience,
    /// What was taken out of it.
    pub redaction: Redaction,
}

impl Report {
    /// How many questions have this status.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.questions.iter().filter(|question| question.status == status).count()
    }

    /// How many answers came after the time was up.
    #[must_use]
    pub fn late(&self) -> usize {
        self.questions.iter().filter(|question| question.late).count()
    }

    /// How many hints were taken.
    #[must_use]
    pub fn hints(&self) -> usize {
        self.questions.iter().filter(|question| question.hint.is_some()).count()
    }

    /// Whether it passes; nothing where questions were asked because they are not known, of which the
    /// pass mark says nothing.
    #[must_use]
    pub fn verdict(&self) -> Option<bool> {
        let of_gaps = self.sitting.as_ref().is_some_and(|sitting| sitting.occasion.is_of_gaps());
        (!of_gaps).then_some(self.passed)
    }

    /// The share of a weak topic; `None` where it rests on too few questions to say anything.
    #[must_use]
    pub fn study_share(&self, study: &StudyReport) -> Option<PerMille> {
        let topic = self.topics.iter().find(|topic| topic.id == study.topic)?;
        (topic.certainty != Certainty::TooFew).then_some(study.share)
    }

    /// The title of the topic called `id`, or the id.
    #[must_use]
    pub fn topic_title<'r>(&'r self, id: &'r TopicId) -> &'r str {
        let topic = self.topics.iter().find(|topic| topic.id == *id);
        topic.map_or(id.as_str(), |topic| &topic.title)
    }
}

/// Names exactly one quiz.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuizName {
    /// What it is called.
    pub title: String,
    /// SHA-256 of its canonical form.
    pub digest: Digest,
}

impl QuizName {
    /// The first twelve digits of the digest, which tell versions of a quiz apart for people.
    #[must_use]
    pub fn short_digest(&self) -> String {
        let mut digest = self.digest.to_string();
        digest.truncate(12);
        digest
    }
}

/// A topic's own figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TopicReport {
    /// Its name in the file.
    pub id: TopicId,
    /// For people.
    pub title: String,
    /// What multiplies its points in the total.
    pub weight: Weight,
    /// Its questions, unweighted.
    pub score: Tally,
    /// How much the share says.
    pub certainty: Certainty,
}

/// A level's own figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LevelReport {
    /// The level.
    pub level: Level,
    /// Its questions, unweighted.
    pub score: Tally,
    /// How much the share says.
    pub certainty: Certainty,
}

/// A weak topic and what to read about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StudyReport {
    /// The topic's name in the file.
    pub topic: TopicId,
    /// For people.
    pub title: String,
    /// The share of its questions that were answered or skipped.
    pub share: PerMille,
    /// Sources of its questions that lost points, those that lost most first.
    pub sources: Vec<String>,
}
