//! Where the parts of a quiz stand in its file.
//!
//! A string's span covers its quotes. Lists run parallel to those of the [`Quiz`](super::Quiz).

use crate::span::Span;

/// The places of a whole quiz.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origins {
    /// The title.
    pub title: Span,
    /// The pass mark, where the file gives one.
    pub pass: Option<Span>,
    /// The id of each `[[topics]]` table, in the file's order.
    pub topics: Vec<Span>,
    /// The codes of `[lints] allow`.
    pub allow: Vec<Span>,
    /// The questions.
    pub questions: Vec<QuestionOrigin>,
}

/// The places of one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuestionOrigin {
    /// The id, or the prompt of a question that gives none.
    pub id: Span,
    /// The prompt.
    pub prompt: Span,
    /// The points, where the file gives them.
    pub points: Option<Span>,
    /// The hint.
    pub hint: Option<Span>,
    /// What the hint costs, where the file says so.
    pub hint_cost: Option<Span>,
    /// The model answer.
    pub answer: Option<Span>,
    /// The codes of the question's `allow`.
    pub allow: Vec<Span>,
    /// The keywords.
    pub keywords: Vec<CriterionOrigin>,
    /// The misconceptions.
    pub misconceptions: Vec<CriterionOrigin>,
    /// The answers of the examples.
    pub examples: Vec<Span>,
    /// The options, of `choice` and `multi`.
    pub options: Vec<Span>,
}

/// The places of a keyword or a misconception.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CriterionOrigin {
    /// Its label, or what the label defaults to.
    pub label: Span,
    /// Entry by entry, each string of it. A term and its aliases are an entry each.
    pub terms: Vec<Vec<Span>>,
    /// Its weight, where the file gives one.
    pub weight: Option<Span>,
}
