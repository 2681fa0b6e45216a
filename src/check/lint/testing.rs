//! Running one lint on a quiz.

use super::check;
use crate::diagnostic::{Diagnostic, Explanation};

/// What the lint that `explanation` belongs to says of a quiz, given without its title.
pub fn problems(explanation: &Explanation, questions: &str) -> Vec<Diagnostic> {
    let text = format!("title = \"Test\"\n{questions}");
    let read = crate::quiz::read(&text);
    let loaded = read.value.unwrap_or_else(|| panic!("{:#?}", read.diagnostics));
    check(&loaded).into_iter().filter(|problem| problem.code == explanation.code).collect()
}
