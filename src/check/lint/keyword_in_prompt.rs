//! V101: a keyword stands in the prompt.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::quiz::Task;

pub const EXPLANATION: Explanation = Explanation {
    code: Code(101),
    title: "a keyword stands in the prompt",
    text: "\
The prompt alone meets this keyword, so whoever repeats the question earns its weight without knowing
anything. Ask differently, or ask for more than the word: a phrase, or `all` of several entries.

    prompt   = \"What is the cache framework for?\"
    keywords = [\"cache\"]                  # earned by \"the cache framework is for caching\"

A keyword of less than half the weight of the question's heaviest may stand there: repeating it is
part of a whole answer, and earns little.

So with an accepted answer, with what fills a gap, and with a right option that stands there while no
wrong one does.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let prompt = item.question.prompt.as_str();
        let given = item.given_away(prompt).into_iter();
        for given in given.filter(|given| !earns_little(&item.question.task, &given.label)) {
            let title =
                format!("the prompt of `{}` gives away `{}`", item.question.id, given.label);
            let (first, others) = item.places(item.origin.prompt, prompt, &given.spans);
            let mut problem = match given.place {
                Some(place) => Diagnostic::warning(EXPLANATION.code, place, title, "this is right")
                    .also(first, "says it"),
                None => Diagnostic::warning(EXPLANATION.code, first, title, "says it"),
            };
            for other in others {
                problem = problem.also(other, "and this");
            }
            let help = "ask without the word, or make the keyword ask for more than it";
            problems.push(problem.help(help));
        }
    }
}

/// Whether a keyword of prose earns less than half of what the heaviest does.
fn earns_little(task: &Task, label: &str) -> bool {
    let Task::Text(rubric) = task else { return false };
    let weights = || rubric.keywords.iter().map(|keyword| keyword.weight.thousandths());
    let own = rubric.keywords.iter().find(|keyword| keyword.label == label);
    let own = own.map_or(u32::MAX, |keyword| keyword.weight.thousandths());
    weights().any(|other| own < other / 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::{problems, words};

    #[test]
    fn a_word_of_the_prompt_is_no_keyword() {
        let quiz = "[[questions]]\nprompt = \"What is caching for?\"\nkeywords = [\"cache\"]";
        assert_eq!(words(&EXPLANATION, quiz), ["caching"]);
    }

    #[test]
    fn a_word_of_the_prompt_may_earn_little_beside_others() {
        let quiz = |weight: &str| {
            let quiz = format!(
                "[[questions]]\nprompt = \"What is caching for?\"\n\
                 keywords = [\"speed\", {{ term = \"cache\", weight = {weight} }}]"
            );
            words(&EXPLANATION, &quiz)
        };
        assert_eq!(quiz("0.5"), ["caching"]);
        assert_eq!(quiz("0.49"), [""; 0]);
    }

    #[test]
    fn one_entry_of_several_that_are_asked_for_may_stand_there() {
        let quiz = "[[questions]]\nprompt = \"What is caching for?\"\n\
            keywords = [{ label = \"x\", all = [\"cache\", \"speed\"] }]";
        assert_eq!(problems(&EXPLANATION, quiz), []);
    }

    #[test]
    fn nor_may_the_answer_of_another_question_type() {
        let short = |prompt: &str| {
            let quiz = format!(
                "[[questions]]\ntype = \"short\"\nprompt = \"{prompt}\"\naccept = [\"slice\"]"
            );
            words(&EXPLANATION, &quiz)
        };
        assert_eq!(short("What is a slice called?"), ["slice"]);
        assert_eq!(short("What is a part called?"), [""; 0]);
        let cloze =
            "[[questions]]\ntype = \"cloze\"\nprompt = \"A list of urls is a list of {{urls}}.\"";
        assert_eq!(words(&EXPLANATION, cloze), ["urls"]);
        let after =
            "[[questions]]\ntype = \"cloze\"\nprompt = \"\"\"\\\\{{ {{urls}} \\t is a url\"\"\"";
        assert_eq!(words(&EXPLANATION, after), ["url"]);
        let choice = |prompt: &str| {
            let quiz = format!(
                "[[questions]]\ntype = \"choice\"\nprompt = \"{prompt}\"\noptions = [\"nginx\", \
                 {{ text = \"Varnish\", correct = true }}]"
            );
            words(&EXPLANATION, &quiz)
        };
        assert_eq!(choice("What is Varnish?"), ["Varnish"]);
        assert_eq!(choice("nginx or Varnish?"), [""; 0]);
    }
}
