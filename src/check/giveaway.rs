//! What a text that is seen before answering gives away.

use super::subject::Item;
use crate::grade::{Finding, Verdict};
use crate::quiz::question::{
    Accepted, Choice, Criterion, Exactness, Matching, Need, Negation, Rubric, Task,
};
use crate::quiz::{Markdown, PerMille, Weight};
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

/// What may be found in a text, and whether it is right.
struct Secret {
    criterion: Criterion,
    right: bool,
}

/// The task as one of prose, so that the grader of prose finds in any text what belongs to its
/// answer; `None` for what no text gives away.
pub(super) fn as_prose(task: &Task) -> Option<Rubric> {
    let mut keywords: Vec<_> = secrets(task).map(|secret| secret.criterion).collect();
    for keyword in &mut keywords {
        keyword.matching.negation = Negation::Ignore;
    }
    match task {
        Task::Text(rubric) => Some(Rubric { keywords, ..rubric.clone() }),
        _ if keywords.is_empty() => None,
        _ => Some(Rubric {
            keywords,
            misconceptions: Vec::new(),
            full_at: PerMille::ONE,
            examples: Vec::new(),
        }),
    }
}

fn secrets(task: &Task) -> Box<dyn Iterator<Item = Secret> + '_> {
    let right = |criterion| Secret { criterion, right: true };
    match task {
        Task::Text(rubric) => Box::new(rubric.keywords.iter().cloned().map(right)),
        Task::Short(accepted) => Box::new(answer(accepted).into_iter().map(right)),
        Task::Cloze(cloze) => Box::new(cloze.gaps().filter_map(answer).map(right)),
        Task::Choice(options) => Box::new(options.0.iter().map(option)),
        Task::Multi(_) | Task::Boolean(_) | Task::Number(_) | Task::Order(_) => {
            Box::new(std::iter::empty())
        }
    }
}

fn answer(accepted: &Accepted) -> Option<Criterion> {
    let (first, others) = accepted.answers.split_first()?;
    let similarity = match accepted.exactness {
        Exactness::Fuzzy(similarity) => similarity,
        Exactness::Exact => Some(PerMille::ONE),
    };
    let matching = Matching { similarity, case: accepted.case, ..Matching::default() };
    Some(criterion(first.clone(), others.to_vec(), matching))
}

fn option(choice: &Choice) -> Secret {
    let text = Markdown::as_str(&choice.text).to_owned();
    let matching = Matching { similarity: Some(PerMille::ONE), ..Matching::default() };
    Secret { criterion: criterion(text, Vec::new(), matching), right: choice.correct }
}

fn criterion(term: String, aliases: Vec<String>, matching: Matching) -> Criterion {
    Criterion {
        label: term.replace('`', ""),
        need: Need::Term { term, aliases },
        weight: Weight::ONE,
        required: false,
        feedback: None,
        matching,
    }
}
