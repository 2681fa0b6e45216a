//! V100: an example does not get what it must get.

use crate::check::subject::{Item, Subject};
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::grade::{Findings, Grade, Outcome};
use crate::quiz::question::{Example, Rubric};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(100),
    title: "an example fails",
    text: "\
An example is an answer with the score that it must get: `at_least` and `at_most` as shares of the
question's points, `found` and `missed` as labels of keywords and misconceptions. This one gets
another.

Either the keywords do not say what a good answer says, or the example expects too much. The message
names the score and the keywords that were found; `viva explain` shows the rest.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    for item in subject.items() {
        let Some(rubric) = item.rubric() else { continue };
        for (example, span) in rubric.examples.iter().zip(&item.origin.examples) {
            let Some(complaint) = complaint(&item, rubric, example) else { continue };
            let title = format!("an example of `{}` fails", item.question.id);
            problems.push(
                Diagnostic::error(EXPLANATION.code, *span, title, complaint.what)
                    .help(complaint.found),
            );
        }
    }
}

struct Complaint {
    what: String,
    found: String,
}

fn complaint(item: &Item<'_>, rubric: &Rubric, example: &Example) -> Option<Complaint> {
    let grade = item.grade(&example.answer)?;
    let Outcome::Text(findings) = &grade.outcome else {
        let what = wrong_share(example, &grade)?;
        return Some(Complaint { what, found: "the answer is blank".to_owned() });
    };
    let what = wrong_share(example, &grade).or_else(|| wrong_label(rubric, example, findings))?;
    Some(Complaint { what, found: summary(rubric, findings) })
}

fn wrong_share(example: &Example, grade: &Grade) -> Option<String> {
    let share = grade.share();
    if let Some(least) = example.at_least.filter(|least| share < *least) {
        return Some(format!("gets {share}, must get at least {least}"));
    }
    let most = example.at_most.filter(|most| share > *most)?;
    Some(format!("gets {share}, must get at most {most}"))
}

fn wrong_label(rubric: &Rubric, example: &Example, findings: &Findings) -> Option<String> {
    let counts = |label: &String| {
        let mut keywords = rubric.keywords.iter().zip(&findings.keywords);
        let mut wrong = findings.misconceptions.iter();
        keywords.any(|(keyword, finding)| keyword.label == *label && finding.counts())
            || wrong.any(|slip| {
                let wrong = rubric.misconceptions.get(slip.misconception);
                wrong.is_some_and(|wrong| wrong.label == *label)
            })
    };
    if let Some(label) = example.found.iter().find(|label| !counts(label)) {
        return Some(format!("must have `{label}` found"));
    }
    let label = example.missed.iter().find(|label| counts(label))?;
    Some(format!("must not have `{label}` found"))
}

fn summary(rubric: &Rubric, findings: &Findings) -> String {
    let pairs = || rubric.keywords.iter().zip(&findings.keywords);
    let labels = |counts: bool| {
        let those = pairs().filter(|(_, finding)| finding.counts() == counts);
        let labels: Vec<_> = those.map(|(keyword, _)| format!("`{}`", keyword.label)).collect();
        if labels.is_empty() { "nothing".to_owned() } else { labels.join(", ") }
    };
    let mut summary = format!("found {}; missed {}", labels(true), labels(false));
    for slip in &findings.misconceptions {
        if let Some(misconception) = rubric.misconceptions.get(slip.misconception) {
            let label = &misconception.label;
            summary = format!("{summary}; misconception `{label}` costs {}", slip.penalty);
        }
    }
    summary
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    const QUIZ: &str =
        "[[questions]]\nprompt = \"What is sent?\"\nkeywords = [\"pre_save\", \"post_save\"]\n";

    #[test]
    fn an_example_that_gets_too_little_says_what_it_got() {
        let example = "examples = [{ answer = \"pre_save\", at_least = 0.9 }]";
        let found = problems(&EXPLANATION, &format!("{QUIZ}{example}"));
        assert_eq!(found[0].label, "gets 50%, must get at least 90%");
        assert_eq!(found[0].help.as_deref(), Some("found `pre_save`; missed `post_save`"));
    }

    #[test]
    fn an_example_must_not_get_too_much_either() {
        let example = "examples = [{ answer = \"pre_save\", at_most = 0.4 }]";
        assert_eq!(problems(&EXPLANATION, &format!("{QUIZ}{example}")).len(), 1);
    }

    #[test]
    fn a_misconception_is_found_or_missed_as_a_keyword_is() {
        let example = |demand: &str| {
            format!(
                "{QUIZ}misconceptions = [{{ label = \"in the cookie\", term = \"cookie\" }}]\n\
                 examples = [{{ answer = \"pre_save, in the cookie\", {demand} = [\"in the cookie\"] }}]"
            )
        };
        assert_eq!(problems(&EXPLANATION, &example("found")), []);
        assert_eq!(problems(&EXPLANATION, &example("missed")).len(), 1);
    }

    #[test]
    fn labels_must_be_found_or_missed_as_it_says() {
        let wrong = "examples = [{ answer = \"pre_save\", found = [\"post_save\"] }]";
        assert_eq!(problems(&EXPLANATION, &format!("{QUIZ}{wrong}")).len(), 1);
        let right = "examples = [{ answer = \"pre_save\", at_least = 0.5, found = [\"pre_save\"], missed = [\"post_save\"] }]";
        assert_eq!(problems(&EXPLANATION, &format!("{QUIZ}{right}")), []);
    }
}
