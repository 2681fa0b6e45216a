//! V104: the model answer does not earn full points.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(104),
    title: "the model answer does not earn full points",
    text: "\
A candidate who wrote the model answer word for word would lose points: it lacks keywords, denies
them, repeats the prompt, or meets a misconception. `viva explain QUIZ QUESTION ANSWER` shows why.

Mend the model answer or the keywords, or lower `full_at`.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let (Some(answer), Some(at)) = (&item.question.answer, item.origin.answer) else {
            continue;
        };
        if item.rubric().is_none() {
            continue;
        }
        let Some(grade) = item.grade(answer.as_str()) else { continue };
        if grade.earned < grade.possible {
            let (earned, possible) = (grade.earned, grade.possible);
            let title = format!("the model answer of `{}` falls short", item.question.id);
            let label = format!("earns {earned} of {possible}");
            let id = &item.question.id;
            problems.push(
                Diagnostic::warning(EXPLANATION.code, at, title, label)
                    .help(format!("`viva explain QUIZ {id} ANSWER` shows what it lacks")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    fn with(rest: &str) -> usize {
        let quiz = "[[questions]]\nprompt = \"Why?\"\nanswer = \"The cache helps.\"";
        problems(&EXPLANATION, &format!("{quiz}\n{rest}")).len()
    }

    #[test]
    fn the_model_answer_must_earn_everything() {
        assert_eq!(with("keywords = [\"cache\", \"Memcached\"]"), 1);
        assert_eq!(with("keywords = [\"cache\"]"), 0);
    }

    #[test]
    fn less_than_every_keyword_is_enough_where_the_quiz_says_so() {
        assert_eq!(with("full_at = 0.5\nkeywords = [\"cache\", \"Memcached\"]"), 0);
    }
}
