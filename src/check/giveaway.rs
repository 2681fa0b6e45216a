//! What a text that is seen before answering gives away.

use super::secret::secrets;
use super::subject::Item;
use crate::grade::{Finding, Verdict};
use crate::quiz::question::Task;
use crate::span::Span;

/// Something of the right answer that a text says.
pub(super) struct GivenAway {
    /// What people see of it.
    pub(super) label: String,
    /// Where the file asks for it, if that is a place of its own.
    pub(super) place: Option<Span>,
    /// Where the text says it, in bytes of the text.
    pub(super) spans: Vec<Span>,
}

impl Item<'_> {
    /// What `text` says of the right answer: keywords of prose, an accepted answer, what fills a
    /// gap, or the right option where no wrong one stands beside it.
    pub(super) fn given_away(&self, text: &str) -> Vec<GivenAway> {
        let Some(findings) = self.findings(text) else { return Vec::new() };
        let found = |finding: &Finding| match &finding.verdict {
            Verdict::Found(evidence) => Some(evidence.spans.to_vec()),
            _ => None,
        };
        if let Task::Choice(options) = &self.question.task {
            let says_a_wrong_one = options.0.iter().zip(&findings.keywords);
            if says_a_wrong_one.into_iter().any(|(option, finding)| {
                !option.correct && matches!(finding.verdict, Verdict::Found(_))
            }) {
                return Vec::new();
            }
        }
        let secrets = secrets(&self.question.task);
        let given =
            secrets.zip(&findings.keywords).enumerate().filter(|(_, (secret, _))| secret.right);
        given
            .filter_map(|(number, (secret, finding))| {
                let place = match &self.question.task {
                    Task::Text(_) => self.origin.keywords.get(number).map(|origin| origin.label),
                    _ => self.origin.options.get(number).copied(),
                };
                Some(GivenAway { label: secret.criterion.label, place, spans: found(finding)? })
            })
            .collect()
    }
}
