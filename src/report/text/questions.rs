//! What each question earned, and what was missed.

use super::bar::role;
use super::home::observed_facts;
use super::line::{fit, left, width, wrap};
use super::phrase::{count, plain_prompt, plain_text};
use super::style::{Role, Style};
use crate::attempt::Mode;
use crate::grade::State;
use crate::quiz::{Points, visible};
use crate::report::question::{
    FitState, GapReport, KeywordReport, QuestionReport, ResponseReport, Status,
};
use crate::report::value::Report;

/// Columns before a question's text: two blanks, its number, two blanks.
const INDENT: usize = 6;

/// A line for each question, and beneath it what cost points.
pub(super) fn questions(report: &Report, style: &Style) -> Vec<String> {
    let mut lines = vec![String::new(), style.paint(Role::Heading, "Questions")];
    for (number, question) in (1..).zip(&report.questions) {
        lines.push(title(number, question, report, style));
        for (role, note) in notes(question) {
            let wrapped = wrap(&note, INDENT, style);
            lines.extend(wrapped.iter().map(|line| style.paint(role, line)));
        }
        lines.extend(answer_of_skipped(question, report, style));
    }
    if !report.gone.is_empty() {
        let ids: Vec<&str> =
            report.gone.iter().map(crate::quiz::question::QuestionId::as_str).collect();
        let note = format!("Not in this quiz and not counted: {}", ids.join(", "));
        lines.extend(wrap(&note, 2, style));
    }
    lines
}

fn title(number: usize, question: &QuestionReport, report: &Report, style: &Style) -> String {
    let points = format!("{} of {}", question.earned, question.possible);
    let room = style.columns() - INDENT - width(&points) - 2;
    let prompt = left(&fit(&plain_prompt(&question.prompt), room, style), room);
    let share = question.earned.share_of(question.possible);
    format!("  {number:>2}  {prompt}  {}", style.paint(role(share, report.pass), &points))
}

/// What somebody who practised and did not know it wants to read: until the end it stayed hidden, for
/// the question could still be answered.
fn answer_of_skipped(question: &QuestionReport, report: &Report, style: &Style) -> Vec<String> {
    let practice = report.sitting.as_ref().is_some_and(|it| it.mode == Mode::Practice);
    match &question.answer {
        Some(answer) if practice && question.status == Status::Skipped => {
            wrap(&format!("model answer: {}", plain_text(answer)), INDENT, style)
        }
        _ => Vec::new(),
    }
}

/// What cost points or should be known, most important first.
pub(crate) fn notes(question: &QuestionReport) -> Vec<(Role, String)> {
    let mut notes = Vec::new();
    match question.status {
        Status::Answered => {}
        Status::Skipped => notes.push((Role::Faint, "skipped".to_owned())),
        Status::Unanswered => notes.push((Role::Faint, "not answered".to_owned())),
        Status::Unreadable => notes.push((Role::Bad, "the answer could not be read".to_owned())),
    }
    notes.extend(question.response.as_ref().map(response_notes).unwrap_or_default());
    notes.extend(question.flags.iter().map(|flag| (Role::Fair, flag.meaning().to_owned())));
    notes.extend(circumstances(question).map(|note| (Role::Faint, note)));
    notes
}

/// Hint, lateness, claims and what was seen on one line.
fn circumstances(question: &QuestionReport) -> Option<String> {
    let hint = question.hint.as_ref().map(|hint| match hint.cost {
        Points::ZERO => "hint taken".to_owned(),
        cost => format!("hint taken for {cost}"),
    });
    let late = question.late.then(|| "late".to_owned());
    let claimed = (question.claimed > question.earned)
        .then(|| format!("{} of {} with claims", question.claimed, question.possible));
    let observed = question.observed.as_ref().map(observed_facts).unwrap_or_default();
    let parts: Vec<String> = hint.into_iter().chain(late).chain(claimed).chain(observed).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn response_notes(response: &ResponseReport) -> Vec<(Role, String)> {
    match response {
        ResponseReport::Text { keywords, misconceptions, capped, .. } => {
            let mut notes = keyword_notes(keywords);
            notes.extend(misconceptions.iter().map(|slip| {
                let label = slip.label.as_deref().unwrap_or("a misconception");
                (Role::Bad, format!("wrong: {label}, which costs {}", slip.penalty))
            }));
            if *capped {
                let note = "half of the points at most, since a required keyword is missing";
                notes.push((Role::Bad, note.to_owned()));
            }
            notes
        }
        ResponseReport::Short(gap) => gap_note(gap, "").into_iter().collect(),
        ResponseReport::Picked { picked, left } => {
            let wrong = picked.iter().filter(|pick| !pick.right).map(|pick| pick.text.as_str());
            let left = left.iter().map(crate::quiz::Markdown::as_str);
            [list("wrongly picked", wrong), list("not picked", left)]
                .into_iter()
                .flatten()
                .collect()
        }
        ResponseReport::Judged { given, correct: Some(correct) } if given != correct => {
            vec![(Role::Bad, format!("it is {correct}"))]
        }
        ResponseReport::Counted { right: false, correct, unit, text, .. } => {
            let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
            let text = text.for_terminal();
            let correct = correct.as_ref().map(|correct| format!("{correct}{unit}"));
            vec![(Role::Bad, wrote(text.trim(), "it is", correct.as_deref()))]
        }
        ResponseReport::Ordered { concordant, pairs, .. } if concordant < pairs => {
            vec![(Role::Bad, format!("{concordant} of {pairs} pairs in the right order"))]
        }
        ResponseReport::Filled { gaps } => (1..)
            .zip(gaps)
            .filter_map(|(number, gap)| gap_note(gap, &format!("gap {number}: ")))
            .collect(),
        ResponseReport::Judged { .. }
        | ResponseReport::Counted { .. }
        | ResponseReport::Ordered { .. } => Vec::new(),
    }
}

fn keyword_notes(keywords: &[KeywordReport]) -> Vec<(Role, String)> {
    [
        ("missed", State::Missed),
        ("near, not counted", State::NearMiss),
        ("denied", State::Negated),
        ("in part", State::Partial),
    ]
    .into_iter()
    .filter_map(|(what, state)| keywords_in(state, what, keywords))
    .collect()
}

/// Those in `state` by name; where the key is left out, how many they are.
fn keywords_in(state: State, what: &str, keywords: &[KeywordReport]) -> Option<(Role, String)> {
    let in_state = || keywords.iter().filter(|keyword| keyword.state == state);
    if in_state().any(|keyword| keyword.label.is_none()) {
        let of = count(keywords.len(), "keyword");
        return Some((Role::Bad, format!("{what}: {} of {of}", in_state().count())));
    }
    let labels = in_state().filter_map(|keyword| {
        let label = keyword.label.as_deref()?;
        Some(if keyword.claimed { format!("{label} (claimed)") } else { label.to_owned() })
    });
    list(what, labels)
}

fn list(what: &str, names: impl Iterator<Item = impl AsRef<str>>) -> Option<(Role, String)> {
    let names: Vec<String> = names.map(|name| visible(name.as_ref()).into_owned()).collect();
    (!names.is_empty()).then(|| (Role::Bad, format!("{what}: {}", names.join(", "))))
}

fn gap_note(gap: &GapReport, before: &str) -> Option<(Role, String)> {
    let written = gap.text.for_terminal();
    let written = written.trim();
    let correct = gap.correct.as_deref();
    match gap.fit.state {
        FitState::Exact | FitState::Stem => None,
        FitState::Fuzzy => {
            Some((Role::Fair, format!("{before}{}", wrote(written, "counted as", correct))))
        }
        FitState::NearMiss | FitState::Wrong => {
            Some((Role::Bad, format!("{before}{}", wrote(written, "it is", correct))))
        }
        FitState::Empty => correct.map(|correct| (Role::Bad, format!("{before}it is {correct}"))),
    }
}

/// `you wrote x, it is y`, as far as it is known.
fn wrote(written: &str, relation: &str, correct: Option<&str>) -> String {
    let correct = correct.map(|correct| format!(", {relation} {correct}"));
    format!("you wrote {written}{}", correct.unwrap_or_default())
}
