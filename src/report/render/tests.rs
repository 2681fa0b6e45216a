use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use super::*;
use crate::attempt::{Attempt, Given, Millis, Mode};
use crate::grade::Grader;
use crate::quiz::AnswerText;
use crate::report::sample::{mixed, start};
use crate::report::{Audience, Redaction, Report};

mod edges;
mod people;

fn drawn(format: Format, reports: usize) -> String {
    let mut pile = Pile::new(format, Options::default(), Vec::new());
    (0..reports).for_each(|_| pile.add(mixed()).unwrap());
    readable(format, &pile.finish().unwrap().out)
}

/// A document as text: of one that is an archive, all its files.
pub(super) fn readable(format: Format, bytes: &[u8]) -> String {
    #[cfg(feature = "pdf")]
    if format == Format::Pdf {
        return extracted(bytes);
    }
    if format == Format::Xlsx {
        unpacked(bytes).into_values().map(|file| file + "\n").collect()
    } else {
        String::from_utf8(bytes.to_vec()).unwrap()
    }
}

/// The text of a PDF, as a program that is not ours reads it.
#[cfg(feature = "pdf")]
#[expect(clippy::disallowed_methods, reason = "another program looks at what was drawn")]
fn extracted(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    std::io::Write::write_all(&mut file, pdf).unwrap();
    let arguments = ["-enc", "UTF-8", file.path().to_str().unwrap(), "-"];
    let output = std::process::Command::new("pdftotext").args(arguments).output();
    let output = output.expect("pdftotext, of poppler-utils, reads PDF in this test");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap() + "\n"
}

/// The files of an archive by name.
pub(super) fn unpacked(archive: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(name, text);
    }
    files
}

#[test]
fn every_format_draws_none_one_and_many() {
    for format in Format::ALL.iter().copied() {
        for reports in 0..4 {
            let mut pile = Pile::new(format, Options::default(), Vec::new());
            for number in 0..reports {
                let candidate = Some(AnswerText::new(format!("Candidate {number}")));
                pile.add(Report { candidate, ..mixed() }).unwrap();
            }
            let drawn = readable(format, &pile.finish().unwrap().out);
            let names =
                (0..reports).filter(|number| drawn.contains(&format!("Candidate {number}")));
            assert_eq!(names.count(), reports, "{format:?}");
        }
    }
}

#[test]
fn a_format_is_found_by_its_ending() {
    for format in Format::ALL.iter().copied() {
        assert_eq!(Format::of_name(&format!("a.b.{}", format.extension())), Some(format));
    }
    assert_eq!(Format::of_name("report.docx"), None);
}

#[test]
fn a_report_by_itself_is_a_document_of_its_own() {
    assert_eq!(crate::report::read_json(&drawn(Format::Json, 1)).unwrap(), mixed());
}

fn with(format: Format, options: Options) -> String {
    let mut pile = Pile::new(format, options, Vec::new());
    pile.add(mixed()).unwrap();
    String::from_utf8(pile.finish().unwrap().out).unwrap()
}

#[test]
fn markdown_of_one_report() {
    insta::assert_snapshot!(
        drawn(Format::Markdown, 1).replace(env!("CARGO_PKG_VERSION"), "VERSION")
    );
}

#[test]
fn markdown_of_many_begins_with_the_comparison() {
    let many = drawn(Format::Markdown, 2);
    let (comparison, reports) = many.split_once("\n## Item analysis\n").unwrap();
    assert!(comparison.starts_with("# Comparison\n\nDjango interview\n\n| Place |"), "{many}");
    assert_eq!(comparison.matches("Ann ␛[31mExample").count(), 2);
    assert_eq!(reports.matches("\n# Ann ␛\\[31mExample\n").count(), 2);
}

#[test]
fn csv_has_a_row_for_each_question_topic_or_attempt() {
    let rows = [(Rows::Questions, 9), (Rows::Topics, 3), (Rows::Attempts, 1)];
    for (rows, count) in rows {
        let csv = with(Format::Csv, Options { rows, ..Options::default() });
        let mut reader = ::csv::Reader::from_reader(csv.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), count);
        let first = |name: &str| {
            records[0].get(columns.iter().position(|column| column == name).unwrap()).unwrap()
        };
        assert_eq!(first("candidate"), "Ann ␛[31mExample");
        assert_eq!(first("started"), "2026-11-24T22:35:00Z");
    }
}

#[test]
fn a_row_of_csv_says_what_was_answered_and_found() {
    let csv = with(Format::Csv, Options { bom: true, ..Options::default() });
    let first = csv.strip_prefix('\u{feff}').unwrap().split("\r\n").nth(1).unwrap();
    assert_eq!(
        first,
        "1,Ann ␛[31mExample,Django interview,2026-11-24T22:35:00Z,1,signals,signals,mid,text,\
         answered,0.25,1.25,3,45.000,false,0.25,,pre_save=exact|post_save=missed|event=missed,\
         signals run in a task queue,\"Django sends ␛[2J pre_save first, in celery.\",,,"
    );
}

#[test]
fn no_field_of_csv_is_a_formula() {
    let mut report = mixed();
    report.candidate = Some(AnswerText::new("=HYPERLINK(\"http://evil\")"));
    report.quiz.title = "@SUM(1)".to_owned();
    report.topics[0].title = "-1+2".to_owned();
    for rows in [Rows::Questions, Rows::Topics, Rows::Attempts] {
        let mut pile = Pile::new(Format::Csv, Options { rows, ..Options::default() }, Vec::new());
        pile.add(report.clone()).unwrap();
        let csv = pile.finish().unwrap().out;
        for record in ::csv::Reader::from_reader(csv.as_slice()).records() {
            let record = record.unwrap();
            assert!(record.iter().all(|field| !field.starts_with(['=', '@', '-'])), "{record:?}");
        }
    }
}

#[test]
fn junit_is_xml_with_a_suite_for_each_attempt_and_a_case_for_each_question() {
    let mut hostile = mixed();
    hostile.candidate = Some(AnswerText::new("<b>\u{ffff}\u{0}]]>&\"'"));
    let mut pile = Pile::new(Format::Junit, Options::default(), Vec::new());
    pile.add(hostile).unwrap();
    pile.add(mixed()).unwrap();
    let xml = String::from_utf8(pile.finish().unwrap().out).unwrap();
    let document = roxmltree::Document::parse(&xml).unwrap();
    let named = |name: &'static str| {
        document.descendants().filter(move |node| node.has_tag_name(name)).collect::<Vec<_>>()
    };
    let suites = named("testsuite");
    assert_eq!(suites.len(), 2);
    assert_eq!(suites[0].attribute("name"), Some("Django interview: <b>\u{fffd}␀]]>&\"'"));
    let figures = ["tests", "failures", "skipped"].map(|name| suites[0].attribute(name).unwrap());
    assert_eq!(figures, ["9", "6", "2"]);
    assert_eq!(suites[0].attribute("time"), Some("490.000"));
    assert_eq!(named("testcase").len(), 18);
    let failure = named("failure")[0];
    assert_eq!(failure.attribute("message"), Some("0.25 of 3 points"));
    assert!(failure.text().unwrap().contains("missed: post_save"));
    assert!(failure.text().unwrap().contains("answer: Django sends ␛[2J pre_save first"));
}

/// Words of the quiz that only who knows the key has read, each of them unique.
const KEY: [&str; 15] = [
    "secretmodel",
    "secrethint",
    "secretlabel",
    "secretmissed",
    "secretterm",
    "secretfeedback",
    "secretnear",
    "secretclaim",
    "secretslip",
    "secretcorrection",
    "secretaccepted",
    "secretright",
    "secretwrong",
    "271828",
    "secretgap",
];
const ANSWERS: [&str; 6] =
    ["foundword", "slipword", "wronganswer", "wrongoption", "161803", "wronggap"];
const NAME: &str = "Annabel";

/// An attempt at a quiz whose every secret is a word of its own.
fn secretive() -> Report {
    let quiz = crate::quiz::read(include_str!("secrets.toml")).value.unwrap().quiz;
    let mut start = start(&quiz, Mode::Practice);
    start.candidate = Some(AnswerText::new(NAME));
    let mut attempt = Attempt::begin(start);
    let answers = [
        "The foundword is a slipword.",
        "wronganswer",
        "wrongoption",
        "161803",
        "3|1|2",
        "wronggap",
    ];
    for (place, answer) in answers.into_iter().enumerate() {
        attempt.show(place, Millis(0)).unwrap();
        if place == 0 {
            attempt.take_hint(place, Millis(0)).unwrap();
        }
        attempt.answer(place, Given::text(answer), Millis(0)).unwrap();
    }
    attempt.claim(0, "secretclaim", Millis(0)).unwrap();
    attempt.finish(Millis(0)).unwrap();
    Report::new(&quiz, &attempt, &attempt.grade(&quiz, &Grader::new(&quiz)))
}

/// Every format with one report and with two, by name.
fn all_drawn(audience: Audience, redaction: Redaction) -> Vec<(String, String)> {
    let mut drawn = Vec::new();
    for format in Format::ALL.iter().copied() {
        for reports in [1, 2] {
            let options = Options { audience, redaction, asks: usize::MAX, ..Options::default() };
            let mut pile = Pile::new(format, options, Vec::new());
            (0..reports).for_each(|_| pile.add(secretive()).unwrap());
            let bytes = pile.finish().unwrap().out;
            let name = format!("{} of {reports} for {}", format.as_str(), audience.as_str());
            drawn.push((name, readable(format, &bytes)));
        }
    }
    drawn
}

fn leaks(audience: Audience, redaction: Redaction, words: &[&str]) -> Vec<String> {
    let mut leaks = Vec::new();
    for (name, text) in all_drawn(audience, redaction) {
        let found = words.iter().filter(|word| text.contains(**word));
        leaks.extend(found.map(|word| format!("{name}: {word}")));
    }
    leaks
}

const NOTHING: Redaction = Redaction { key: false, answers: false, names: false };

#[test]
fn a_manager_sees_every_secret_in_the_value() {
    let (_, json) = all_drawn(Audience::Manager, NOTHING)
        .into_iter()
        .find(|(name, _)| name.starts_with("json of 1"))
        .unwrap();
    // What was not found in an answer has no term, and an unclaimed term is no part of a report.
    let absent = |word: &&&str| !json.contains(**word) && **word != "secretterm";
    let words: Vec<_> = KEY.iter().chain(&ANSWERS).chain([&NAME]).filter(absent).collect();
    assert!(words.is_empty(), "{words:?}");
}

#[test]
fn a_candidate_gets_no_key_in_any_format() {
    assert_eq!(leaks(Audience::Candidate, NOTHING, &KEY), [""; 0]);
    let shown = all_drawn(Audience::Candidate, NOTHING);
    assert!(shown.iter().all(|(name, text)| !name.contains("of 1") || text.contains(NAME)));
}

#[test]
fn the_public_gets_neither_key_nor_answers_nor_names_in_any_format() {
    let words = [KEY.as_slice(), &ANSWERS, &[NAME]].concat();
    assert_eq!(leaks(Audience::Public, NOTHING, &words), [""; 0]);
}

#[test]
fn what_is_taken_out_is_in_no_format() {
    let cases = [
        (Redaction { key: true, ..NOTHING }, KEY.as_slice()),
        (Redaction { answers: true, ..NOTHING }, &ANSWERS),
        (Redaction { names: true, ..NOTHING }, &[NAME]),
    ];
    for (redaction, words) in cases {
        assert_eq!(leaks(Audience::Manager, redaction, words), [""; 0], "{redaction:?}");
    }
}

#[test]
fn what_was_taken_out_once_stays_out() {
    let shown = secretive().shown_to(Audience::Public, NOTHING);
    let again = shown.clone().shown_to(Audience::Manager, NOTHING);
    assert_eq!(again, shown);
    assert!(again.interview.is_empty());
}
