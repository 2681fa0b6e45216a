//! Question and response in, grade out: the points and every reason for them.

use rust_decimal::Decimal;

use crate::matcher::{Likeness, Refusal};
use crate::quiz::question::{CriterionId, ItemId, OptionId};
use crate::quiz::{PerMille, Points, Weight};
use crate::span::Span;

/// What a response earned, and why. Nothing downstream looks at the response again to find out.
#[derive(Debug, Clone, PartialEq)]
pub struct Grade {
    /// Points earned, before hints.
    pub earned: Points,
    /// Points of the question.
    pub possible: Points,
    /// What was found, by the question's type.
    pub outcome: Outcome,
    /// What a reader should know about the response.
    pub flags: Vec<Flag>,
}

/// What was found in a response, by the question's type.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Nothing was answered.
    Skipped,
    /// To `text`.
    Text(Findings),
    /// To `short`.
    Short(Match),
    /// To `choice` and `multi`.
    Picked {
        /// Picked, with whether it was right, in the file's order.
        picked: Vec<(OptionId, bool)>,
        /// Right ones that were not picked.
        left: Vec<OptionId>,
    },
    /// To `boolean`.
    Judged {
        /// Whether the response is right.
        right: bool,
    },
    /// To `number`.
    Counted {
        /// Whether it is within the tolerance.
        right: bool,
        /// How far off.
        off: Decimal,
    },
    /// To `order`.
    Ordered {
        /// The order given.
        given: Vec<ItemId>,
        /// Pairs in the right order.
        concordant: u32,
        /// All pairs.
        pairs: u32,
    },
    /// To `cloze`, one per gap.
    Filled(Vec<Match>),
}

/// How a short text compares with the accepted answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// It is one of them.
    Accepted {
        /// Which, from 0.
        answer: usize,
        /// How alike.
        likeness: Likeness,
    },
    /// It came near.
    NearMiss {
        /// To which, from 0.
        answer: usize,
        /// How alike all the same.
        similarity: PerMille,
        /// Why it does not count.
        reason: Refusal,
    },
    /// It is none of them.
    Wrong,
    /// Nothing was written.
    Empty,
}

/// What was found in prose.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// One per keyword, in the rubric's order.
    pub keywords: Vec<Finding>,
    /// Misconceptions found.
    pub misconceptions: Vec<Slip>,
    /// Weight earned by all keywords together, in thousandths.
    pub weight_earned: u32,
    /// Whether a missing required keyword capped the points.
    pub capped: bool,
}

/// What became of one keyword.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which keyword.
    pub criterion: CriterionId,
    /// The part of its weight that it earned.
    pub earned: Weight,
    /// Found or not, with the evidence.
    pub verdict: Verdict,
}

/// Whether a keyword was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// All that it asks for.
    Found(Evidence),
    /// Fewer entries of `any` than `min`.
    Partial(Evidence),
    /// Found in a negated clause, and that costs it.
    Negated {
        /// What was found.
        evidence: Evidence,
        /// The word that negates.
        cue: Span,
    },
    /// Something came near and earns nothing.
    NearMiss {
        /// What came near.
        evidence: Evidence,
        /// Why it does not count.
        reason: NearMissReason,
    },
    /// Nothing like it is there.
    Missed,
}

/// Why something near earned nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NearMissReason {
    /// A rule of the matcher refused it.
    Refused(Refusal),
    /// Some entries of `all` are there, but not all, or too far apart, or in another order.
    Incomplete {
        /// Entries found, from 0.
        found: Vec<usize>,
        /// Entries asked for.
        of: usize,
    },
    /// It stands in a passage copied from the prompt.
    Echo,
}

/// The place and the likeness of what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Places in the answer as given, in order; at least one.
    pub spans: Vec<Span>,
    /// What the quiz calls what was found there: term, alias or entry, in the rubric's order.
    pub terms: Vec<String>,
    /// The weakest that counted; `None` for a pattern.
    pub likeness: Option<Likeness>,
}

/// A misconception found in an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Slip {
    /// Which one, from 0 in the rubric's order.
    pub misconception: usize,
    /// Where.
    pub evidence: Evidence,
    /// What it costs.
    pub penalty: Points,
}

/// What a reader should know about a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// A passage was copied from the prompt.
    EchoesPrompt,
    /// Keywords and little else.
    BareList,
    /// A keyword counts although it is negated.
    CountsNegated,
    /// Longer than is graded.
    TooLong,
}
