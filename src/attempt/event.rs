//! What happens in an attempt, in the form in which it is kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::answer::Given;
use super::millis::Millis;
use super::occasion::Occasion;
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Digest};

/// An event with its time. One line of JSON each: `{"at":5200,"event":"shown","question":"orm"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// Since the attempt's start.
    pub at: Millis,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The first event, and the first only.
    Started(Start),
    /// A question was put on the screen.
    Shown {
        /// Which.
        question: QuestionId,
    },
    /// A hint was asked for.
    HintTaken {
        /// Of which question.
        question: QuestionId,
    },
    /// An answer was given; the last one counts.
    Answered {
        /// To which question.
        question: QuestionId,
        /// As given.
        answer: Given,
        /// Whether the time was up.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        late: bool,
    },
    /// A question was left unanswered.
    Skipped {
        /// Which.
        question: QuestionId,
    },
    /// The grade and the model answer were shown.
    Revealed {
        /// Of which question.
        question: QuestionId,
    },
    /// "I said this in other words."
    Claimed {
        /// In the answer to which question.
        question: QuestionId,
        /// The label of the keyword that was missed.
        keyword: String,
    },
    /// The person went back to an earlier question.
    WentBack {
        /// To which.
        question: QuestionId,
    },
    /// The clock was stopped.
    Paused,
    /// The clock runs again, or an attempt that was cut off goes on.
    Resumed,
    /// The attempt's time limit was reached.
    TimeUp,
    /// Ended by the person before the end.
    Stopped,
    /// Ended after the last question.
    Finished,
}

/// What is fixed when an attempt starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Start {
    /// The quiz exactly as it was.
    pub quiz: Digest,
    /// Who takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<AnswerText>,
    /// The moment from which events count, since 1970-01-01T00:00:00Z.
    pub started: Millis,
    /// Whether anything is revealed before the end.
    pub mode: Mode,
    /// What brought the questions together.
    #[serde(default, skip_serializing_if = "Occasion::is_quiz")]
    pub occasion: Occasion,
    /// What the questions were drawn with.
    pub seed: u64,
    /// Limit for the whole attempt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<Millis>,
    /// The questions in the order in which they are asked.
    pub questions: Vec<Drawn>,
}

impl Start {
    /// The same attempt where nobody sees the options and items: their numbers count as in the file.
    #[must_use]
    pub fn unseen(mut self) -> Self {
        self.questions.iter_mut().for_each(|drawn| drawn.shown.clear());
        self
    }
}

/// Whether anything is revealed before the end.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Each answer is graded at once; claims count beside the grade.
    Practice,
    /// Nothing is revealed until the end; no claims, no pauses, and late answers earn nothing.
    Exam,
}

impl Mode {
    /// As events and reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Exam => "exam",
        }
    }
}

/// A question as it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drawn {
    /// Which.
    pub question: QuestionId,
    /// The places in the file, from 0, of its options or items in the order shown; empty where that
    /// is the file's own order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<u32>,
    /// Limit for this question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<Millis>,
}
