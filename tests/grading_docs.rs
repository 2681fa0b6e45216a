//! The sentences of `docs/grading.md` about denials and sides, through the public grader.

use vivavoce::grade::{Grader, State};
use vivavoce::quiz::{AnswerText, Response};

/// The rows of the table whose header starts with `header`, of two columns.
fn rows(header: &str) -> Vec<(String, String)> {
    let page = include_str!("../docs/grading.md");
    let rows = page.lines().skip_while(|line| !line.starts_with(header)).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .filter_map(|line| {
            let mut cells = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned());
            Some((cells.next()?, cells.next()?))
        })
        .collect()
}

/// What becomes of each word in bold where the question has `sides` and is of one.
fn states(sentence: &str, sides: &str, of: &str) -> Vec<State> {
    let answer = sentence.replace("**", "");
    let bold = sentence.split("**").skip(1).step_by(2);
    bold.map(|keyword| {
        let source = format!(
            "title = 'T'\n[[questions]]\nprompt = 'Say it.'\n{sides}\n\
             keywords = [{{ term = \"{keyword}\"{of} }}]\n"
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
    let rows = rows("| denied |");
    assert_eq!(rows.len(), 11);
    let states = |sentence: &str| states(sentence, "", "");
    for (denied, said) in rows {
        assert!(states(&denied).iter().all(|state| *state == State::Negated), "{denied}");
        assert!(states(&said).iter().all(|state| *state == State::Exact), "{said}");
    }
}

#[test]
fn the_sentences_about_sides_are_true() {
    let rows = rows("| said of Django |");
    assert_eq!(rows.len(), 8);
    let states = |sentence: &str, of: &str| {
        let sides = "sides = [['Django'], ['Node.js', 'Node']]";
        states(sentence, sides, &format!(", of = '{of}'"))
    };
    for (django, node) in rows {
        assert_eq!(states(&django, "Django"), [State::Exact], "{django}");
        assert_eq!(states(&node, "Django"), [State::NearMiss], "{node}");
        assert_eq!(states(&node, "Node.js"), [State::Exact], "{node}");
    }
}
