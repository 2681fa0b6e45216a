//! Running one lint on a quiz.

use super::check;
use crate::diagnostic::{Diagnostic, Explanation};
use crate::quiz::Loaded;

/// What the lint that `explanation` belongs to says of a quiz, given without its title.
pub fn problems(explanation: &Explanation, questions: &str) -> Vec<Diagnostic> {
    check(&loaded(questions))
        .into_iter()
        .filter(|problem| problem.code == explanation.code)
        .collect()
}

/// The words at the main place of each, or at the first other one where that is the right answer.
pub fn words(explanation: &Explanation, questions: &str) -> Vec<String> {
    let text = loaded(questions).text;
    let problems = problems(explanation, questions);
    let place = |problem: &Diagnostic| match problem.label.as_str() {
        "this is right" => problem.related.first().map_or(problem.span, |(span, _)| *span),
        _ => problem.span,
    };
    problems.iter().map(|problem| place(problem).of(&text).to_owned()).collect()
}

fn loaded(questions: &str) -> Loaded {
    let read = crate::quiz::read(&format!("title = \"Test\"\n{questions}"));
    read.value.unwrap_or_else(|| panic!("{:#?}", read.diagnostics))
}
