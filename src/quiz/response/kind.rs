//! A response of the kind that a question's type takes.

use rust_decimal::Decimal;

use super::answer::AnswerText;
use crate::quiz::question::{ItemId, OptionId};

/// A response to one question, of the kind its task takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// Left unanswered; earns nothing and counts.
    Skipped,
    /// To `text` and `short`.
    Written(AnswerText),
    /// To `choice` (one) and `multi` (any number), in the file's order.
    Picked(Vec<OptionId>),
    /// To `boolean`.
    Judged(bool),
    /// To `number`: the value, and what was typed.
    Counted(Decimal, AnswerText),
    /// To `order`: a permutation of all items.
    Ordered(Vec<ItemId>),
    /// To `cloze`: one text per gap.
    Filled(Vec<AnswerText>),
}
