//! V107: a hint gives a keyword away.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(107),
    title: "a hint gives a keyword away",
    text: "\
The hint alone meets this keyword, or says the accepted answer, what fills the gap or the right option:
whoever takes it copies the word and earns more than the hint costs. Hint at the idea in other words.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let (Some(hint), Some(at)) = (&item.question.hint, item.origin.hint) else { continue };
        for given in item.given_away(hint.text.as_str()) {
            let title = format!("the hint of `{}` gives away `{}`", item.question.id, given.label);
            let (first, others) = item.places(at, hint.text.as_str(), &given.spans);
            let mut problem = Diagnostic::warning(EXPLANATION.code, first, title, "says it");
            for other in others {
                problem = problem.also(other, "and this");
            }
            if let Some(place) = given.place {
                problem = problem.also(place, "this is right");
            }
            problems.push(problem.help("hint at it in other words"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::{problems, words};

    fn with_hint(hint: &str) -> Vec<String> {
        words(
            &EXPLANATION,
            &format!("[[questions]]\nprompt = \"Why?\"\nhint = {hint}\nkeywords = [\"cache\"]"),
        )
    }

    #[test]
    fn a_hint_must_not_say_the_keyword() {
        assert_eq!(with_hint("\"Think of caching.\""), ["caching"]);
        assert_eq!(with_hint("'''\nThink\nof a cache.'''"), ["cache"]);
        assert_eq!(with_hint("\"Don't compute it twice.\""), [""; 0]);
    }

    #[test]
    fn nor_the_answer_of_another_question_type() {
        let hint = |hint: &str, task: &str| {
            words(&EXPLANATION, &format!("[[questions]]\nhint = \"{hint}\"\n{task}"))
        };
        let short = "type = \"short\"\nprompt = \"Which one?\"\naccept = [\"makemigrations\"]";
        assert_eq!(hint("`makemigrations` does.", short), ["makemigrations"]);
        assert_eq!(hint("It makes a file.", short), [""; 0]);
        let cloze = "type = \"cloze\"\nprompt = \"A {{view|function}} of {{urls}}.\"";
        assert_eq!(hint("A view, say.", cloze), ["view"]);
        assert_eq!(hint("Look around.", cloze), [""; 0]);
        let choice = "type = \"choice\"\nprompt = \"Which?\"\noptions = [\"nginx\", { text = \
            \"`Varnish`\", correct = true }]";
        assert_eq!(hint("Not without Varnish.", choice), ["Varnish"]);
        assert_eq!(hint("Is it nginx or Varnish?", choice), [""; 0]);
    }

    #[test]
    fn the_place_that_asks_for_it_is_shown_too() {
        let quiz = "[[questions]]\nhint = \"Varnish\"\ntype = \"choice\"\nprompt = \"Which?\"\n\
            options = [\"nginx\", { text = \"Varnish\", correct = true }]";
        assert_eq!(problems(&EXPLANATION, quiz)[0].related.len(), 1);
    }
}
