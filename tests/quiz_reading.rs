//! The inputs that once were hard for the quiz reader, held to what its fuzz target demands.

use std::fs;

use vivavoce::diagnostic::{Drawing, Severity};
use vivavoce::quiz::read_bytes;

fn holds(name: &str, bytes: &[u8]) {
    let (text, read) = read_bytes(bytes);
    let errors = read.diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
    assert_eq!(read.value.is_none(), errors.count() > 0, "{name}");
    assert!(read.diagnostics.is_sorted_by_key(|problem| problem.span.start()), "{name}");
    for problem in &read.diagnostics {
        for span in problem.related.iter().map(|(span, _)| span).chain([&problem.span]) {
            assert!(text.get(span.start()..span.end()).is_some(), "{name}: {problem:?}");
        }
    }
    let drawn = Drawing::PLAIN.draw("quiz.toml", &text, &read.diagnostics);
    assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{name}");
    let digest = read.value.map(|loaded| loaded.quiz.digest);
    assert_eq!(digest, read_bytes(bytes).1.value.map(|loaded| loaded.quiz.digest), "{name}");
}

#[test]
fn every_kept_input_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/regressions/quiz");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        holds(&path.display().to_string(), &fs::read(&path).unwrap());
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn nesting_repetition_and_length_do_no_harm() {
    let open = "[".repeat(200_000);
    holds("nested lists", format!("a = {open}").as_bytes());
    holds("nested headers", open.as_bytes());
    holds("nested tables", "a = {b=".repeat(50_000).as_bytes());
    holds("many questions", "[[questions]]\n".repeat(5_000).as_bytes());
    holds("a long line", format!("title = '{}\n", "x".repeat(1 << 20)).as_bytes());
    holds("a long key", format!("{} = 1", "k".repeat(1 << 20)).as_bytes());
}
