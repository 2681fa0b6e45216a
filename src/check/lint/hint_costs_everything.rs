//! V113: a hint costs everything.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(113),
    title: "a hint costs everything",
    text: "\
Taking the hint costs at least as many points as the question is worth, so nothing is left to earn
with its help. Lower `hint_cost`.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let (question, origin) = (item.question, item.origin);
        if question.hint.as_ref().is_none_or(|hint| hint.cost < question.points) {
            continue;
        }
        let at = origin.hint_cost.or(origin.hint).unwrap_or(origin.prompt);
        let title = format!("the hint of `{}` costs everything", question.id);
        let label = format!("of {} points in all", question.points);
        problems.push(
            Diagnostic::warning(EXPLANATION.code, at, title, label)
                .help("let it cost less than the question is worth"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn costing(cost: &str) -> usize {
        let quiz = format!(
            "[[questions]]\nprompt = \"Why?\"\nkeywords = [\"cache\"]\nhint = \"Think.\"\n\
             hint_cost = {cost}"
        );
        problems(&EXPLANATION, &quiz).len()
    }

    #[test]
    fn a_hint_leaves_something_to_earn() {
        assert_eq!(costing("1"), 1);
        assert_eq!(costing("0.9"), 0);
    }
}
