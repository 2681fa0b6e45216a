//! The report as a value.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::question::QuestionReport;
use crate::attempt::{End, Millis, Mode};
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Digest, Level, PerMille, TopicId, Weight};
use crate::score::Tally;

/// The version of the report's form. It only grows: a report of an earlier version can be read.
pub const VERSION: u32 = 1;

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
    /// When it started, as RFC 3339 in UTC.
    pub started: String,
    /// Milliseconds used, pauses left out.
    pub duration: Millis,
    /// Limit in milliseconds for the whole attempt.
    pub time_limit: Option<Millis>,
    /// Repeats the draw.
    pub seed: u64,
    /// Whether anything was revealed before the end.
    pub mode: Mode,
    /// How it ended.
    pub end: End,
    /// All questions, topics weighted.
    pub total: Tally,
    /// How many keywords were claimed.
    pub claims: u32,
    /// The share that passes.
    pub pass: PerMille,
    /// Whether the graded share passes; claims don't count for it.
    pub passed: bool,
    /// Topics that were asked about, in the quiz's order.
    pub topics: Vec<TopicReport>,
    /// Levels that were asked for, easiest first.
    pub levels: Vec<LevelReport>,
    /// The weakest topics, weakest first.
    pub study: Vec<StudyReport>,
    /// The questions, in the order in which they were asked.
    pub questions: Vec<QuestionReport>,
    /// Questions that were asked and that the quiz graded against does not have; they don't count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gone: Vec<QuestionId>,
}

/// Names exactly one quiz.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuizName {
    /// What it is called.
    pub title: String,
    /// SHA-256 of its canonical form.
    pub digest: Digest,
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
}

/// A level's own figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LevelReport {
    /// The level.
    pub level: Level,
    /// Its questions, unweighted.
    pub score: Tally,
}

/// A weak topic and what to read about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StudyReport {
    /// The topic's name in the file.
    pub topic: TopicId,
    /// For people.
    pub title: String,
    /// The topic's own share.
    pub share: PerMille,
    /// Sources of its questions that lost points, those that lost most first.
    pub sources: Vec<String>,
}
