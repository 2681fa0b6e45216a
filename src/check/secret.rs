//! What of a question's answer a text may say.

use crate::quiz::question::{
    Accepted, Choice, Criterion, Exactness, Matching, Need, Negation, Rubric, Task,
};
use crate::quiz::{Markdown, PerMille, Weight};

/// What may be found in a text, and whether it is right.
pub(super) struct Secret {
    pub(super) criterion: Criterion,
    pub(super) right: bool,
}

/// The task as one of prose, so that the grader of prose finds in any text what belongs to its
/// answer; `None` for what no text gives away.
pub(super) fn as_prose(task: &Task) -> Option<Rubric> {
    let mut keywords: Vec<_> = secrets(task).map(|secret| secret.criterion).collect();
    for keyword in &mut keywords {
        keyword.matching = Matching { negation: Negation::Ignore, of: None, ..keyword.matching };
    }
    match task {
        Task::Text(rubric) => Some(Rubric { keywords, ..rubric.clone() }),
        _ if keywords.is_empty() => None,
        _ => Some(Rubric {
            sides: Vec::new(),
            keywords,
            misconceptions: Vec::new(),
            full_at: PerMille::ONE,
            examples: Vec::new(),
        }),
    }
}

pub(super) fn secrets(task: &Task) -> Box<dyn Iterator<Item = Secret> + '_> {
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
