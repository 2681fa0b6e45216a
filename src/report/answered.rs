//! From one graded answer to its part of the report.

use super::question::{
    Fit, FitState, GapReport, HintReport, KeywordReport, MisconceptionReport, PickReport,
    QuestionReport, ResponseReport, Status, Unread,
};
use crate::attempt::{Decision, Graded, Progress};
use crate::grade::{Finding, Findings, Match, Outcome, Slip, Verdict};
use crate::matcher::Likeness;
use crate::quiz::question::{
    Accepted, Criterion, ItemId, OptionId, Options, Rubric, Sequence, Task,
};
use crate::quiz::{AnswerText, Markdown, PerMille, Response};

impl QuestionReport {
    pub(super) fn new(progress: &Progress, graded: &Graded<'_>) -> Self {
        let question = graded.question;
        let hint = question.hint.as_ref().zip(graded.hint);
        Self {
            id: question.id.clone(),
            topic: question.topic.clone(),
            level: question.level,
            kind: question.task.kind().to_owned(),
            prompt: question.prompt.clone(),
            possible: question.points,
            earned: graded.earned,
            claimed: graded.claimed,
            status: status(progress, graded),
            late: progress.is_late(),
            hint: hint.map(|(hint, cost)| HintReport { text: Some(hint.text.clone()), cost }),
            spent: Some(progress.spent),
            observed: None,
            flags: graded.grade.flags.clone(),
            response: response(progress, graded),
            unread: unread(progress, graded),
            answer: question.answer.clone(),
            sources: question.sources.clone(),
        }
    }
}

fn status(progress: &Progress, graded: &Graded<'_>) -> Status {
    match &progress.decision {
        Decision::Open => Status::Unanswered,
        Decision::Skipped => Status::Skipped,
        Decision::Answered { .. } if graded.unreadable.is_some() => Status::Unreadable,
        Decision::Answered { .. } if graded.grade.outcome == Outcome::Skipped => Status::Skipped,
        Decision::Answered { .. } => Status::Answered,
    }
}

fn unread(progress: &Progress, graded: &Graded<'_>) -> Option<Unread> {
    let why = AnswerText::new(graded.unreadable.as_ref()?.to_string());
    Some(Unread { given: progress.answer()?.whole(), why })
}

fn response(progress: &Progress, graded: &Graded<'_>) -> Option<ResponseReport> {
    let report = match (&graded.question.task, &graded.response, &graded.grade.outcome) {
        (Task::Text(rubric), Response::Written(text), Outcome::Text(findings)) => {
            prose(rubric, text, findings, progress)
        }
        (Task::Short(accepted), Response::Written(text), Outcome::Short(found)) => {
            ResponseReport::Short(gap(accepted, text, found))
        }
        (
            Task::Choice(options) | Task::Multi(options),
            Response::Picked(_),
            Outcome::Picked { picked, left },
        ) => picks(options, picked, left),
        (Task::Boolean(correct), Response::Judged(given), _) => {
            ResponseReport::Judged { given: *given, correct: Some(*correct) }
        }
        (Task::Number(target), Response::Counted(_, text), Outcome::Counted { right, .. }) => {
            ResponseReport::Counted {
                text: text.clone(),
                right: *right,
                correct: Some(target.value.to_string()),
                tolerance: Some(target.tolerance.to_string()),
                unit: target.unit.clone(),
            }
        }
        (Task::Order(sequence), _, Outcome::Ordered { given, concordant, pairs }) => {
            ResponseReport::Ordered {
                given: items(sequence, given),
                correct: Some(sequence.0.clone()),
                concordant: *concordant,
                pairs: *pairs,
            }
        }
        (Task::Cloze(cloze), Response::Filled(texts), Outcome::Filled(found)) => {
            let gaps = cloze.gaps().zip(texts).zip(found);
            let gaps = gaps.map(|((accepted, text), found)| gap(accepted, text, found));
            ResponseReport::Filled { gaps: gaps.collect() }
        }
        _ => return None,
    };
    Some(report)
}

fn prose(
    rubric: &Rubric,
    text: &AnswerText,
    findings: &Findings,
    progress: &Progress,
) -> ResponseReport {
    let keywords = rubric.keywords.iter().zip(&findings.keywords);
    ResponseReport::Text {
        text: text.clone(),
        keywords: keywords.map(|(keyword, finding)| found(keyword, finding, progress)).collect(),
        misconceptions: findings
            .misconceptions
            .iter()
            .filter_map(|slip| misconception(rubric, slip))
            .collect(),
        capped: findings.capped,
        full_at: rubric.full_at,
    }
}

fn found(keyword: &Criterion, finding: &Finding, progress: &Progress) -> KeywordReport {
    let evidence = finding.evidence();
    let incomplete = finding.earned < keyword.weight;
    KeywordReport {
        label: Some(keyword.label.clone()),
        state: finding.state(),
        similarity: finding.similarity(),
        spans: evidence.map(|evidence| evidence.spans.to_vec()).unwrap_or_default(),
        cue: match &finding.verdict {
            Verdict::Negated { cue, .. } => Some(*cue),
            _ => None,
        },
        found: evidence
            .filter(|_| !finding.is_refused())
            .map(|evidence| evidence.terms.iter().map(ToString::to_string).collect())
            .unwrap_or_default(),
        earned: finding.earned,
        weight: keyword.weight,
        required: keyword.required,
        claimed: progress.claims.contains(&keyword.label),
        feedback: keyword.feedback.clone().filter(|_| incomplete),
    }
}

fn misconception(rubric: &Rubric, slip: &Slip) -> Option<MisconceptionReport> {
    let misconception = rubric.misconceptions.get(slip.misconception)?;
    Some(MisconceptionReport {
        label: Some(misconception.label.clone()),
        spans: slip.evidence.spans.to_vec(),
        penalty: slip.penalty,
        feedback: misconception.feedback.clone(),
    })
}

fn gap(accepted: &Accepted, text: &AnswerText, found: &Match) -> GapReport {
    let (state, similarity, answer) = match found {
        Match::Accepted { answer, likeness } => {
            let (state, similarity) = fit(*likeness);
            (state, Some(similarity), *answer)
        }
        Match::NearMiss { answer, similarity, .. } => {
            (FitState::NearMiss, Some(*similarity), *answer)
        }
        Match::Wrong => (FitState::Wrong, None, 0),
        Match::Empty => (FitState::Empty, None, 0),
    };
    GapReport {
        text: text.clone(),
        fit: Fit { state, similarity },
        correct: accepted.answers.get(answer).cloned(),
    }
}

const fn fit(likeness: Likeness) -> (FitState, PerMille) {
    match likeness {
        Likeness::Exact => (FitState::Exact, PerMille::ONE),
        Likeness::Stem => (FitState::Stem, PerMille::ONE),
        Likeness::Fuzzy { similarity, .. } => (FitState::Fuzzy, similarity),
    }
}

fn picks(options: &Options, picked: &[(OptionId, bool)], left: &[OptionId]) -> ResponseReport {
    let pick = |(id, right): &(OptionId, bool)| {
        options.get(*id).map(|option| PickReport {
            text: option.text.clone(),
            right: *right,
            feedback: option.feedback.clone(),
        })
    };
    let text = |id: &OptionId| options.get(*id).map(|option| option.text.clone());
    ResponseReport::Picked {
        picked: picked.iter().filter_map(pick).collect(),
        left: left.iter().filter_map(text).collect(),
    }
}

fn items(sequence: &Sequence, given: &[ItemId]) -> Vec<Markdown> {
    given.iter().filter_map(|id| sequence.get(*id).cloned()).collect()
}
