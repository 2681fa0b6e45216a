//! An explanation, reason by reason.

use super::nearest::{Nearest, nearest};
use super::rule::Rule;
use crate::grade::finding::{Evidence, Finding, Findings, NearMissReason, State, Verdict};
use crate::grade::outcome::{Grade, Match, Outcome};
use crate::quiz::question::{Accepted, OptionId, Options, Question, Rubric, Task};
use crate::quiz::{PerMille, Points, Response, Weight};
use crate::span::Span;
use crate::text::{Language, Text};

/// Why a response got its grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// One for each thing that was looked for, in the quiz's order.
    pub reasons: Vec<Reason>,
    /// Misconceptions that were found: label, places, and what each costs.
    pub misconceptions: Vec<(String, Vec<Span>, Points)>,
}

/// Why one thing was found or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// What was looked for: a keyword's label, an accepted answer, an option.
    pub label: String,
    /// For a keyword, what became of it.
    pub state: Option<State>,
    /// For a keyword, the part of its weight that it earned, and its weight.
    pub weight: Option<(Weight, Weight)>,
    /// What decided.
    pub rule: Rule,
    /// Places in the answer that decided, if any.
    pub spans: Vec<Span>,
    /// Where nothing decided, the nearest thing all the same.
    pub nearest: Option<Nearest>,
}

/// How alike the nearest thing to a keyword must be to tell anything.
const TELLING: PerMille = PerMille::new(600);

/// Explains the `grade` of `response` to `question`. All three must belong together.
#[must_use]
pub fn explain(
    question: &Question,
    language: Language,
    response: &Response,
    grade: &Grade,
) -> Explanation {
    let reasons = match (&question.task, &grade.outcome) {
        (Task::Text(rubric), Outcome::Text(findings)) => {
            return prose(rubric, language, response, findings);
        }
        (Task::Short(accepted), Outcome::Short(found)) => {
            let text = Text::new(written(response), language);
            let wrong = matches!(found, Match::Wrong);
            let nearest = || nearest(&text, accepted.answers.iter().map(String::as_str), &[]);
            vec![Reason { nearest: wrong.then(nearest).flatten(), ..whole(accepted, found) }]
        }
        (Task::Cloze(cloze), Outcome::Filled(found)) => {
            cloze.gaps().zip(found).map(|(accepted, found)| whole(accepted, found)).collect()
        }
        (Task::Choice(options) | Task::Multi(options), Outcome::Picked { picked, left }) => {
            picks(options, picked, left)
        }
        (Task::Boolean(correct), Outcome::Judged { right }) => {
            vec![Reason::plain(correct.to_string(), Rule::Judged(*right))]
        }
        (Task::Number(target), Outcome::Counted { off, .. }) => {
            let rule = Rule::Distance { off: *off, tolerance: target.tolerance };
            vec![Reason::plain(target.value.normalize().to_string(), rule)]
        }
        (Task::Order(_), Outcome::Ordered { concordant, pairs, .. }) => {
            let rule = Rule::Pairs { concordant: *concordant, pairs: *pairs };
            vec![Reason::plain("order".to_owned(), rule)]
        }
        _ => vec![Reason::plain(question.id.to_string(), Rule::Skipped)],
    };
    Explanation { reasons, misconceptions: Vec::new() }
}

impl Reason {
    fn plain(label: String, rule: Rule) -> Self {
        Self { label, state: None, weight: None, rule, spans: Vec::new(), nearest: None }
    }
}

fn prose(
    rubric: &Rubric,
    language: Language,
    response: &Response,
    findings: &Findings,
) -> Explanation {
    let text = Text::new(written(response), language);
    let keywords = rubric.keywords.iter().zip(&findings.keywords);
    let reasons = keywords.map(|(keyword, finding)| Reason {
        label: keyword.label.clone(),
        state: Some(finding.state()),
        weight: Some((finding.earned, keyword.weight)),
        rule: Rule::of_finding(finding, keyword.need.parts()),
        spans: finding.evidence().map(spans).unwrap_or_default(),
        nearest: not_counted(finding)
            .then(|| nearest(&text, keyword.need.terms().into_iter(), counted(finding)))
            .flatten()
            .filter(|nearest| nearest.similarity >= TELLING),
    });
    let misconceptions = findings.misconceptions.iter().map(|slip| {
        let label = rubric.misconceptions.get(slip.misconception).map(|wrong| wrong.label.clone());
        (label.unwrap_or_default(), slip.evidence.spans.to_vec(), slip.penalty)
    });
    Explanation { reasons: reasons.collect(), misconceptions: misconceptions.collect() }
}

fn written(response: &Response) -> &str {
    match response {
        Response::Written(answer) => answer.gradable(),
        _ => "",
    }
}

fn spans(evidence: &Evidence) -> Vec<Span> {
    evidence.spans.to_vec()
}

/// Places of entries that were found where others were not.
fn counted(finding: &Finding) -> &[Span] {
    match &finding.verdict {
        Verdict::Partial(evidence)
        | Verdict::NearMiss { evidence, reason: NearMissReason::Incomplete { .. } } => {
            &evidence.spans
        }
        _ => &[],
    }
}

const fn not_counted(finding: &Finding) -> bool {
    matches!(finding.state(), State::Missed | State::NearMiss | State::Partial)
}

/// Why a text was taken as a whole for one of the accepted ones, or not.
fn whole(accepted: &Accepted, found: &Match) -> Reason {
    let answer = match found {
        Match::Accepted { answer, .. } | Match::NearMiss { answer, .. } => *answer,
        Match::Wrong | Match::Empty => 0,
    };
    let label = accepted.answers.get(answer).cloned().unwrap_or_default();
    Reason::plain(label, Rule::of_match(found))
}

fn picks(options: &Options, picked: &[(OptionId, bool)], left: &[OptionId]) -> Vec<Reason> {
    let rule = |id: OptionId| {
        let pick = picked.iter().find(|(other, _)| *other == id);
        pick.map(|(_, right)| Rule::Picked(*right)).or(left.contains(&id).then_some(Rule::Left))
    };
    let reasons = options
        .iter()
        .filter_map(|(id, option)| Some(Reason::plain(option.text.as_str().to_owned(), rule(id)?)));
    reasons.collect()
}
