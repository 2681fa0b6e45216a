use super::*;
use crate::report::sample::mixed;
use crate::report::{Audience, Redaction};

fn shown(style: &Style) -> String {
    let mut out = Vec::new();
    write_text(&mixed(), style, 3, &mut out).unwrap();
    String::from_utf8(out).unwrap()
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
fn without_the_key_keywords_are_told_apart_by_their_numbers() {
    let report = mixed().shown_to(Audience::Candidate, Redaction::default());
    let mut out = Vec::new();
    write_text(&report, &Style::plain(80), 3, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("missed: keyword 2"), "{text}");
}
