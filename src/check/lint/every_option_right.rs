//! V112: every option is right.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::quiz::Task;

pub const EXPLANATION: Explanation = Explanation {
    code: Code(112),
    title: "every option is right",
    text: "\
All options of a `multi` question are right, so whoever picks everything gets all points and has shown
nothing. Add an option that is plausible and wrong.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let Task::Multi(options) = &item.question.task else { continue };
        if options.0.iter().any(|option| !option.correct) {
            continue;
        }
        let at = item.origin.options.first().copied().unwrap_or(item.origin.prompt);
        let title = format!("every option of `{}` is right", item.question.id);
        problems.push(
            Diagnostic::warning(
                EXPLANATION.code,
                at,
                title,
                "picking all of them earns all points",
            )
            .help("add an option that is plausible and wrong"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn with(options: &str) -> usize {
        let quiz =
            format!("[[questions]]\ntype = \"multi\"\nprompt = \"Which?\"\noptions = [{options}]");
        problems(&EXPLANATION, &quiz).len()
    }

    #[test]
    fn something_must_be_there_to_avoid() {
        let right = r#"{ text = "a", correct = true }, { text = "b", correct = true }"#;
        assert_eq!(with(right), 1);
        assert_eq!(with(&format!("{right}, \"c\"")), 0);
    }
}
