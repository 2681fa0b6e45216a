//! One question of a report.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::conduct::Observed;
use crate::attempt::Millis;
use crate::grade::{Flag, State};
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Level, Markdown, PerMille, Points, TopicId, Weight};
use crate::span::Span;

/// One question, its answer, and what it earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct QuestionReport {
    /// Its name in the file.
    pub id: QuestionId,
    /// The topic it counts for.
    pub topic: TopicId,
    /// How much experience it asks for.
    pub level: Option<Level>,
    /// Its type as the file spells it.
    #[serde(rename = "type")]
    pub kind: String,
    /// What was asked, with empty gaps.
    pub prompt: Markdown,
    /// What it is worth.
    pub possible: Points,
    /// What it earned, less hint and penalties.
    pub earned: Points,
    /// The same with every claim granted.
    pub claimed: Points,
    /// What the person did with it.
    pub status: Status,
    /// Whether the answer came after the time was up.
    pub late: bool,
    /// The hint, if it was taken.
    pub hint: Option<HintReport>,
    /// Milliseconds on the screen; absent where answers came without times.
    pub spent: Option<Millis>,
    /// What was seen meanwhile, where it was taken at home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<Observed>,
    /// What a reader should know about the answer.
    pub flags: Vec<Flag>,
    /// The answer and what was found in it; absent if there is none.
    pub response: Option<ResponseReport>,
    /// The answer where it could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<Unread>,
    /// The model answer.
    pub answer: Option<Markdown>,
    /// Where to read more.
    pub sources: Vec<String>,
}

impl QuestionReport {
    /// What was earned of what it is worth, rounded down as all shares of points are.
    #[must_use]
    pub fn share(&self) -> PerMille {
        let [earned, possible] = [self.earned, self.possible].map(Points::thousandths);
        PerMille::reached(earned.into(), possible.into())
    }

    /// The answer on its own, whether it could be read or not.
    #[must_use]
    pub fn given(&self) -> Option<AnswerText> {
        let read = self.response.as_ref().map(ResponseReport::given);
        read.or_else(|| self.unread.as_ref().map(|unread| unread.given.clone()))
    }
}

/// What the person did with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Answered it.
    Answered,
    /// Left it unanswered on purpose, or wrote nothing but blanks.
    Skipped,
    /// Never decided.
    Unanswered,
    /// Answered it, but the answer does not fit the quiz graded against.
    Unreadable,
}

/// An answer that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unread {
    /// As given.
    pub given: AnswerText,
    /// Why it could not be read.
    pub why: AnswerText,
}

/// A hint that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HintReport {
    /// What it said; absent where the key is left out.
    pub text: Option<Markdown>,
    /// What it cost.
    pub cost: Points,
}

/// An answer and what was found in it, by the question's type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ResponseReport {
    /// To `text`.
    Text {
        /// As given. Spans are bytes of it.
        text: AnswerText,
        /// One per keyword, in the file's order.
        keywords: Vec<KeywordReport>,
        /// Those that were found.
        misconceptions: Vec<MisconceptionReport>,
        /// Whether a missing required keyword halved what could be earned.
        capped: bool,
        /// The share of all keywords' weight that earns all points.
        #[serde(default = "whole")]
        full_at: PerMille,
    },
    /// To `short`.
    Short(GapReport),
    /// To `choice` and `multi`.
    Picked {
        /// In the file's order.
        picked: Vec<PickReport>,
        /// Right options that were not picked; none where the key is left out.
        left: Vec<Markdown>,
    },
    /// To `boolean`.
    Judged {
        /// As given.
        given: bool,
        /// What is right; absent where the key is left out.
        correct: Option<bool>,
    },
    /// To `number`.
    Counted {
        /// As given.
        text: AnswerText,
        /// Whether it is within the tolerance.
        right: bool,
        /// What is right; absent where the key is left out.
        correct: Option<String>,
        /// How far off still counts; absent where the key is left out.
        tolerance: Option<String>,
        /// The unit of all three.
        unit: Option<String>,
    },
    /// To `order`.
    Ordered {
        /// The order given.
        given: Vec<Markdown>,
        /// The right order; absent where the key is left out.
        correct: Option<Vec<Markdown>>,
        /// Pairs in the right order.
        concordant: u32,
        /// All pairs.
        pairs: u32,
    },
    /// To `cloze`.
    Filled {
        /// The gaps in order.
        gaps: Vec<GapReport>,
    },
}

/// What reports say that were written before there was another.
const fn whole() -> PerMille {
    PerMille::ONE
}

impl ResponseReport {
    /// The answer on its own: a text as given, the texts of what was picked or put in order.
    #[must_use]
    pub fn given(&self) -> AnswerText {
        fn listed<'t>(texts: impl Iterator<Item = &'t str>) -> AnswerText {
            AnswerText::new(texts.collect::<Vec<_>>().join(" | "))
        }
        match self {
            Self::Text { text, .. } | Self::Counted { text, .. } => text.clone(),
            Self::Short(gap) => gap.text.clone(),
            Self::Picked { picked, .. } => listed(picked.iter().map(|pick| pick.text.as_str())),
            Self::Judged { given, .. } => AnswerText::new(given.to_string()),
            Self::Ordered { given, .. } => listed(given.iter().map(Markdown::as_str)),
            Self::Filled { gaps } => listed(gaps.iter().map(|gap| gap.text.raw())),
        }
    }
}

/// A short text held against what is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct GapReport {
    /// As given.
    pub text: AnswerText,
    /// How it fits.
    pub fit: Fit,
    /// The accepted answer that it was counted as or came near, else the first; absent where the
    /// key is left out.
    pub correct: Option<String>,
}

/// How a short text fits what is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fit {
    /// In one word.
    pub state: FitState,
    /// How alike; absent when it is wrong or empty.
    pub similarity: Option<PerMille>,
}

/// How a short text fits, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FitState {
    /// As accepted.
    Exact,
    /// In another inflection.
    Stem,
    /// Misspelled, and counts.
    Fuzzy,
    /// Near, and does not count.
    NearMiss,
    /// Something else.
    Wrong,
    /// Nothing.
    Empty,
}

impl Status {
    /// As people read it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Skipped => "skipped",
            Self::Unanswered => "unanswered",
            Self::Unreadable => "unreadable",
        }
    }
}

impl FitState {
    /// As reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Stem => "stem",
            Self::Fuzzy => "fuzzy",
            Self::NearMiss => "near_miss",
            Self::Wrong => "wrong",
            Self::Empty => "empty",
        }
    }

    /// Whether it counts.
    #[must_use]
    pub const fn is_right(self) -> bool {
        matches!(self, Self::Exact | Self::Stem | Self::Fuzzy)
    }
}

/// An option that was picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PickReport {
    /// What it says.
    pub text: Markdown,
    /// Whether picking it is right.
    pub right: bool,
    /// What its author says about it.
    pub feedback: Option<String>,
}

/// What became of one keyword.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KeywordReport {
    /// What people see; absent where the key is left out.
    pub label: Option<String>,
    /// The verdict in one word.
    pub state: State,
    /// How alike; absent when it was missed or found by a pattern.
    pub similarity: Option<PerMille>,
    /// Where in the answer, in bytes.
    pub spans: Vec<Span>,
    /// The word that negates, in bytes of the answer.
    pub cue: Option<Span>,
    /// The entries, the term or the alias that were found.
    pub found: Vec<String>,
    /// The part of its weight that it earned.
    pub earned: Weight,
    /// What it weighs beside the others.
    pub weight: Weight,
    /// Whether an answer without it gets half of the points at most.
    pub required: bool,
    /// Whether the person claims it.
    pub claimed: bool,
    /// What its author says to those who missed it; absent when it earned all.
    pub feedback: Option<String>,
}

/// A misconception that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MisconceptionReport {
    /// What people see; absent where the key is left out.
    pub label: Option<String>,
    /// Where in the answer, in bytes.
    pub spans: Vec<Span>,
    /// What it costs.
    pub penalty: Points,
    /// What its author says about it.
    pub feedback: Option<String>,
}
