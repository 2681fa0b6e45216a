//! What can be changed.

use crate::quiz::question::{CriterionId, Need, Negation};
use crate::quiz::{PerMille, Points, Weight};

/// A change to one question.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A keyword more, after those that are there.
    Keyword(NewKeyword),
    /// A misconception more, after those that are there.
    Misconception(NewMisconception),
    /// More ways to say the term of a keyword; those that it has already are left out.
    Aliases(CriterionId, Vec<String>),
    /// Another weight for a keyword.
    Weight(CriterionId, Weight),
    /// Another share of the weight that earns all points.
    FullAt(PerMille),
    /// The share of the weight that earns all points, unless the question has one of its own.
    FullAtIfUnset(PerMille),
    /// What a negated find is worth, unless the question says so itself.
    NegationIfUnset(Negation),
}

/// A keyword to be written. What it does not say of how it is looked for is left to the question and
/// the quiz.
#[derive(Debug, Clone, PartialEq)]
pub struct NewKeyword {
    /// Absent, the label is what the reader makes of the need.
    pub label: Option<String>,
    /// When it is met.
    pub need: Need,
    /// What it earns beside the others.
    pub weight: Weight,
    /// Shown when it was missed.
    pub feedback: Option<String>,
    /// What a negated find is worth; absent, the question says it.
    pub negation: Option<Negation>,
}

impl NewKeyword {
    /// A keyword of weight one that says no more than when it is met.
    #[must_use]
    pub fn new(need: Need) -> Self {
        Self { label: None, need, weight: Weight::ONE, feedback: None, negation: None }
    }
}

/// A misconception to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMisconception {
    /// Absent, the label is what the reader makes of the need.
    pub label: Option<String>,
    /// When it is met.
    pub need: Need,
    /// Points taken off.
    pub penalty: Points,
    /// Shown when it was found.
    pub feedback: Option<String>,
    /// What a negated find costs; absent, nothing.
    pub negation: Option<Negation>,
}
