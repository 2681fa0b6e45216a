use super::sample::{every_type, mixed, start};
use super::*;
use crate::attempt::{Attempt, Drawn, Given, Millis, Mode};
use crate::grade::Grader;
use crate::quiz::question::QuestionId;
use crate::quiz::{PerMille, Points, TopicId};

fn json(report: &Report) -> String {
    let mut out = Vec::new();
    write_json(report, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_report_is_read_back_as_it_was_written() {
    let report = mixed();
    assert_eq!(read_json(&json(&report)).unwrap(), report);
}

#[test]
fn a_report_fits_its_schema() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let report = serde_json::from_str(&json(&mixed())).unwrap();
    let errors: Vec<String> = validator.iter_errors(&report).map(|it| it.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    let mut other = report;
    other["total"]["share"] = 7.into();
    assert!(!validator.is_valid(&other));
}

#[test]
fn a_report_of_a_later_version_is_refused_by_its_version() {
    let later = r#"{ "version": 99, "whatever": true }"#;
    let error = read_json(later).unwrap_err().to_string();
    assert_eq!(error, "the report has version 99, and this program reads versions up to 2");
    assert!(matches!(read_json("{}"), Err(ReadError::Form(_))));
}

#[test]
fn the_form_of_the_report_is_the_same_as_before() {
    insta::assert_snapshot!(json(&mixed()).replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

/// The report of one late and helped answer that has everything.
fn late(mode: Mode) -> QuestionReport {
    let quiz = every_type();
    let mut start = start(&quiz, mode);
    start.time_limit = Some(Millis(1000));
    let mut attempt = Attempt::begin(start);
    attempt.show(0, Millis(0)).unwrap();
    attempt.take_hint(0, Millis(10)).unwrap();
    let answer = "The pre_save and post_save signals are sent around the event.";
    attempt.answer(0, Given::text(answer), Millis(2000)).unwrap();
    attempt.finish(Millis(2000)).unwrap();
    let grades = attempt.grade(&quiz, &Grader::new(&quiz));
    Report::new(&quiz, &attempt, &grades).questions.swap_remove(0)
}

#[test]
fn a_late_answer_counts_in_practice_and_not_in_an_exam() {
    let practice = late(Mode::Practice);
    assert!(practice.late);
    assert_eq!(practice.earned, Points::from_thousandths(2750));
    assert_eq!(practice.hint.map(|hint| hint.cost), Some(Points::from_thousandths(250)));
    let exam = late(Mode::Exam);
    assert_eq!((exam.earned, exam.claimed), (Points::ZERO, Points::ZERO));
    assert!(exam.response.is_some());
}

#[test]
fn a_claim_counts_beside_the_grade() {
    let report = mixed();
    let signals = &report.questions[0];
    assert!(signals.claimed > signals.earned);
    assert!(report.total.claimed > report.total.earned);
    assert_eq!(report.claims, 1);
}

#[test]
fn an_answer_follows_its_question_to_a_new_id_and_one_without_a_question_is_named() {
    let mut quiz = every_type();
    let mut old = start(&quiz, Mode::Practice);
    let gone = QuestionId::new("gone");
    old.questions.truncate(1);
    old.questions.push(Drawn { question: gone.clone(), shown: vec![], time_limit: None });
    let mut attempt = Attempt::begin(old);
    attempt.show(0, Millis(0)).unwrap();
    attempt.answer(0, Given::text("pre_save"), Millis(1)).unwrap();
    let was = quiz.questions[0].id.clone();
    quiz.questions[0].was = vec![was];
    quiz.questions[0].id = QuestionId::new("renamed");
    let grades = attempt.grade(&quiz, &Grader::new(&quiz));
    let report = Report::new(&quiz, &attempt, &grades);
    assert_eq!(report.questions[0].id.as_str(), "renamed");
    assert_eq!(report.questions[0].status, Status::Answered);
    assert_eq!(report.gone, [gone]);
}

#[test]
fn an_answer_that_no_longer_fits_is_called_unreadable() {
    let quiz = every_type();
    let mut attempt = Attempt::begin(start(&quiz, Mode::Practice));
    attempt.show(3, Millis(0)).unwrap();
    attempt.answer(3, Given::text("an option that was removed"), Millis(1)).unwrap();
    let grades = attempt.grade(&quiz, &Grader::new(&quiz));
    let report = Report::new(&quiz, &attempt, &grades);
    assert_eq!(report.questions[3].status, Status::Unreadable);
    assert_eq!(report.questions[3].earned, Points::ZERO);
    let unread = report.questions[3].unread.as_ref().unwrap();
    assert_eq!(unread.given.raw(), "an option that was removed");
    let why = "`an option that was removed` is none of the 3 options; write its text or a number \
               from 1 to 3";
    assert_eq!(unread.why.raw(), why);
}

#[test]
fn what_was_not_reached_needs_no_study() {
    let quiz = every_type();
    let mut attempt = Attempt::begin(start(&quiz, Mode::Practice));
    attempt.show(2, Millis(0)).unwrap();
    attempt.skip(2, Millis(1)).unwrap();
    attempt.stop(Millis(2)).unwrap();
    let report = Report::new(&quiz, &attempt, &attempt.grade(&quiz, &Grader::new(&quiz)));
    let studied: Vec<&str> = report.study.iter().map(|study| study.topic.as_str()).collect();
    assert_eq!(studied, ["http"]);
    assert_eq!(report.study[0].sources, ["https://docs.example/header"]);
    assert_eq!(report.total.questions, 9);
}

#[test]
fn what_changed_is_told_of_topics_that_were_asked_about_before() {
    let before = |topic: &str, share| TopicBefore {
        topic: TopicId::new(topic),
        answered: "2026-11-20T10:00:00Z".to_owned(),
        questions: 2,
        share: PerMille::new(share),
        now: PerMille::new(222),
    };
    let before = vec![before("requests", 500), before("gone", 100)];
    let report = Report { before, ..mixed() };
    let changes: Vec<(&str, i32)> =
        report.changes().map(|change| (change.topic.id.as_str(), change.rise())).collect();
    assert_eq!(changes, [("requests", -278)]);
}

#[test]
fn a_report_of_an_earlier_version_is_read_with_all_that_follows_from_it() {
    let earlier = read_json(KEPT[0]).unwrap();
    let mut now = mixed();
    now.grader = "0.1.0".to_owned();
    now.sitting.as_mut().unwrap().course = None;
    // Version 1 counted what was never reached among what to study.
    now.study.clone_from(&earlier.study);
    assert_eq!(earlier, now);
}

/// A report of every version, oldest first.
const KEPT: [&str; VERSION as usize] =
    [include_str!("../../tests/reports/v1.json"), include_str!("../../tests/reports/v2.json")];

#[test]
fn a_report_of_every_version_is_read() {
    for (version, report) in (1..).zip(KEPT) {
        assert!(report.contains(&format!("\"version\": {version},")));
        assert_eq!(read_json(report).unwrap().version, VERSION);
    }
}
