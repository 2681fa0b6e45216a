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
    /// The points if every keyword in `claimed` counted as found, before hints. `question` is the
    /// one that was graded; for anything but prose a claim changes nothing.
    #[must_use]
    pub fn with_claims(&self, question: &Question, claimed: &BTreeSet<CriterionId>) -> Points {
        let (Task::Text(rubric), Outcome::Text(findings)) = (&question.task, &self.outcome) else {
            return self.earned;
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
