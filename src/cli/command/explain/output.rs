//! The explanation for programs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::grade::explain::{Explanation, Nearest, Reason};
use crate::grade::{Flag, Grade, State};
use crate::measure::PerMille;
use crate::quiz::{Points, Question, Weight};
use crate::span::Span;

/// What `viva explain --format json` prints. Spans are bytes of the answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "viva explain")]
pub struct ExplainOutput<'e> {
    /// The question's id.
    question: &'e str,
    /// As it was given.
    answer: &'e str,
    /// What it earned.
    points: Points,
    /// Points to be had.
    possible: Points,
    /// What else stands out about the answer.
    flags: &'e [Flag],
    /// One for each thing that was looked for, in the quiz's order.
    reasons: Vec<ReasonOutput<'e>>,
    /// Misconceptions that were found.
    misconceptions: Vec<MisconceptionOutput<'e>>,
}

/// Why one thing was found or not.
#[derive(Debug, Serialize, JsonSchema)]
struct ReasonOutput<'e> {
    /// What was looked for: a keyword's label, an accepted answer, an option.
    label: &'e str,
    /// For a keyword, what became of it.
    state: Option<State>,
    /// For a keyword, the part of its weight that it earned.
    earned: Option<Weight>,
    /// For a keyword, its weight.
    weight: Option<Weight>,
    /// What decided, for people.
    rule: String,
    /// Places that decided, if any.
    spans: &'e [Span],
    /// Where nothing decided, the nearest thing all the same.
    nearest: Option<NearestOutput<'e>>,
}

/// The nearest thing in the answer to a term.
#[derive(Debug, Serialize, JsonSchema)]
struct NearestOutput<'e> {
    /// The term.
    term: &'e str,
    /// Where the nearest thing stands.
    span: Span,
    /// How many edits it is away.
    edits: usize,
    /// How many would have been allowed.
    allowed: u8,
    /// How alike the two are.
    similarity: PerMille,
}

/// A misconception that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct MisconceptionOutput<'e> {
    /// What it is called.
    label: &'e str,
    /// Where it stands.
    spans: &'e [Span],
    /// What it costs.
    penalty: Points,
}

impl<'e> ExplainOutput<'e> {
    /// The explanation of the `grade` of what was `written` to `question`.
    pub fn new(
        question: &'e Question,
        written: &'e str,
        grade: &'e Grade,
        explanation: &'e Explanation,
    ) -> Self {
        let misconceptions = explanation.misconceptions.iter();
        Self {
            question: question.id.as_str(),
            answer: written,
            points: grade.earned,
            possible: grade.possible,
            flags: &grade.flags,
            reasons: explanation.reasons.iter().map(reason).collect(),
            misconceptions: misconceptions
                .map(|(label, spans, penalty)| MisconceptionOutput {
                    label,
                    spans,
                    penalty: *penalty,
                })
                .collect(),
        }
    }
}

fn reason(reason: &Reason) -> ReasonOutput<'_> {
    ReasonOutput {
        label: &reason.label,
        state: reason.state,
        earned: reason.weight.map(|(earned, _)| earned),
        weight: reason.weight.map(|(_, weight)| weight),
        rule: reason.rule.to_string(),
        spans: &reason.spans,
        nearest: reason.nearest.as_ref().map(nearest),
    }
}

fn nearest(nearest: &Nearest) -> NearestOutput<'_> {
    NearestOutput {
        term: &nearest.term,
        span: nearest.written,
        edits: nearest.edits,
        allowed: nearest.allowed,
        similarity: nearest.similarity,
    }
}
