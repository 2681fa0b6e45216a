//! What the formats for people say, whatever they look like.

use super::readable;
use crate::attempt::Occasion;
use crate::quiz::{AnswerText, PerMille};
use crate::report::sample::mixed;
use crate::report::{
    Audience, Format, Options, Pile, Redaction, Report, Status, TopicBefore, Unread,
};

/// Formats that people read.
fn for_people() -> impl Iterator<Item = Format> {
    let machines = [Format::Json, Format::Csv, Format::Junit];
    Format::ALL.iter().copied().filter(move |format| !machines.contains(format))
}

fn one_drawn(format: Format, report: &Report) -> String {
    let mut pile = Pile::new(format, Options::default(), Vec::new());
    pile.add(report.clone()).unwrap();
    readable(format, &pile.finish().unwrap().out)
}

#[test]
fn what_changed_since_the_last_time_is_in_every_format_for_people() {
    let before = TopicBefore {
        topic: mixed().topics[2].id.clone(),
        answered: "2026-11-20T10:00:00Z".to_owned(),
        questions: 2,
        share: PerMille::new(123),
        now: PerMille::new(456),
    };
    let report = Report { before: vec![before], ..mixed() };
    for format in for_people() {
        let drawn = one_drawn(format, &report);
        let share = if format == Format::Xlsx { "0.123" } else { "12.3%" };
        assert!(drawn.to_lowercase().contains("last time"), "{format:?}");
        assert!(drawn.contains(share), "{format:?}: {drawn}");
    }
}

#[test]
fn an_answer_that_could_not_be_read_is_shown_with_the_reason() {
    let mut report = mixed();
    let question = &mut report.questions[6];
    question.status = Status::Unreadable;
    question.response = None;
    let [given, why] = ["40 digits", "too many of them"].map(AnswerText::new);
    question.unread = Some(Unread { given, why });
    for format in Format::ALL.iter().copied() {
        let drawn = one_drawn(format, &report);
        assert!(drawn.contains("40 digits"), "{format:?}");
        let bare = format == Format::Csv;
        assert!(bare || drawn.contains("too many of them"), "{format:?}: {drawn}");
        let public = report.clone().shown_to(Audience::Public, Redaction::default());
        assert!(!one_drawn(format, &public).contains("40 digits"), "{format:?}");
    }
}

#[test]
fn without_the_key_nothing_is_called_keyword_and_a_number() {
    let report = mixed().shown_to(Audience::Candidate, Redaction::default());
    for format in for_people() {
        let drawn = one_drawn(format, &report);
        assert!(!drawn.contains("keyword 2") && !drawn.contains("a misconception"), "{format:?}");
        let told = "2 of 3 things looked for";
        let told = drawn.split_whitespace().collect::<Vec<_>>().join(" ").contains(told);
        assert!(told, "{format:?}: {drawn}");
    }
}

#[test]
fn a_review_of_gaps_neither_passes_nor_fails() {
    let mut report = mixed();
    report.sitting.as_mut().unwrap().occasion = Occasion::Review;
    for format in Format::ALL.iter().copied().filter(|format| *format != Format::Json) {
        for reports in [1, 2] {
            let mut pile = Pile::new(format, Options::default(), Vec::new());
            (0..reports).for_each(|_| pile.add(report.clone()).unwrap());
            let drawn = readable(format, &pile.finish().unwrap().out);
            assert!(!drawn.contains("not passed"), "{format:?} {reports}: {drawn}");
        }
    }
}
