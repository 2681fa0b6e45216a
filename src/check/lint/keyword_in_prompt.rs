//! V101: a keyword stands in the prompt.

use crate::check::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::grade::Verdict;

pub const EXPLANATION: Explanation = Explanation {
    code: Code(101),
    title: "a keyword stands in the prompt",
    text: "\
The prompt alone meets this keyword, so whoever repeats the question earns its weight without knowing
anything. Ask differently, or ask for more than the word: a phrase, or `all` of several entries.

    prompt   = \"What is the cache framework for?\"
    keywords = [\"cache\"]                  # earned by \"the cache framework is for caching\"",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let Some(findings) = item.findings(item.question.prompt.as_str()) else { continue };
        for ((keyword, origin), finding) in item.keywords().zip(&findings.keywords) {
            let Verdict::Found(evidence) = &finding.verdict else { continue };
            let label = &keyword.label;
            let title = format!("the prompt of `{}` gives away `{label}`", item.question.id);
            let written: Vec<_> = evidence
                .spans
                .iter()
                .map(|span| format!("`{}`", span.of(item.question.prompt.as_str())))
                .collect();
            let shown = format!("has {}", written.join(" and "));
            problems.push(
                Diagnostic::warning(EXPLANATION.code, origin.label, title, "this keyword")
                    .also(item.origin.prompt, shown)
                    .help("ask without the word, or make the keyword ask for more than it"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    #[test]
    fn a_word_of_the_prompt_is_no_keyword() {
        let quiz = "[[questions]]\nprompt = \"What is caching for?\"\nkeywords = [\"cache\"]";
        assert_eq!(problems(&EXPLANATION, quiz).len(), 1);
    }

    #[test]
    fn one_entry_of_several_that_are_asked_for_may_stand_there() {
        let quiz = "[[questions]]\nprompt = \"What is caching for?\"\n\
            keywords = [{ label = \"x\", all = [\"cache\", \"speed\"] }]";
        assert_eq!(problems(&EXPLANATION, quiz), []);
    }
}
