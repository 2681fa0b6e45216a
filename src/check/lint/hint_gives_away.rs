//! V107: a hint gives a keyword away.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::grade::Verdict;

pub const EXPLANATION: Explanation = Explanation {
    code: Code(107),
    title: "a hint gives a keyword away",
    text: "\
The hint alone meets this keyword: whoever takes it copies the word and earns more than the hint
costs. Hint at the idea in other words.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let (Some(hint), Some(at)) = (&item.question.hint, item.origin.hint) else { continue };
        let Some(findings) = item.findings(hint.text.as_str()) else { continue };
        for ((keyword, origin), finding) in item.keywords().zip(&findings.keywords) {
            if !matches!(finding.verdict, Verdict::Found(_)) {
                continue;
            }
            let label = &keyword.label;
            let title = format!("the hint of `{}` gives away `{label}`", item.question.id);
            problems.push(
                Diagnostic::warning(EXPLANATION.code, at, title, "says it")
                    .also(origin.label, "this keyword")
                    .help("hint at it in other words"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn with_hint(hint: &str) -> usize {
        let quiz =
            format!("[[questions]]\nprompt = \"Why?\"\nhint = \"{hint}\"\nkeywords = [\"cache\"]");
        problems(&EXPLANATION, &quiz).len()
    }

    #[test]
    fn a_hint_must_not_say_the_keyword() {
        assert_eq!(with_hint("Think of caching."), 1);
        assert_eq!(with_hint("Don't compute it twice."), 0);
    }
}
