//! Takes out of a report what its reader must not see.
//!
//! It goes before anything draws the value, so no format can leak it.

use super::audience::{Audience, Redaction};
use super::question::{GapReport, QuestionReport, ResponseReport};
use super::value::Report;

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
            for question in &mut self.questions {
                question.response = None;
                question.unread = None;
                question.observed = None;
            }
            self.interview.iter_mut().for_each(|follow_up| follow_up.quotes.clear());
        }
        if self.redaction.names {
            self.candidate = None;
            self.before.clear();
            self.sitting.iter_mut().for_each(|sitting| sitting.home = None);
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
