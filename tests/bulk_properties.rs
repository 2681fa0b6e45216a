//! What holds for any bytes as a file of answers, and for any list of events as an attempt.

#[path = "../fuzz/properties/rows.rs"]
mod rows;

use proptest::prelude::*;
use vivavoce::attempt::{Attempt, Drawn, Entry, Event, Given, Millis, Mode, Occasion, Start};
use vivavoce::bulk::Format;
use vivavoce::quiz::Digest;
use vivavoce::quiz::question::QuestionId;
use vivavoce::report::Report;

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
        occasion: Occasion::Quiz,
        seed: 0,
        time_limit: Some(Millis(20_000)),
        questions: ["signals", "sync", "gaps"].map(drawn).to_vec(),
    }
}

proptest! {
    #[test]
    fn any_bytes_are_rows_that_are_graded_or_refused(bytes in any::<Vec<u8>>()) {
        rows::holds(&bytes);
    }

    #[test]
    fn any_fields_are_rows_of_csv(rows in prop::collection::vec([field(), field(), field()], 0..9)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["candidate", "question", "answer"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        rows::holds(&bytes);
        let counts = rows::holds_as(&bytes, Some(Format::Csv));
        prop_assert_eq!(counts.graded + counts.refused, rows.len() as u64);
    }

    #[test]
    fn any_texts_are_a_row_of_json(candidate in field(), question in field(), answer in field()) {
        let row = serde_json::json!({ "candidate": candidate, "question": question, "answer": answer });
        rows::holds(row.to_string().as_bytes());
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

        let (quiz, grader) = &*rows::COMPILED;
        let grades = attempt.grade(quiz, grader);
        let report = Report::new(quiz, &attempt, &grades);
        for question in &report.questions {
            prop_assert!(question.earned <= question.claimed);
            prop_assert!(question.claimed <= question.possible);
            prop_assert!(!(exam && question.late && question.earned.thousandths() > 0));
        }
        prop_assert!(report.total.earned <= report.total.possible);
    }
}
