use super::*;
use crate::quiz::AnswerText;
use crate::report::sample::mixed;
use crate::report::{Audience, Rank, Ranking, Redaction, Tracker};

fn shown(style: &Style) -> String {
    let mut report = mixed();
    report.grader = "0.0.0".to_owned();
    let mut out = Vec::new();
    write_text(&report, style, 3, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Three attempts and a nameless one, with places from 9,998.
fn ranking() -> Ranking {
    let names = ["Ann \u{1b}[31mExample", "a name that no window holds ".repeat(20).leak(), "山田"];
    let mut tracker = Tracker::default();
    for name in names.map(Some).into_iter().chain([None]) {
        let mut report = mixed();
        report.candidate = name.map(AnswerText::new);
        tracker.add(&report);
    }
    let mut ranking = tracker.rank();
    for (place, number) in ranking.places.iter_mut().zip(9_998..) {
        place.rank = Some(Rank { place: number, tied: true, best: 9_876, worst: 10_000 });
    }
    ranking
}

fn listed(ranking: &Ranking, width: usize) -> String {
    let mut out = Vec::new();
    write_ranking(ranking, &Style::plain(width), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn many_attempts_are_a_table_that_no_window_is_too_narrow_for() {
    insta::assert_snapshot!(format!("{}\n\n{}", listed(&ranking(), 80), listed(&ranking(), 40)));
    for width in [40, 41, 56, 57, 58, 80, 200] {
        for line in listed(&ranking(), width).lines() {
            assert!(line::width(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn no_attempts_are_no_table() {
    assert_eq!(listed(&Tracker::default().rank(), 40), "0 attempts\n");
}

#[test]
fn a_report_on_80_columns() {
    insta::assert_snapshot!(shown(&Style::plain(80)));
}

#[test]
fn a_report_on_40_columns() {
    insta::assert_snapshot!(shown(&Style::plain(40)));
}

#[test]
fn no_line_is_wider_than_the_window() {
    for width in [40, 41, 59, 60, 61, 80, 200] {
        for line in shown(&Style::plain(width)).lines() {
            assert!(line::width(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn without_unicode_bars_and_dots_are_ascii() {
    let style = Style { unicode: false, ..Style::plain(80) };
    let report = shown(&style);
    let beyond = |c: char| matches!(c, '█' | '░' | '·' | '…');
    assert!(!report.contains(beyond), "{report}");
}

#[test]
fn no_escape_of_a_candidate_reaches_the_terminal() {
    assert!(!shown(&Style::plain(80)).contains('\u{1b}'));
}

#[test]
fn colour_changes_no_character_of_the_text() {
    let painted =
        shown(&Style { paint: |_, text| format!("\u{1b}[1m{text}\u{1b}[0m"), ..Style::plain(80) });
    let bare = painted.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
    let trimmed = |text: &str| text.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    let bare: String = trimmed(&bare);
    assert_eq!(bare, shown(&Style::plain(80)));
}

#[test]
fn an_attempt_without_remarks_leaves_no_gap() {
    let mut report = mixed();
    report.sitting.as_mut().unwrap().end = crate::attempt::End::Finished;
    report.questions.truncate(8);
    let mut out = Vec::new();
    write_text(&report, &Style::plain(80), 0, &mut out).unwrap();
    assert!(!String::from_utf8(out).unwrap().contains("\n\n\n"));
}

#[test]
fn without_the_key_keywords_are_counted() {
    let report = mixed().shown_to(Audience::Candidate, Redaction::default());
    let mut out = Vec::new();
    write_text(&report, &Style::plain(80), 3, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("missed: 2 of 3 things looked for, 1 of them claimed"), "{text}");
}
