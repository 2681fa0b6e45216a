//! A report beside the times before.

use std::collections::BTreeMap;

use super::before::TopicBefore;
use super::question::{QuestionReport, Status};
use super::value::Report;
use crate::quiz::question::QuestionId;
use crate::quiz::{PerMille, Points, TopicId};

/// What a question earned when it was asked last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionBefore {
    /// When it was answered, as RFC 3339 in UTC.
    pub answered: String,
    /// What it earned of its points.
    pub share: PerMille,
}

/// What questions earned when they were asked last, by their names in the report.
pub type Before = BTreeMap<QuestionId, QuestionBefore>;

impl Report {
    /// The report with what its topics earned before. Only questions that were decided now count.
    #[must_use]
    pub fn with_before(mut self, before: &Before) -> Self {
        self.before = self
            .topics
            .iter()
            .filter_map(|topic| {
                let questions = self.questions.iter().filter(|question| {
                    question.topic == topic.id
                        && matches!(question.status, Status::Answered | Status::Skipped)
                });
                let pairs = questions.filter_map(|it| Some((it, before.get(&it.id)?))).collect();
                topic_before(&topic.id, &pairs)
            })
            .collect();
        self
    }
}

/// Of questions without points nothing can be said.
fn topic_before(
    topic: &TopicId,
    pairs: &Vec<(&QuestionReport, &QuestionBefore)>,
) -> Option<TopicBefore> {
    let possible: Points = pairs.iter().map(|(question, _)| question.possible).sum();
    let now: Points = pairs.iter().map(|(question, _)| question.earned).sum();
    let then = pairs.iter().map(|(question, before)| {
        u64::from(question.possible.thousandths()) * u64::from(before.share.thousandths())
    });
    if possible == Points::ZERO {
        return None;
    }
    let all = u64::from(possible.thousandths()) * 1000;
    Some(TopicBefore {
        topic: topic.clone(),
        answered: pairs.iter().map(|(_, before)| before.answered.clone()).max()?,
        questions: pairs.len(),
        share: PerMille::reached(then.sum(), all),
        now: PerMille::reached(now.thousandths().into(), possible.thousandths().into()),
    })
}
