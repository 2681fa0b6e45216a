//! Any bytes as a file of answers.
//!
//! Grading never panics; a line of JSON comes out for every row that was graded or refused; nobody
//! earns more than there is; what is said of a refused row lets no control character through; the
//! three faces count alike.

use std::io::{self, BufReader};
use std::sync::LazyLock;

use vivavoce::bulk::{
    Counts, CsvRows, Face, Format, Job, JsonLines, Refusal, Source, TopicTable, Watch, grade,
};
use vivavoce::grade::Grader;
use vivavoce::quiz::{Quiz, read};
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

pub static COMPILED: LazyLock<(Quiz, Grader)> = LazyLock::new(|| {
    let quiz = read(QUIZ).value.expect("the quiz is valid").quiz;
    (quiz.clone(), Grader::new(&quiz))
});

pub fn holds(bytes: &[u8]) {
    for format in [None, Some(Format::Csv), Some(Format::Jsonl)] {
        holds_as(bytes, format);
    }
}

/// A row comes out for each row that goes in, refused ones are told, and nothing harms a terminal.
pub fn holds_as(bytes: &[u8], format: Option<Format>) -> Counts {
    let quiz = &COMPILED.0;
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
    let (_, in_csv, _) = graded(bytes, format, &mut CsvRows::default());
    let mut table = TopicTable::new(quiz, Style::plain(40));
    let (_, in_table, _) = graded(bytes, format, &mut table);
    assert_eq!((in_csv, in_table), (counts, counts));
    counts
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
    let (quiz, grader) = &*COMPILED;
    let mut out = Vec::new();
    let mut refused = Refused::default();
    // A small buffer, so that rows are cut everywhere.
    let source = Source::new(BufReader::with_capacity(7, bytes), format).expect("memory is read");
    let job = Job::new(quiz, grader);
    let counts = grade(source, &job, face, &mut out, &mut refused).expect("memory is written");
    out.extend(face.end());
    (String::from_utf8(out).expect("output is UTF-8"), counts, refused)
}
