//! The analysis as a value.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::Figure;
use crate::measure::Coefficient;
use crate::quiz::question::QuestionId;
use crate::quiz::{Markdown, PerMille, TopicId};
use crate::report::QuizName;

/// What the answers of many candidates say about a quiz.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Analysis {
    /// Which quiz.
    pub quiz: QuizName,
    /// How many reports there were.
    pub candidates: u32,
    /// Cronbach's alpha: how far the questions measure one thing.
    pub alpha: Figure<Coefficient>,
    /// The standard error of measurement, as a share of all points.
    pub error: Figure<PerMille>,
    /// The questions, in the order in which they first came up.
    pub items: Vec<Item>,
}

/// What the answers say about one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Item {
    /// Its name in the file.
    pub id: QuestionId,
    /// The topic it counts for.
    pub topic: TopicId,
    /// What was asked.
    pub prompt: Markdown,
    /// The mean share of its points, `p`: the higher, the easier.
    pub difficulty: Figure<PerMille>,
    /// The correlation of its score with that of all other questions, the corrected point-biserial.
    pub discrimination: Figure<Coefficient>,
    /// Its keywords, misconceptions and options, in the order in which they first came up.
    pub details: Vec<Detail>,
    /// What its author should look at.
    pub remarks: Vec<Remark>,
}

/// A part of a question that answers have or lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Detail {
    /// What it is.
    pub kind: DetailKind,
    /// What people see.
    pub label: String,
    /// The share of candidates that have it: found it, hold it, picked it.
    pub share: Figure<PerMille>,
    /// The same among the best 27 % of those who were asked.
    pub best: Figure<PerMille>,
    /// The same among the weakest 27 %.
    pub weakest: Figure<PerMille>,
    /// Its correlation with the score of all other questions.
    pub discrimination: Figure<Coefficient>,
    /// What its author should look at.
    pub remark: Option<Remark>,
}

/// What a [`Detail`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DetailKind {
    /// A keyword of a rubric.
    Keyword,
    /// A misconception of a rubric.
    Misconception,
    /// An option that is right.
    RightOption,
    /// An option that is wrong.
    WrongOption,
}

impl DetailKind {
    /// For people.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Keyword => "keyword",
            Self::Misconception => "misconception",
            Self::RightOption => "right option",
            Self::WrongOption => "wrong option",
        }
    }

    /// Whether having it is right.
    #[must_use]
    pub const fn is_right(self) -> bool {
        matches!(self, Self::Keyword | Self::RightOption)
    }
}

/// What a question's author should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Remark {
    /// At least 95 % of its points are earned.
    VeryEasy,
    /// At most 10 % of its points are earned.
    VeryHard,
    /// It discriminates by less than 0.2.
    TellsLittle,
    /// Those who do well elsewhere do worse here.
    Contrary,
    /// Fewer than half of the best find it.
    BestMissIt,
    /// A quarter of the best or more have it although it is wrong, and no fewer than of the weakest.
    BestPickIt,
}

impl Remark {
    /// For people, as a fragment.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::VeryEasy => "nearly everybody gets it",
            Self::VeryHard => "nearly nobody gets it",
            Self::TellsLittle => "tells good candidates from weak ones badly",
            Self::Contrary => "candidates who do well elsewhere do worse here",
            Self::BestMissIt => "the best candidates miss it: is a wording missing?",
            Self::BestPickIt => "the best candidates choose it: is it really wrong?",
        }
    }
}
