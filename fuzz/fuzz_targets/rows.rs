//! Any bytes as a file of answers.
//!
//! Grading never panics; a line of JSON comes out for every row that was graded or refused; what is
//! said of a refused row lets no control character through; the three faces count alike.
//! `cargo test --test bulk_properties` runs the inputs in `fuzz/regressions/rows`.
#![no_main]

use std::io;

use libfuzzer_sys::fuzz_target;
use vivavoce::bulk::{CsvRows, Face, Job, JsonLines, Refusal, Source, Watch, grade};
use vivavoce::grade::Grader;

const QUIZ: &str = "title = \"T\"\n[[questions]]\nid = \"q\"\nprompt = \"P\"\nkeywords = [\"pre_save\"]\n";

struct Harmless;

impl Watch for Harmless {
    fn refused(&mut self, refusal: &Refusal) -> io::Result<()> {
        assert!(refusal.message.chars().all(|c| !c.is_control()));
        Ok(())
    }

    fn read(&mut self, _: u64) {}
}

fuzz_target!(|bytes: &[u8]| {
    let quiz = vivavoce::quiz::read(QUIZ).value.expect("the quiz is valid").quiz;
    let grader = Grader::new(&quiz);
    let job = Job::new(&quiz, &grader);
    let mut out = Vec::new();
    let mut graded = |face: &mut dyn Face| {
        out.clear();
        let source = Source::new(bytes, None).expect("memory is read");
        let counts = grade(source, &job, face, &mut out, &mut Harmless).expect("memory is written");
        (counts, out.iter().filter(|byte| **byte == b'\n').count() as u64)
    };
    let (counts, lines) = graded(&mut JsonLines::default());
    assert_eq!(lines, counts.graded + counts.refused);
    assert_eq!(graded(&mut CsvRows::default()).0, counts);
});
