//! What changed since the same questions were asked last.

use super::before::TopicBefore;
use super::value::{Report, TopicReport};
use crate::quiz::PerMille;

/// What the questions of a topic that were asked before earned then and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'r> {
    /// The topic.
    pub topic: &'r TopicReport,
    /// The share then.
    pub was: PerMille,
    /// The share of the same questions now.
    pub is: PerMille,
}

impl Change<'_> {
    /// By how many thousandths of the whole the share rose.
    #[must_use]
    pub fn rise(&self) -> i32 {
        i32::from(self.is.thousandths()) - i32::from(self.was.thousandths())
    }
}

impl Report {
    /// The topics that were asked about before, in the quiz's order.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        self.topics.iter().filter_map(|topic| {
            let TopicBefore { share, now, .. } =
                self.before.iter().find(|before| before.topic == topic.id)?;
            Some(Change { topic, was: *share, is: *now })
        })
    }
}
