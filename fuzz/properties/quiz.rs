//! Any bytes as a quiz file.
//!
//! Reading never panics; there is a quiz exactly where there is no error; every place is on
//! character boundaries of the text; problems stand in the file's order; drawing them lets no
//! control character through; the same bytes give the same digest.

use vivavoce::diagnostic::{Drawing, Severity};
use vivavoce::quiz::read_bytes;

pub fn holds(bytes: &[u8]) {
    let (text, read) = read_bytes(bytes);
    let errors = read.diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
    assert_eq!(read.value.is_none(), errors.count() > 0);
    assert!(read.diagnostics.is_sorted_by_key(|problem| problem.span.start()));
    for problem in &read.diagnostics {
        for span in problem.related.iter().map(|(span, _)| span).chain([&problem.span]) {
            assert!(text.get(span.start()..span.end()).is_some());
        }
    }
    let drawn = Drawing::PLAIN.draw("quiz.toml", &text, &read.diagnostics);
    assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()));
    let digest = read.value.map(|loaded| loaded.quiz.digest);
    assert_eq!(digest, read_bytes(bytes).1.value.map(|loaded| loaded.quiz.digest));
}
