//! The tables of `docs/grading.md`, read from the page, through the public grader.

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

/// What stands between backticks in a cell.
fn codes(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What becomes of `keyword` in `answer`.
fn state(keyword: &str, answer: &str) -> State {
    let sentence = format!("It says {answer} here.");
    let source = format!(
        "title = 'T'\n[[questions]]\nprompt = 'Say it.'\nkeywords = [{{ term = \"{keyword}\" }}]\n"
    );
    let quiz = vivavoce::quiz::read(&source).value.expect("a valid quiz").quiz;
    let response = Response::Written(AnswerText::new(&*sentence));
    let grade = Grader::new(&quiz).question(0).expect("one question").grade(&response);
    grade.findings().expect("an answer of prose").keywords[0].state()
}

#[test]
fn what_the_table_says_of_answers_and_keywords_is_true() {
    let page = include_str!("../docs/grading.md");
    let rows = page.lines().skip_while(|line| !line.starts_with("| the answer says |")).skip(2);
    let mut tried = 0;
    for row in rows.take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let (answers, keywords) = (codes(cells[0]), codes(cells[1]));
        let pairs: Vec<(&String, &String)> = match (answers.len(), keywords.len()) {
            (_, 0) if cells[1] == "themselves" => answers.iter().zip(&answers).collect(),
            (_, 1) => answers.iter().map(|answer| (answer, &keywords[0])).collect(),
            (1, _) => keywords.iter().map(|keyword| (&answers[0], keyword)).collect(),
            _ => answers.iter().zip(&keywords).collect(),
        };
        for (answer, keyword) in pairs {
            let state = state(keyword, answer);
            let verdict = cells[2].split([':', ',']).next().unwrap_or_default();
            let holds = match verdict {
                "exact" => state == State::Exact,
                "stem" => state == State::Stem,
                "fuzzy" => state == State::Fuzzy,
                "found" => matches!(state, State::Exact | State::Stem | State::Fuzzy),
                "not found" => matches!(state, State::Missed | State::NearMiss),
                other => panic!("{row}: no verdict is called {other}"),
            };
            assert!(holds, "{row}\n`{answer}` for `{keyword}`: {state:?}");
            tried += 1;
        }
    }
    assert!(tried > 40, "only {tried} cases are read from the page");
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
    assert_eq!(rows.len(), 10);
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
