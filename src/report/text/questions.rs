//! What each question earned, and what was missed.

use super::bar::role;
use super::home::observed_facts;
use super::keywords::keyword_notes;
use super::line::{fit, left, right, width, wrap};
use super::phrase::{count, plain_prompt, plain_text, quoted, said, separator};
use super::style::{Role, Style};
use crate::attempt::Mode;
use crate::quiz::{Points, visible};
use crate::report::question::{FitState, GapReport, QuestionReport, ResponseReport, Status};
use crate::report::value::Report;

/// Columns before a question's text: two blanks, its number, two blanks.
fn indent(questions: usize) -> usize {
    4 + digits(questions)
}

/// Columns of the numbers.
fn digits(questions: usize) -> usize {
    questions.to_string().len().max(2)
}

/// A line for each question, and beneath it what cost points.
pub(super) fn questions(report: &Report, style: &Style) -> Vec<String> {
    let mut lines = vec![String::new(), style.paint(Role::Heading, "Questions")];
    for (number, question) in (1..).zip(&report.questions) {
        lines.push(title(number, question, report, style));
        for (role, note) in notes(question) {
            let wrapped = wrap(&note, indent(report.questions.len()), style);
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
    let all = report.questions.len();
    let room = style.columns() - indent(all) - width(&points) - 2;
    let prompt = left(&fit(&plain_prompt(&question.prompt), room, style), room);
    let share = question.share();
    let number = right(&number.to_string(), digits(all));
    format!("  {number}  {prompt}  {}", style.paint(role(share, report.pass), &points))
}

/// What somebody who practised and did not know it wants to read: until the end it stayed hidden, for
/// the question could still be answered.
fn answer_of_skipped(question: &QuestionReport, report: &Report, style: &Style) -> Vec<String> {
    let practice = report.sitting.as_ref().is_some_and(|it| it.mode == Mode::Practice);
    match &question.answer {
        Some(answer) if practice && question.status == Status::Skipped => wrap(
            &format!("model answer: {}", plain_text(answer)),
            indent(report.questions.len()),
            style,
        ),
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
        Status::Unreadable => notes.push((Role::Bad, unreadable(question))),
    }
    let response = question.response.as_ref();
    notes.extend(response.map(|it| response_notes(question, it)).unwrap_or_default());
    notes.extend(question.flags.iter().map(|flag| (Role::Fair, flag.meaning().to_owned())));
    notes.extend(circumstances(question).map(|note| (Role::Faint, note)));
    notes
}

/// That an answer could not be read, with the answer and the reason as far as they are known.
pub(crate) fn unreadable(question: &QuestionReport) -> String {
    let told = "the answer could not be read";
    question.unread.as_ref().map_or_else(
        || told.to_owned(),
        |unread| {
            let (given, why) = (unread.given.for_terminal(), unread.why.for_terminal());
            format!("{told}: {}: {why}", quoted(given.trim()))
        },
    )
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

fn response_notes(question: &QuestionReport, response: &ResponseReport) -> Vec<(Role, String)> {
    match response {
        ResponseReport::Text { text, keywords, misconceptions, capped, .. } => {
            let mut notes = keyword_notes(question, keywords);
            notes.extend(misconceptions.iter().map(|slip| {
                let label = slip.label.as_deref().map(|label| visible(label).into_owned());
                let label = label.unwrap_or_else(|| said(text, &slip.spans));
                let costs = count(slip.penalty, "point");
                (Role::Bad, format!("wrong: {label}, which costs {costs}"))
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

fn list(what: &str, names: impl Iterator<Item = impl AsRef<str>>) -> Option<(Role, String)> {
    let names: Vec<String> = names.map(|name| visible(name.as_ref()).into_owned()).collect();
    let between = separator(names.iter().map(String::as_str));
    (!names.is_empty()).then(|| (Role::Bad, format!("{what}: {}", names.join(between))))
}

fn gap_note(gap: &GapReport, before: &str) -> Option<(Role, String)> {
    let written = gap.text.for_terminal();
    let written = written.trim();
    let correct = gap.correct.as_deref().map(quoted);
    let correct = correct.as_deref();
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

/// `you wrote "x", it is y`, as far as it is known.
fn wrote(written: &str, relation: &str, correct: Option<&str>) -> String {
    let correct = correct.map(|correct| format!(", {relation} {correct}"));
    format!("you wrote {}{}", quoted(written), correct.unwrap_or_default())
}
