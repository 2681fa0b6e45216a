//! The sentences of `docs/grading.md` about denials, through the public grader.

use vivavoce::grade::{Grader, State};
use vivavoce::quiz::{AnswerText, Response};

/// The rows of the table under "What an answer denies", as (denied, not denied).
fn rows() -> Vec<(String, String)> {
    let page = include_str!("../docs/grading.md");
    let rows = page.lines().skip_while(|line| !line.starts_with("| denied |")).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .filter_map(|line| {
            let mut cells = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned());
            Some((cells.next()?, cells.next()?))
        })
        .collect()
}

/// What becomes of each word in bold.
fn states(sentence: &str) -> Vec<State> {
    let answer = sentence.replace("**", "");
    let bold = sentence.split("**").skip(1).step_by(2);
    bold.map(|keyword| {
        let source = format!(
            "title = \"T\"\n[[questions]]\nprompt = \"Say it.\"\nkeywords = [\"{keyword}\"]\n"
        );
        let quiz = vivavoce::quiz::read(&source).value.expect("a valid quiz").quiz;
        let response = Response::Written(AnswerText::new(&*answer));
        let grade = Grader::new(&quiz).question(0).expect("one question").grade(&response);
        grade.findings().expect("an answer of prose").keywords[0].state()
    })
    .collect()
}

#[test]
fn the_sentences_about_denials_are_true() {
    let rows = rows();
    assert_eq!(rows.len(), 11);
    for (denied, said) in rows {
        assert!(states(&denied).iter().all(|state| *state == State::Negated), "{denied}");
        assert!(states(&said).iter().all(|state| *state == State::Exact), "{said}");
    }
}
