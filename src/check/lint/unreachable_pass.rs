//! V106: nobody can reach the pass mark.

use crate::check::subject::{Item, Subject};
use crate::diagnostic::{Code, Diagnostic, Explanation};
use crate::quiz::Points;
use crate::quiz::question::{Criterion, Need};
use crate::score::{Marked, Score, Tally};

pub const EXPLANATION: Explanation = Explanation {
    code: Code(106),
    title: "nobody can reach the pass mark",
    text: "\
For each text question the best answer that the quiz itself offers is graded: every keyword's terms
written out one after the other, the model answer, and the examples. Even with the best of them
everywhere the total stays below `pass`. Usually a misconception costs what a keyword earns, or a
keyword cannot be met.",
};

pub fn look(subject: &Subject<'_>, problems: &mut Vec<Diagnostic>) {
    let marked = subject.items().map(|item| {
        let best = best(&item);
        Marked { question: item.question, earned: best, claimed: best }
    });
    let score = Score::new(subject.quiz, &marked.collect::<Vec<_>>());
    if !score.passed {
        let Tally { earned, possible, .. } = score.total;
        let at = subject.origins.pass.unwrap_or(subject.origins.title);
        let title = format!("nobody can reach the pass mark of {}", subject.quiz.pass);
        let label = format!("the best answers reach {earned} of {possible} points");
        problems.push(
            Diagnostic::warning(EXPLANATION.code, at, title, label)
                .help("lower it, or look for keywords that misconceptions take back"),
        );
    }
}

fn best(item: &Item<'_>) -> Points {
    let Some(rubric) = item.rubric() else { return item.question.points };
    if rubric.keywords.iter().any(|keyword| matches!(keyword.need, Need::Pattern(_))) {
        return item.question.points;
    }
    let model = item.question.answer.iter().map(|answer| answer.as_str().to_owned());
    let examples = rubric.examples.iter().map(|example| example.answer.clone());
    let written_out = std::iter::once_with(|| rubric.keywords.iter().map(sentence).collect());
    let mut best = Points::ZERO;
    for answer in model.chain(examples).chain(written_out) {
        best = best.max(item.grade(&answer).map_or(Points::ZERO, |grade| grade.earned));
        if best == item.question.points {
            break;
        }
    }
    best
}

fn sentence(keyword: &Criterion) -> String {
    match &keyword.need {
        Need::All { entries, .. } => {
            let firsts: Vec<_> =
                entries.iter().filter_map(|entry| entry.0.first()).cloned().collect();
            firsts.join(" ") + ".\n"
        }
        need => need.terms().join(".\n") + ".\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::lint::testing::problems;

    #[test]
    fn a_misconception_that_takes_back_what_a_keyword_earns_is_noticed() {
        let quiz = "pass = 0.9\n[[questions]]\nprompt = \"Why?\"\nkeywords = [\"cache\"]\n\
            misconceptions = [{ label = \"wrong\", term = \"cache\", penalty = 1 }]";
        assert_eq!(problems(&EXPLANATION, quiz).len(), 1);
    }

    #[test]
    fn the_pass_mark_of_a_file_that_gives_none_must_be_reachable_too() {
        let quiz = "[[questions]]\nprompt = \"Why?\"\nkeywords = [\"cache\"]\n\
            misconceptions = [{ label = \"wrong\", term = \"cache\", penalty = 1 }]";
        assert_eq!(problems(&EXPLANATION, quiz).len(), 1);
    }

    #[test]
    fn a_share_just_below_the_mark_does_not_pass() {
        let quiz = "pass = 0.7\n[[questions]]\nprompt = \"Why?\"\npoints = 10\nkeywords = [\"cache\"]\n\
            misconceptions = [{ label = \"wrong\", term = \"cache\", penalty = 3.004 }]";
        assert_eq!(
            problems(&EXPLANATION, quiz)[0].label,
            "the best answers reach 6.996 of 10 points"
        );
    }

    #[test]
    fn a_quiz_that_can_be_answered_is_fine() {
        let quiz = "pass = 1.0\n[[questions]]\nprompt = \"Why?\"\n\
            keywords = [\"cache\", { label = \"b\", all = [\"id\", \"cookie\"], within = \"sentence\" }]";
        assert_eq!(problems(&EXPLANATION, quiz), []);
    }
}
