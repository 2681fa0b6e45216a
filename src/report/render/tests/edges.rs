//! Piles at the edge: nobody, nothing asked, nothing answered, everything right, different questions.

use super::readable;
use crate::quiz::PerMille;
use crate::report::render::{Format, Options, Pile};
use crate::report::sample::mixed;
use crate::report::{Report, Status};
use crate::score::Tally;

fn with(change: impl Fn(&mut Report)) -> Report {
    let mut report = mixed();
    change(&mut report);
    report.derive();
    report
}

fn nothing_asked() -> Report {
    with(|report| {
        report.questions.clear();
        report.topics.clear();
        report.levels.clear();
        report.study.clear();
        report.total = Tally::default();
    })
}

fn nothing_answered() -> Report {
    with(|report| {
        for question in &mut report.questions {
            question.status = Status::Skipped;
            question.response = None;
        }
    })
}

fn everything_right() -> Report {
    with(|report| {
        report.total.earned = report.total.possible;
        report.total.share = PerMille::ONE;
        report.passed = true;
        report.study.clear();
        for question in &mut report.questions {
            question.earned = question.possible;
        }
    })
}

fn one_question() -> Report {
    with(|report| report.questions.truncate(1))
}

/// Each with what it is.
fn piles() -> Vec<(&'static str, Vec<Report>)> {
    let singles = [
        ("nothing asked", nothing_asked()),
        ("nothing answered", nothing_answered()),
        ("everything right", everything_right()),
        ("one question", one_question()),
    ];
    let pairs = singles.clone().map(|(what, report)| (what, vec![report.clone(), report]));
    let mut piles = vec![("nobody", Vec::new()), ("other draws", vec![mixed(), one_question()])];
    piles.extend(singles.map(|(what, report)| (what, vec![report])));
    piles.extend(pairs);
    piles
}

fn drawn(format: Format, reports: &[Report]) -> String {
    let mut pile = Pile::new(format, Options::default(), Vec::new());
    for report in reports {
        pile.add(report.clone()).unwrap();
    }
    readable(format, &pile.finish().unwrap().out)
}

#[test]
fn other_readers_read_every_pile() {
    let schema = jsonschema::draft202012::new(&crate::report::schema()).unwrap();
    for (what, reports) in piles() {
        let json = serde_json::from_str(&drawn(Format::Json, &reports)).unwrap();
        assert!(schema.is_valid(&json), "{what}");
        let csv = drawn(Format::Csv, &reports);
        let rows = ::csv::Reader::from_reader(csv.as_bytes()).into_records();
        let questions: usize = reports.iter().map(|report| report.questions.len()).sum();
        assert_eq!(rows.map(Result::unwrap).count(), questions, "{what}");
        let xml = drawn(Format::Junit, &reports);
        let xml = roxmltree::Document::parse(&xml).unwrap();
        let suites = xml.descendants().filter(|node| node.has_tag_name("testsuite"));
        assert_eq!(suites.count(), reports.len(), "{what}");
    }
}

#[test]
fn nobody_is_no_chart_and_no_table() {
    let page = drawn(Format::Html, &[]);
    assert!(page.contains("There are no attempts.") && !page.contains("<svg"), "{page}");
    assert!(!page.contains("<table"));
    assert_eq!(drawn(Format::Markdown, &[]), "# No attempts\n");
}

#[test]
fn a_score_on_too_few_questions_has_no_bar() {
    let page = drawn(Format::Html, &[one_question()]);
    assert!(page.contains("too few to tell") && !page.contains("<svg"), "{page}");
    let text = drawn(Format::Text, &[one_question()]);
    assert!(text.contains("too few") && !text.contains('█'), "{text}");
}

#[test]
fn different_draws_are_called_so_wherever_attempts_stand_side_by_side() {
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let told = drawn(format, &[mixed(), one_question()]);
        assert!(told.contains("Not all were asked the same questions"), "{format:?}");
        let told = drawn(format, &[mixed(), mixed()]);
        assert!(!told.contains("Not all were asked"), "{format:?}");
        assert!(told.contains("1="), "{format:?}");
    }
}
