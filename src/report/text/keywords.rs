//! What became of the keywords of an answer, in a line for each kind of fate.

use super::phrase::{count, separator};
use super::style::Role;
use crate::grade::State;
use crate::quiz::visible;
use crate::report::Worths;
use crate::report::question::{KeywordReport, QuestionReport};

/// Those that did not earn all, with the points that they are worth.
pub(super) fn keyword_notes(
    question: &QuestionReport,
    keywords: &[KeywordReport],
) -> Vec<(Role, String)> {
    let full = question.earned == question.possible;
    let missed = if full { "not said, and not needed" } else { "missed" };
    let notes = [
        (missed, State::Missed),
        ("near, not counted", State::NearMiss),
        ("denied", State::Negated),
        ("in part", State::Partial),
    ];
    let notes = notes.into_iter().filter_map(|(what, state)| {
        let role = if full { Role::Faint } else { Role::Bad };
        let told = if keywords.iter().any(|keyword| keyword.label.is_none()) {
            counted(state, keywords)
        } else {
            named(state, keywords, Worths::of(question).filter(|_| !full))
        };
        Some((role, format!("{what}: {}", told?)))
    });
    notes.chain(enough(question).filter(|_| !full)).collect()
}

/// That fewer keywords than all are enough.
fn enough(question: &QuestionReport) -> Option<(Role, String)> {
    let all = count(Worths::of(question)?.more_than_enough()?, "point");
    let told = format!("all of it would be worth {all}, of which {} are enough", question.possible);
    Some((Role::Faint, told))
}

/// How many are in `state`: without the key their names are not told.
fn counted(state: State, keywords: &[KeywordReport]) -> Option<String> {
    let in_state = || keywords.iter().filter(|keyword| keyword.state == state);
    let claimed = match in_state().filter(|keyword| keyword.claimed).count() {
        0 => String::new(),
        claimed => format!(", {claimed} of them claimed"),
    };
    let number = in_state().count();
    let told = format!("{number} of {} looked for{claimed}", count(keywords.len(), "thing"));
    (number > 0).then_some(told)
}

/// Those in `state` by name, each with its points.
fn named(state: State, keywords: &[KeywordReport], worths: Option<Worths>) -> Option<String> {
    let name = |keyword: &KeywordReport| {
        let label = visible(keyword.label.as_deref()?).into_owned();
        let claimed = keyword.claimed.then(|| "claimed".to_owned());
        let points = worths.map(|worths| told_points(keyword, worths));
        let remarks: Vec<String> = points.into_iter().chain(claimed).collect();
        Some(if remarks.is_empty() { label } else { format!("{label} ({})", remarks.join(", ")) })
    };
    let in_state = || keywords.iter().filter(|keyword| keyword.state == state);
    let between = separator(in_state().filter_map(|keyword| keyword.label.as_deref()));
    let names: Vec<String> = in_state().filter_map(name).collect();
    (!names.is_empty()).then(|| names.join(between))
}

/// `1 point`, and where some of them were earned `0.5 of 1 point`.
pub(crate) fn told_points(keyword: &KeywordReport, worths: Worths) -> String {
    let [earned, worth] = [keyword.earned, keyword.weight].map(|weight| worths.points(weight));
    let worth = count(worth, "point");
    if keyword.earned.thousandths() == 0 { worth } else { format!("{earned} of {worth}") }
}
