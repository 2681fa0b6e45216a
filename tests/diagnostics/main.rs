//! What people see of every kind of reading problem, and the nearest file that has none.
//!
//! `wrong.toml` holds the cases; each is drawn into one snapshot.

use vivavoce::diagnostic::Drawing;
use vivavoce::quiz;

/// A file that can be read; cases put their lines in place of one of its marks.
const SOUND: &str = "title = 'Signals'\n#top\n[[questions]]\n#question\n";

fn drawn(text: &str) -> String {
    Drawing::PLAIN.draw("quiz.toml", text, &quiz::read(text).diagnostics)
}

struct Case {
    code: String,
    name: String,
    file: String,
}

fn cases() -> Vec<Case> {
    let table: toml::Table = include_str!("wrong.toml").parse().unwrap();
    let cases = table["case"].as_array().unwrap();
    cases
        .iter()
        .map(|case| {
            let text = |key: &str| case.get(key).and_then(toml::Value::as_str).map(str::to_owned);
            let prompt = "prompt = 'What runs first?'\n";
            let file = text("file").unwrap_or_else(|| {
                let question = text("question").unwrap_or_else(|| "keywords = ['pre_save']".into());
                let prompt = if question.contains("prompt") { "" } else { prompt };
                SOUND
                    .replace("#top\n", &text("top").unwrap_or_default())
                    .replace("#question\n", &format!("{prompt}{question}"))
            });
            Case { code: text("code").unwrap(), name: text("name").unwrap(), file }
        })
        .collect()
}

#[test]
fn every_problem_is_drawn_with_its_place_and_a_next_step() {
    let all = cases().into_iter().map(|case| {
        let drawn = drawn(&case.file);
        assert!(drawn.contains(&format!("[{}]", case.code)), "{}: {drawn}", case.name);
        format!("## {}\n{drawn}", case.name)
    });
    insta::assert_snapshot!("problems", all.collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_code_has_a_case_and_an_explanation() {
    let cases = cases();
    for explanation in quiz::explanations() {
        let code = explanation.code.to_string();
        // What is about bytes or takes thousands of lines cannot stand in a case.
        let elsewhere = ["V002", "V003", "V025"].contains(&code.as_str());
        assert!(elsewhere || cases.iter().any(|case| case.code == code), "no case for {code}");
    }
    for case in &cases {
        let explained = quiz::explanations().any(|known| known.code.to_string() == case.code);
        assert!(explained, "{} is not explained", case.code);
    }
}

#[test]
fn the_sound_file_has_no_problem() {
    let file = SOUND.replace("#question", "prompt = 'What runs first?'\nkeywords = ['pre_save']");
    assert_eq!(drawn(&file), "");
}

#[test]
fn bytes_that_are_no_text_are_pointed_at() {
    let (text, read) = quiz::read_bytes(b"title = 'caf\xe9'\n");
    insta::assert_snapshot!(Drawing::PLAIN.draw("quiz.toml", &text, &read.diagnostics));
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_parsed() {
    let bytes = vec![b'['; quiz::LIMIT + 1];
    let (text, read) = quiz::read_bytes(&bytes);
    insta::assert_snapshot!(Drawing::PLAIN.draw("quiz.toml", &text, &read.diagnostics));
}

#[test]
fn all_problems_come_at_once_in_the_order_of_the_file() {
    let file = "title = ''\npass = 70\n[[questions]]\ntype = 'shrot'\npoints = -1\n\
                [[questions]]\nprompt = 'A'\nkeyword = ['b']\n";
    let read = quiz::read(file);
    let starts: Vec<_> = read.diagnostics.iter().map(|problem| problem.span.start()).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    let codes: Vec<_> = read.diagnostics.iter().map(|p| p.code.to_string()).collect();
    assert_eq!(codes, ["V012", "V007", "V006", "V008", "V007", "V004"]);
}

#[test]
fn after_a_break_only_what_precedes_it_is_told() {
    let file = "title = 'A'\npass = 70\n[[questions]]\nprompt = 'A'\nkeywords = ['b']\n\
                [[questions]]\nprompt = 'unfinished\ncolour = 1\nkeywords = ['b'\nx = 1\n";
    insta::assert_snapshot!(drawn(file));
}
