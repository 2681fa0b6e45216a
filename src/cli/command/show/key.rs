//! What can be picked, and what is right.

use crate::quiz::question::{Accepted, Criterion, Entry, Need, Options, Sequence};
use crate::quiz::{Markdown, Task};

/// What there is to pick from or to put in order; items to order by their texts.
pub fn parts(task: &Task) -> Vec<&str> {
    match task {
        Task::Choice(Options(options)) | Task::Multi(Options(options)) => {
            options.iter().map(|option| option.text.as_str()).collect()
        }
        Task::Order(Sequence(items)) => {
            let mut items: Vec<_> = items.iter().map(Markdown::as_str).collect();
            items.sort_unstable();
            items
        }
        _ => Vec::new(),
    }
}

/// What is right, a line per keyword, option, item or gap.
pub fn right(task: &Task) -> Vec<String> {
    let accepted = |accepted: &Accepted| accepted.answers.join(" | ");
    match task {
        Task::Text(rubric) => {
            rubric.keywords.iter().map(|criterion| keyword(criterion, &rubric.sides)).collect()
        }
        Task::Short(short) => vec![accepted(short)],
        Task::Choice(options) | Task::Multi(options) => {
            let right = options.0.iter().filter(|option| option.correct);
            right.map(|option| option.text.as_str().to_owned()).collect()
        }
        Task::Boolean(correct) => vec![correct.to_string()],
        Task::Number(target) => {
            let unit = target.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            vec![format!("{} ± {}{unit}", target.value, target.tolerance)]
        }
        Task::Order(items) => items.0.iter().map(|item| item.as_str().to_owned()).collect(),
        Task::Cloze(cloze) => cloze.gaps().map(accepted).collect(),
    }
}

fn keyword(keyword: &Criterion, sides: &[Entry]) -> String {
    let Criterion { label, weight, .. } = keyword;
    let list = |entries: &[Entry], joint: &str| {
        let entries: Vec<_> = entries.iter().map(|entry| entry.0.join(" / ")).collect();
        entries.join(joint)
    };
    let need = match &keyword.need {
        Need::Term { term, aliases } => [std::slice::from_ref(term), aliases].concat().join(" / "),
        Need::Any { entries, min } => format!("{min} of: {}", list(entries, "; ")),
        Need::All { entries, .. } => list(entries, " + "),
        Need::Pattern(pattern) => format!("/{}/", pattern.0.as_str()),
    };
    let side = keyword.matching.of.and_then(|of| sides.get(of.side().0 as usize)?.0.first());
    let side = side.map(|name| format!(", of {name}")).unwrap_or_default();
    format!("{label} (weight {weight}{side}): {need}")
}
