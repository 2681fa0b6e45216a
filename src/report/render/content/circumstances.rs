//! What stands between a question and its answer.

use crate::quiz::{Points, visible};
use crate::report::text::{count, duration, observed_facts, unreadable};
use crate::report::{QuestionReport, Report, Status};

/// Topic, level, time, hint, lateness, claims, and what was seen at home.
pub(in crate::report::render) fn circumstances(
    report: &Report,
    question: &QuestionReport,
) -> Vec<String> {
    let topic = visible(report.topic_title(&question.topic)).into_owned();
    let level = question.level.map(|level| level.as_str().to_owned());
    let spent = question.spent.map(|spent| format!("{} spent", duration(spent)));
    let hint = question.hint.as_ref().map(|hint| match hint.cost {
        Points::ZERO => "hint taken".to_owned(),
        cost => format!("hint taken for {}", count(cost, "point")),
    });
    let late = question.late.then(|| "after the time was up".to_owned());
    let claimed = (question.claimed > question.earned)
        .then(|| format!("{} with claims granted", question.claimed));
    let observed = question.observed.as_ref().map(observed_facts).unwrap_or_default();
    let known = [Some(topic), level, spent, hint, late, claimed].into_iter().flatten();
    known.chain(observed).collect()
}

/// What stands in the place of an answer that is not there, and whether that is bad.
pub(in crate::report::render) fn unanswered(
    report: &Report,
    question: &QuestionReport,
) -> (String, bool) {
    let (told, is_bad) = match question.status {
        Status::Skipped => ("Skipped.", true),
        Status::Unanswered => ("Not answered.", true),
        Status::Unreadable => return (sentence(&unreadable(question)), true),
        Status::Answered if report.redaction.answers => {
            ("Answered; the answer is not shown.", false)
        }
        Status::Answered => ("Answered.", false),
    };
    (told.to_owned(), is_bad)
}

/// With a capital letter, and a full stop.
fn sentence(phrase: &str) -> String {
    let (first, rest) = phrase.split_at(phrase.ceil_char_boundary(1));
    format!("{}{rest}.", first.to_uppercase())
}
