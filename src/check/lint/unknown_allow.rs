//! V109: `allow` names no lint.

use crate::check::lint::EXPLANATIONS;
use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::span::Span;

pub const EXPLANATION: Explanation = Explanation {
    code: Code(109),
    title: "`allow` names no lint",
    text: "\
`allow` silences warnings by their code. This code belongs to no warning, so the line does nothing:
codes below V100 are errors of the file, which can't be silenced, and others do not exist.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    look_at(&subject.quiz.allow, &subject.origins.allow, problems);
    for item in subject.items() {
        look_at(&item.question.allow, &item.origin.allow, problems);
    }
}

fn look_at(codes: &[Code], spans: &[Span], problems: &mut Vec<Diagnostic>) {
    for (code, span) in codes.iter().zip(spans) {
        if EXPLANATIONS.iter().all(|explanation| explanation.code != *code) {
            let title = format!("`{code}` is no lint");
            problems.push(
                Diagnostic::warning(EXPLANATION.code, *span, title, "silences nothing")
                    .help("remove it"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    #[test]
    fn only_codes_of_lints_can_be_allowed() {
        let quiz = |code: &str| {
            format!(
                "[lints]\nallow = [\"{code}\"]\n[[questions]]\nprompt = \"Why?\"\nkeywords = [\"x\"]"
            )
        };
        assert_eq!(problems(&EXPLANATION, &quiz("V999")).len(), 1);
        assert_eq!(problems(&EXPLANATION, &quiz("V101")), []);
    }
}
