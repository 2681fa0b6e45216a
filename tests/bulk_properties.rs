//! What holds for any bytes as a file of answers, and for any list of events as an attempt.

use std::io::{self, BufReader};
use std::path::Path;

use proptest::prelude::*;
use vivavoce::attempt::{Attempt, Drawn, Entry, Event, Given, Millis, Mode, Start};
use vivavoce::bulk::{
    Counts, CsvRows, Face, Format, Job, JsonLines, Refusal, Source, TopicTable, Watch, grade,
};
use vivavoce::grade::Grader;
use vivavoce::quiz::question::QuestionId;
use vivavoce::quiz::{Digest, Quiz, read};
use vivavoce::report::Report;
use vivavoce::report::text::Style;

const QUIZ: &str = r#"
title = "Signals"
[[questions]]
id = "signals"
prompt = "What is sent?"
points = 2
hint = "Before and after."
hint_cost = 0.5
keywords = ["pre_save", "post_save"]
[[questions]]
id = "sync"
type = "boolean"
prompt = "Synchronous?"
correct = true
[[questions]]
id = "gaps"
type = "cloze"
prompt = "{{one}} and {{two}}"
"#;

fn quiz() -> Quiz {
    read(QUIZ).value.expect("the quiz is valid").quiz
}

/// Remembers what was refused.
#[derive(Default)]
struct Refused(Vec<Refusal>);

impl Watch for Refused {
    fn refused(&mut self, refusal: &Refusal) -> io::Result<()> {
        self.0.push(refusal.clone());
        Ok(())
    }

    fn read(&mut self, _: u64) {}
}

fn graded(bytes: &[u8], format: Option<Format>, face: &mut dyn Face) -> (String, Counts, Refused) {
    let quiz = quiz();
    let grader = Grader::new(&quiz);
    let mut out = Vec::new();
    let mut refused = Refused::default();
    // A small buffer, so that rows are cut everywhere.
    let source = Source::new(BufReader::with_capacity(7, bytes), format).expect("memory is read");
    let job = Job::new(&quiz, &grader);
    let counts = grade(source, &job, face, &mut out, &mut refused).expect("memory is written");
    out.extend(face.end());
    (String::from_utf8(out).expect("output is UTF-8"), counts, refused)
}

/// A row comes out for each row that goes in, refused ones are told, and nothing harms a terminal.
fn check_rows(bytes: &[u8], format: Option<Format>) {
    let (lines, counts, refused) = graded(bytes, format, &mut JsonLines::default());
    assert_eq!(lines.lines().count() as u64, counts.graded + counts.refused);
    assert_eq!(refused.0.len() as u64, counts.refused);
    assert!(refused.0.is_sorted_by_key(|refusal| refusal.line));
    for refusal in &refused.0 {
        assert!(refusal.message.chars().all(|c| !c.is_control()), "{}", refusal.message);
    }
    for line in lines.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
        assert!(row.get("error").is_some() || row["points"].as_f64() <= row["possible"].as_f64());
    }
    let quiz = quiz();
    let (_, in_csv, _) = graded(bytes, format, &mut CsvRows::default());
    let (_, in_table, _) = graded(bytes, format, &mut TopicTable::new(&quiz, Style::plain(40)));
    assert_eq!((in_csv, in_table), (counts, counts));
}

#[test]
fn inputs_that_once_failed_are_graded_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/regressions/rows");
    for file in std::fs::read_dir(folder).expect("the folder of inputs") {
        let bytes = std::fs::read(file.expect("an input").path()).expect("an input");
        for format in [None, Some(Format::Csv), Some(Format::Jsonl)] {
            check_rows(&bytes, format);
        }
    }
}

fn field() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("signals".to_owned()),
        Just("sync".to_owned()),
        Just("gaps".to_owned()),
        Just("a|b".to_owned()),
        Just("yes".to_owned()),
        any::<String>(),
        "[\"\n\r,;= \u{1b}]{0,6}",
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let question = prop_oneof![Just("signals"), Just("sync"), Just("gaps"), Just("nope")]
        .prop_map(QuestionId::new);
    (0..12, question, field()).prop_map(|(kind, question, text)| match kind {
        0..=2 => Event::Shown { question },
        3..=5 => Event::Answered { question, answer: Given::text(text), late: true },
        6 => Event::Skipped { question },
        7 => Event::HintTaken { question },
        8 => Event::Claimed { question, keyword: "pre_save".to_owned() },
        9 => Event::WentBack { question },
        10 => Event::Paused,
        _ => Event::Resumed,
    })
}

fn start(mode: Mode) -> Start {
    let drawn = |id: &str| Drawn {
        question: QuestionId::new(id),
        shown: Vec::new(),
        time_limit: Some(Millis(5_000)),
    };
    Start {
        quiz: Digest([0; 32]),
        candidate: None,
        started: Millis(u64::MAX),
        mode,
        seed: 0,
        time_limit: Some(Millis(20_000)),
        questions: ["signals", "sync", "gaps"].map(drawn).to_vec(),
    }
}

proptest! {
    #[test]
    fn any_bytes_are_rows_that_are_graded_or_refused(bytes in any::<Vec<u8>>()) {
        check_rows(&bytes, None);
        check_rows(&bytes, Some(Format::Jsonl));
    }

    #[test]
    fn any_fields_are_rows_of_csv(rows in prop::collection::vec([field(), field(), field()], 0..9)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["candidate", "question", "answer"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        check_rows(&bytes, None);
        let (_, counts, _) = graded(&bytes, Some(Format::Csv), &mut JsonLines::default());
        prop_assert_eq!(counts.graded + counts.refused, rows.len() as u64);
    }

    #[test]
    fn any_texts_are_a_row_of_json(candidate in field(), question in field(), answer in field()) {
        let row = serde_json::json!({ "candidate": candidate, "question": question, "answer": answer });
        check_rows(row.to_string().as_bytes(), None);
    }

    #[test]
    fn what_can_happen_is_replayed_and_reported(
        events in prop::collection::vec((event(), 0u64..4_000), 0..40),
        exam in any::<bool>(),
    ) {
        let mut attempt = Attempt::begin(start(if exam { Mode::Exam } else { Mode::Practice }));
        let mut at = Millis(0);
        for (event, later) in events {
            at = at + Millis(later);
            let before = attempt.log().len();
            let happened = attempt.record(event, at).is_ok();
            prop_assert_eq!(attempt.log().len(), before + usize::from(happened));
        }
        let lines = attempt.log().iter().map(|entry| serde_json::to_string(entry).unwrap());
        let log: Vec<Entry> = lines.map(|line| serde_json::from_str(&line).unwrap()).collect();
        prop_assert_eq!(Attempt::replay(log), Ok(attempt.clone()));

        let quiz = quiz();
        let grades = attempt.grade(&quiz, &Grader::new(&quiz));
        let report = Report::new(&quiz, &attempt, &grades);
        for question in &report.questions {
            prop_assert!(question.earned <= question.claimed);
            prop_assert!(question.claimed <= question.possible);
            prop_assert!(!(exam && question.late && question.earned.thousandths() > 0));
        }
        prop_assert!(report.total.earned <= report.total.possible);
    }
}
