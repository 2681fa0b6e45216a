use super::*;
use crate::diagnostic::Code;

fn draw(text: &str, marked: &str) -> String {
    let start = text.find(marked).unwrap();
    let span = Span::between(start, start + marked.len());
    let problem = Diagnostic::error(Code(4), span, "unknown key `keyword`", "no such key")
        .help("write `keywords`");
    Drawing::PLAIN.draw("quiz.toml", text, &[problem])
}

#[test]
fn a_problem_is_drawn_with_its_line_and_what_to_write_instead() {
    insta::assert_snapshot!(draw("title = 'x'\nkeyword = ['a']\n", "keyword"));
}

#[test]
fn carets_stand_under_wide_characters_and_tabs() {
    insta::assert_snapshot!(draw("a = '日本 🦀'\tkeyword", "keyword"));
}

#[test]
fn a_very_long_line_is_cut_around_the_place() {
    let text = format!("{} keyword {}", "x".repeat(5000), "y".repeat(5000));
    let drawn = draw(&text, "keyword");
    assert!(drawn.lines().all(|line| line.chars().count() <= 100), "{drawn}");
    assert!(drawn.contains("keyword"), "{drawn}");
}

#[test]
fn a_second_place_far_away_gets_a_window_of_its_own() {
    let text = format!("first\n{}second\n", "\n".repeat(100));
    let second = text.find("second").unwrap();
    let problem = Diagnostic::error(Code(9), Span::between(second, second + 6), "twice", "again")
        .also(Span::new(0, 5), "the first one");
    insta::assert_snapshot!(Drawing::PLAIN.draw("quiz.toml", &text, &[problem]));
}

#[test]
fn no_control_character_comes_through() {
    let hostile = "a\u{1b}[31m\u{9b}2J\u{202e}\u{200f}\u{7}\u{fff9}\u{e0041}z";
    let problem = Diagnostic::error(Code(4), Span::whole(hostile), hostile, hostile)
        .help(hostile)
        .also(Span::new(0, 1), hostile);
    let drawn = Drawing::PLAIN.draw(hostile, hostile, &[problem]);
    assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{drawn:?}");
    assert!(!drawn.contains(['\u{202e}', '\u{200f}', '\u{fff9}', '\u{e0041}']), "{drawn}");
}

#[test]
fn what_nobody_sees_is_drawn() {
    let text = "\"k\u{3164}e\u{115f}y\" = 1";
    let problem = Diagnostic::error(Code(4), Span::new(0, 9), "t", "l");
    let drawn = Drawing::PLAIN.draw("q", text, &[problem]);
    assert!(drawn.contains("k\u{fffd}e\u{fffd}y") && !drawn.contains('\u{3164}'), "{drawn}");
}

#[test]
fn places_beyond_the_text_are_drawn_at_its_end() {
    let problem = Diagnostic::error(Code(1), Span::new(50, 60), "t", "l");
    assert!(Drawing::PLAIN.draw("q", "é", std::slice::from_ref(&problem)).contains("q:1:"));
    assert!(Drawing::PLAIN.draw("q", "", &[problem]).contains("error[V001]"));
}
