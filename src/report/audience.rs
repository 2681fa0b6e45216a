//! What may be shown to whom.
//!
//! What must not be seen is taken out of the value before anything draws it, so no format can leak
//! it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::question::{GapReport, QuestionReport, ResponseReport};
use super::value::Report;

/// Whom a report is for.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Who decides: everything.
    #[default]
    Manager,
    /// Who answered: the own answers and what was found in them, and nothing that is right beside
    /// them, so that the quiz can be used again.
    Candidate,
    /// Anybody: figures alone.
    Public,
}

impl Audience {
    /// Every audience, the most trusted first.
    pub const ALL: [Self; 3] = [Self::Manager, Self::Candidate, Self::Public];

    /// As reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Candidate => "candidate",
            Self::Public => "public",
        }
    }

    /// What it must not see.
    #[must_use]
    pub const fn redaction(self) -> Redaction {
        match self {
            Self::Manager => Redaction { key: false, answers: false, names: false },
            Self::Candidate => Redaction { key: true, answers: false, names: false },
            Self::Public => Redaction { key: true, answers: true, names: true },
        }
    }
}

/// What is taken out of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
pub struct Redaction {
    /// Whatever is right beside the answer: model answers, accepted answers, right options, names
    /// of keywords and misconceptions, hints, feedback, and what to ask in an interview.
    pub key: bool,
    /// Answers, and what was found in them.
    pub answers: bool,
    /// Who answered.
    pub names: bool,
}

impl Redaction {
    /// What either takes out.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            key: self.key || other.key,
            answers: self.answers || other.answers,
            names: self.names || other.names,
        }
    }
}

impl Report {
    /// The report as `audience` may see it, less what `redaction` takes out beside. What an earlier
    /// call took out stays out.
    #[must_use]
    pub fn shown_to(mut self, audience: Audience, redaction: Redaction) -> Self {
        self.audience = self.audience.max(audience);
        self.redaction = self.redaction.and(self.audience.redaction()).and(redaction);
        if self.redaction.key {
            self.questions.iter_mut().for_each(take_key);
        }
        if self.redaction.answers {
            self.questions.iter_mut().for_each(|question| question.response = None);
            self.interview.iter_mut().for_each(|follow_up| follow_up.quotes.clear());
        }
        if self.redaction.names {
            self.candidate = None;
        }
        if self.redaction.key || self.audience != Audience::Manager {
            self.interview.clear();
        }
        self
    }
}

fn take_key(question: &mut QuestionReport) {
    question.answer = None;
    if let Some(hint) = &mut question.hint {
        hint.text = None;
    }
    match &mut question.response {
        Some(ResponseReport::Text { keywords, misconceptions, .. }) => {
            for keyword in keywords {
                keyword.label = None;
                keyword.found.clear();
                keyword.feedback = None;
            }
            for misconception in misconceptions {
                misconception.label = None;
                misconception.feedback = None;
            }
        }
        Some(ResponseReport::Short(gap)) => take_accepted(gap),
        Some(ResponseReport::Picked { picked, left }) => {
            left.clear();
            for pick in picked {
                pick.feedback = None;
            }
        }
        Some(ResponseReport::Judged { correct, .. }) => *correct = None,
        Some(ResponseReport::Counted { correct, tolerance, .. }) => {
            *correct = None;
            *tolerance = None;
        }
        Some(ResponseReport::Ordered { correct, .. }) => *correct = None,
        Some(ResponseReport::Filled { gaps }) => gaps.iter_mut().for_each(take_accepted),
        None => {}
    }
}

fn take_accepted(gap: &mut GapReport) {
    gap.correct = None;
}
