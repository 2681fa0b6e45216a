//! V110: a term is a keyword and a misconception.

use crate::check::subject::{Subject, one_is_enough};
use crate::diagnostic::{Code, Diagnostic, Explanation};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(110),
    title: "a term is a keyword and a misconception",
    text: "\
The same term earns points and costs points, so that a right answer is punished. Let the misconception
ask for the wrong claim as a whole: a phrase, or `all` of several entries within a sentence.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        for (misconception, origin) in item.misconceptions() {
            if !one_is_enough(&misconception.need) {
                continue;
            }
            for (keyword, place) in item.keywords() {
                let shared = misconception.need.terms().into_iter().find(|term| {
                    one_is_enough(&keyword.need) && keyword.need.terms().contains(term)
                });
                let Some(term) = shared else { continue };
                let title = format!("`{term}` of `{}` earns and costs", item.question.id);
                problems.push(
                    Diagnostic::warning(EXPLANATION.code, origin.label, title, "costs here")
                        .also(place.label, "earns here")
                        .help("let the misconception ask for the whole wrong claim"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn with(misconception: &str) -> usize {
        let quiz = "[[questions]]\nprompt = \"Why?\"\nkeywords = [\"cookie\"]";
        problems(&EXPLANATION, &format!("{quiz}\nmisconceptions = [{misconception}]")).len()
    }

    #[test]
    fn a_term_must_not_earn_and_cost() {
        assert_eq!(with("{ label = \"wrong\", term = \"cookie\", penalty = 0.5 }"), 1);
    }

    #[test]
    fn a_claim_that_has_the_word_in_it_is_another_matter() {
        assert_eq!(with("{ label = \"l\", all = [\"data\", \"cookie\"], penalty = 0.5 }"), 0);
    }
}
