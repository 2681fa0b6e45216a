//! V105: a topic has no questions.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(105),
    title: "a topic has no questions",
    text: "\
The topic is listed under `[[topics]]`, but no question names it, so its title and weight do nothing.
Usually a question's `topic` is spelled differently.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for (topic, span) in subject.quiz.topics.iter().zip(&subject.origins.topics) {
        let used = subject.quiz.questions.iter().any(|question| question.topic == topic.id);
        if !used {
            let title = format!("topic `{}` has no questions", topic.id);
            problems.push(
                Diagnostic::warning(EXPLANATION.code, *span, title, "no question names it")
                    .help("write it as a question's `topic`, or remove it"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    #[test]
    fn a_topic_that_no_question_names_is_pointed_out() {
        let quiz = "[[topics]]\nid = \"a\"\n[[topics]]\nid = \"b\"\n\
            [[questions]]\ntopic = \"b\"\nprompt = \"Why?\"\nkeywords = [\"x\"]";
        let found = problems(&EXPLANATION, quiz);
        assert_eq!(found.len(), 1);
        assert!(found[0].title.contains("`a`"));
    }
}
