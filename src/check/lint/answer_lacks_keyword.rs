//! V103: the model answer lacks a keyword.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(103),
    title: "the model answer lacks a keyword",
    text: "\
Whoever misses a keyword reads the model answer to learn what was meant. This keyword is not in it,
or the model answer denies it.

Say it in the model answer, or put it into words that the keyword knows: add an alias.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let (Some(answer), Some(at)) = (&item.question.answer, item.origin.answer) else {
            continue;
        };
        let Some(findings) = item.findings(answer.as_str()) else { continue };
        for ((keyword, origin), finding) in item.keywords().zip(&findings.keywords) {
            if finding.counts() {
                continue;
            }
            let label = &keyword.label;
            let title = format!("the model answer of `{}` lacks `{label}`", item.question.id);
            problems.push(
                Diagnostic::warning(EXPLANATION.code, origin.label, title, "this keyword")
                    .also(at, "is not met here")
                    .help("say it in the model answer, or add an alias for how it is said there"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn with_answer(answer: &str) -> usize {
        let quiz = format!(
            "[[questions]]\nprompt = \"Why?\"\nanswer = \"{answer}\"\nkeywords = [\"cache\"]"
        );
        problems(&EXPLANATION, &quiz).len()
    }

    #[test]
    fn a_keyword_must_be_in_the_model_answer() {
        assert_eq!(with_answer("Use Memcached."), 1);
        assert_eq!(with_answer("Caching helps."), 0);
    }
}
