//! Properties of reading as a whole, and that the reader and the table of keys agree.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostic, Severity};
use crate::quiz::keys::{self, Record};
use crate::quiz::question::{Matching, Need, Negation, Within};
use crate::quiz::{Loaded, PerMille, Task, read, read_bytes};

fn loaded(file: &str) -> Loaded {
    let read = read(file);
    read.value.unwrap_or_else(|| panic!("{:#?}", read.diagnostics))
}

fn text_question(lines: &str) -> Loaded {
    loaded(&format!("title = 'T'\n[[questions]]\nprompt = 'P'\n{lines}"))
}

/// A value that no key takes.
const NOBODYS: &str = "1979-05-27";

/// A file with `key` in a table of `record`, and whatever lets the reader get there.
fn file_with(record: &Record, key: &str) -> String {
    let line = format!("{key} = {NOBODYS}");
    let question = "title = 'T'\n[[questions]]\nprompt = 'P'\n";
    match record.name {
        "quiz" => line,
        "`[grading]` table" => format!("[grading]\n{line}"),
        "`[lints]` table" => format!("[lints]\n{line}"),
        "topic" => format!("[[topics]]\n{line}"),
        "question" => format!("[[questions]]\n{line}"),
        "keyword" => with_need(&format!("{question}keywords = [{{ "), key, &line),
        "misconception" => {
            with_need(&format!("{question}keywords = ['a']\nmisconceptions = [{{ "), key, &line)
        }
        "example" => format!("{question}keywords = ['a']\nexamples = [{{ {line} }}]"),
        "option" => format!("{question}type = 'choice'\noptions = ['a', {{ {line} }}]"),
        kind => format!("{question}type = '{kind}'\n{line}"),
    }
}

fn with_need(start: &str, key: &str, line: &str) -> String {
    let need = match key {
        "term" | "any" | "all" | "pattern" => "",
        "min" => "any = ['a'], ",
        "within" | "ordered" => "all = ['a'], ",
        _ => "term = 'a', ",
    };
    format!("{start}{need}{line} }}]")
}

#[test]
fn the_reader_reads_every_key_of_the_table() {
    for record in keys::records() {
        for key in record.keys {
            let read = read(&file_with(record, key.name));
            let noticed = read.diagnostics.iter().any(|problem| {
                problem.code == super::code::WRONG_TYPE && problem.title.contains(key.name)
            });
            assert!(noticed, "`{}` of {}: {:#?}", key.name, record.name, read.diagnostics);
        }
    }
}

#[test]
fn grading_is_handed_down_and_the_nearest_wins() {
    let file = "title = 'T'\n[grading]\nstem = false\nsimilarity = 0.9\nnegation = 'flag'\n\
                [[questions]]\nprompt = 'P'\nsimilarity = 0.8\nfull_at = 0.5\n\
                keywords = ['a', { term = 'b', stem = true, case = true }]\n\
                misconceptions = [{ term = 'c' }]\n";
    let quiz = loaded(file).quiz;
    let Task::Text(rubric) = &quiz.questions[0].task else { panic!() };
    let matching = Matching {
        similarity: Some(PerMille::new(800)),
        case: false,
        stem: false,
        negation: Negation::Flag,
        of: None,
    };
    assert_eq!(rubric.keywords[0].matching, matching);
    assert_eq!(rubric.keywords[1].matching, Matching { stem: true, case: true, ..matching });
    assert_eq!(
        rubric.misconceptions[0].matching,
        Matching { negation: Negation::Deny, ..matching }
    );
    assert_eq!(rubric.full_at, PerMille::new(500));
}

#[test]
fn what_a_file_leaves_out_has_its_default() {
    let quiz = text_question("keywords = ['a', { all = ['b', ['c', 'd']] }]\n").quiz;
    assert_eq!((quiz.pass.thousandths(), quiz.language.as_str()), (700, "en"));
    assert_eq!((quiz.topics[0].id.as_str(), quiz.topics[0].title.as_str()), ("general", "General"));
    let question = &quiz.questions[0];
    assert_eq!((question.id.as_str(), question.points.thousandths()), ("p", 1000));
    let Task::Text(rubric) = &question.task else { panic!() };
    assert_eq!(rubric.keywords[1].label, "b + c");
    let Need::All { within, ordered, .. } = rubric.keywords[1].need else { panic!() };
    assert_eq!((within, ordered), (Within::Answer, false));
}

#[test]
fn a_cloze_is_shown_with_empty_gaps() {
    let file = "title = 'T'\n[[questions]]\nprompt = '{{a|b}} or {{c}}'\ntype = 'cloze'\n";
    let quiz = loaded(file).quiz;
    assert_eq!(quiz.questions[0].prompt.as_str(), "{ ____ } or { ____ }");
}

#[test]
fn places_point_at_what_they_name() {
    let file = "title = 'T'\npass = 0.5\n[[questions]]\nprompt = 'P'\nhint = 'H'\n\
                keywords = ['a', { term = 'b', aliases = ['c'], weight = 2, label = 'L' }]\n";
    let origins = loaded(file).origins;
    assert_eq!(origins.title.of(file), "'T'");
    assert_eq!(origins.pass.unwrap().of(file), "0.5");
    let question = &origins.questions[0];
    assert_eq!((question.id.of(file), question.hint.unwrap().of(file)), ("'P'", "'H'"));
    assert_eq!(question.keywords[0].label.of(file), "'a'");
    let keyword = &question.keywords[1];
    assert_eq!((keyword.label.of(file), keyword.weight.unwrap().of(file)), ("'L'", "2"));
    let terms: Vec<_> = keyword.terms.iter().map(|term| term[0].of(file)).collect();
    assert_eq!(terms, ["'b'", "'c'"]);
}

/// What must hold of any file at all.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let (text, read) = read_bytes(bytes);
    let wrong = |problem: &Diagnostic| problem.severity == Severity::Error;
    prop_assert_eq!(read.value.is_none(), read.diagnostics.iter().any(wrong));
    for problem in &read.diagnostics {
        for span in problem.related.iter().map(|(span, _)| span).chain([&problem.span]) {
            prop_assert!(text.get(span.start()..span.end()).is_some(), "{:?}", problem);
        }
    }
    let digest = read.value.map(|loaded| loaded.quiz.digest);
    prop_assert_eq!(digest, read_bytes(bytes).1.value.map(|loaded| loaded.quiz.digest));
    Ok(())
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        holds(&bytes)?;
    }

    #[test]
    fn a_bundled_quiz_with_a_hole_is_read_or_refused(
        start in 0..4000_usize, len in 0..40_usize, filling in "[\\PC\"'\\[\\]{}|=\n\\\\]{0,5}",
    ) {
        let text = include_str!("../../../quizzes/django.toml");
        let (start, end) = (text.floor_char_boundary(start), text.floor_char_boundary(start + len));
        let head = text.get(..9000.min(text.len())).unwrap_or(text);
        let damaged = format!("{}{filling}{}", &head[..start], &head[end..]);
        holds(damaged.as_bytes())?;
    }

    #[test]
    fn values_of_any_kind_are_read_or_refused(
        key in proptest::sample::select(
            keys::TYPES.iter().flat_map(|kind| kind.keys).chain(keys::QUESTION.keys)
                .map(|key| key.name).collect::<Vec<_>>()),
        kind in proptest::sample::select(keys::TYPES.iter().map(|kind| kind.name).collect::<Vec<_>>()),
        value in "(-?[0-9]{1,3}(\\.[0-9]{1,40})?(e-?[0-9]{1,3})?|'[\\PC&&[^']]{0,9}'|\\[\\]|true|\\{\\}|\\['a',\\['b'\\]\\]|\\[\\{term='a'\\},\\{text='b'\\}\\])",
    ) {
        let file = format!("title='T'\n[[questions]]\nprompt='P'\ntype='{kind}'\n{key} = {value}\n");
        holds(file.as_bytes())?;
    }
}
