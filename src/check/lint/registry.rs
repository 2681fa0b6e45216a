//! The list of lints, and running them.

use super::{
    answer_falls_short, answer_lacks_keyword, duplicate_prompt, every_option_right, example_fails,
    hint_costs_everything, hint_gives_away, keyword_in_prompt, keyword_is_misconception,
    keyword_out_of_reach, similar_keywords, topic_without_questions, unknown_allow,
    unreachable_pass,
};
use crate::check::subject::{Item, Subject};
use crate::diagnostic::{Code, Diagnostic, Explanation, Severity};
use crate::quiz::Loaded;
use crate::span::Span;

/// One lint: what it means, and how it looks.
struct Lint {
    explanation: Explanation,
    look: fn(&Subject<'_>, &mut Vec<Diagnostic>),
}

macro_rules! lints {
    ($($name:ident),* $(,)?) => {
        /// What each lint means, by code.
        pub const EXPLANATIONS: &[Explanation] = &[$($name::EXPLANATION),*];

        const LINTS: &[Lint] =
            &[$(Lint { explanation: $name::EXPLANATION, look: $name::look }),*];
    };
}

lints!(
    example_fails,
    keyword_in_prompt,
    similar_keywords,
    answer_lacks_keyword,
    answer_falls_short,
    topic_without_questions,
    unreachable_pass,
    hint_gives_away,
    duplicate_prompt,
    unknown_allow,
    keyword_is_misconception,
    keyword_out_of_reach,
    every_option_right,
    hint_costs_everything,
);

/// Everything the lints have to say of a quiz, but for what it allows, in the order of the file.
#[must_use]
pub fn check(loaded: &Loaded) -> Vec<Diagnostic> {
    let subject = Subject::new(loaded);
    let mut problems = Vec::new();
    for lint in LINTS {
        let before = problems.len();
        (lint.look)(&subject, &mut problems);
        debug_assert!(
            problems.iter().skip(before).all(|problem| problem.code == lint.explanation.code)
        );
    }
    problems.retain(|problem| !is_allowed(&subject, problem));
    problems.sort_by_key(|problem| (problem.span, problem.code));
    problems
}

fn is_allowed(subject: &Subject<'_>, problem: &Diagnostic) -> bool {
    problem.severity == Severity::Warning
        && (subject.quiz.allow.contains(&problem.code)
            || question_at(subject, problem.span)
                .is_some_and(|allow| allow.contains(&problem.code)))
}

/// What the question allows whose part starts last before `span`.
fn question_at<'s>(subject: &'s Subject<'_>, span: Span) -> Option<&'s [Code]> {
    let items = subject.items().filter(|item| item.start() <= span.start());
    items.max_by_key(Item::start).map(|item| item.question.allow.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_in_order() {
        let codes: Vec<_> = EXPLANATIONS.iter().map(|explanation| explanation.code).collect();
        assert!(codes.is_sorted_by(|one, next| one < next), "{codes:?}");
        assert!(codes[0] >= Code(100));
    }

    #[test]
    fn a_lint_can_be_allowed_for_the_file_or_for_one_question() {
        let question = |allow: &str| {
            format!("[[questions]]\n{allow}\nprompt = \"the cache?\"\nkeywords = [\"cache\"]\n")
        };
        let codes = |text: String| {
            let loaded = crate::quiz::read(&text).value.expect("a quiz");
            check(&loaded).into_iter().map(|problem| problem.code).collect::<Vec<_>>()
        };
        let one = question("");
        assert_eq!(codes(format!("title = \"t\"\n{one}")), [Code(101)]);
        assert_eq!(codes(format!("title = \"t\"\n[lints]\nallow = [\"V101\"]\n{one}")), []);
        assert_eq!(codes(format!("title = \"t\"\n{}", question("allow = [\"V101\"]"))), []);
    }
}
