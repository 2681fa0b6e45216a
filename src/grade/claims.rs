//! Points with what a person claims to have said in other words.

use std::collections::BTreeSet;

use super::finding::{Finding, Findings, Verdict};
use super::outcome::{Grade, Outcome};
use super::text::Scale;
use crate::quiz::Points;
use crate::quiz::question::{CriterionId, Question, Task};

impl Finding {
    /// How many entries counted; one for a keyword that is met or not.
    pub(super) fn entries_found(&self) -> usize {
        match &self.verdict {
            Verdict::Found(evidence) | Verdict::Partial(evidence) => evidence.terms.len().max(1),
            Verdict::Negated { .. } | Verdict::NearMiss { .. } | Verdict::Missed => 0,
        }
    }
}

impl Grade {
    /// The points if every keyword in `claimed` counted as found, before hints; for a short text, if
    /// the accepted answer in it counted as given. `question` is the one that was graded; for any other
    /// type a claim changes nothing.
    #[must_use]
    pub fn with_claims(&self, question: &Question, claimed: &BTreeSet<CriterionId>) -> Points {
        let (rubric, findings) = match (&question.task, &self.outcome) {
            (Task::Text(rubric), Outcome::Text(findings)) => (rubric, findings),
            (Task::Short(_), Outcome::Short(_)) if !claimed.is_empty() => return self.possible,
            _ => return self.earned,
        };
        let found = findings.keywords.iter().map(|finding| {
            if claimed.contains(&finding.criterion) { usize::MAX } else { finding.entries_found() }
        });
        Scale::new(rubric).tally(self.possible, found).points.saturating_sub(findings.penalty())
    }
}

impl Findings {
    /// What all misconceptions cost together.
    #[must_use]
    pub fn penalty(&self) -> Points {
        self.misconceptions.iter().map(|slip| slip.penalty).sum()
    }
}
