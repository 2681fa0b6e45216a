//! Where grader and people differ most.

use schemars::JsonSchema;
use serde::Serialize;

use super::marked::Marked;
use crate::grade::State;
use crate::measure::PerMille;
use crate::quiz::question::{Question, QuestionId, Rubric, Task};
use crate::quiz::{AnswerText, Quiz};
use crate::span::Span;

/// An answer about which grader and people differ.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Difference {
    /// The question's id.
    pub question: QuestionId,
    /// As written.
    pub answer: AnswerText,
    /// The grader's share.
    pub grader: PerMille,
    /// The people's.
    pub people: PerMille,
    /// What the grader saw, in the quiz's order, misconceptions last.
    pub places: Vec<Place>,
}

/// What was found of a keyword or a misconception, or came near.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Place {
    /// The keyword's label, or the misconception's.
    pub label: String,
    /// What became of the keyword; null for a misconception.
    pub state: Option<State>,
    /// Where, in bytes of the answer.
    pub spans: Vec<Span>,
}

/// The `most` answers that differ most, the widest first, then in the file's order.
pub(super) fn widest(quiz: &Quiz, marked: &[Marked<'_>], most: usize) -> Vec<Difference> {
    let mut order: Vec<&Marked<'_>> = marked.iter().filter(|marked| marked.gap() != 0).collect();
    order.sort_by_key(|marked| std::cmp::Reverse(marked.gap().abs()));
    let described = order.into_iter().take(most).filter_map(|marked| {
        quiz.questions.get(marked.sample.question).map(|question| describe(question, marked))
    });
    described.collect()
}

fn describe(question: &Question, marked: &Marked<'_>) -> Difference {
    Difference {
        question: question.id.clone(),
        answer: marked.sample.answer.clone(),
        grader: marked.grade.share(),
        people: marked.people(),
        places: match &question.task {
            Task::Text(rubric) => places(rubric, marked),
            _ => Vec::new(),
        },
    }
}

fn places(rubric: &Rubric, marked: &Marked<'_>) -> Vec<Place> {
    let Some(findings) = marked.grade.findings() else { return Vec::new() };
    let keywords =
        rubric.keywords.iter().zip(&findings.keywords).filter_map(|(keyword, finding)| {
            finding.evidence().map(|evidence| Place {
                label: keyword.label.clone(),
                state: Some(finding.state()),
                spans: evidence.spans.to_vec(),
            })
        });
    let slips = findings.misconceptions.iter().filter_map(|slip| {
        let label = rubric.misconceptions.get(slip.misconception)?.label.clone();
        Some(Place { label, state: None, spans: slip.evidence.spans.to_vec() })
    });
    keywords.chain(slips).collect()
}
