//! What was found in prose, keyword by keyword.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::matcher::{Likeness, Refusal};
use crate::quiz::question::CriterionId;
use crate::quiz::{PerMille, Points, Weight};
use crate::span::Span;

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

impl Finding {
    /// The verdict in one word.
    #[must_use]
    pub const fn state(&self) -> State {
        match &self.verdict {
            Verdict::Found(evidence) => match evidence.likeness {
                None | Some(Likeness::Exact) => State::Exact,
                Some(Likeness::Stem) => State::Stem,
                Some(Likeness::Fuzzy { .. }) => State::Fuzzy,
            },
            Verdict::Partial(_) => State::Partial,
            Verdict::Negated { .. } => State::Negated,
            Verdict::NearMiss { .. } => State::NearMiss,
            Verdict::Missed => State::Missed,
        }
    }

    /// How alike the keyword and what was written are: the weakest entry that counted, or what came
    /// near. `None` when it was missed or found by a pattern, and for an incomplete `all`.
    #[must_use]
    pub fn similarity(&self) -> Option<PerMille> {
        match &self.verdict {
            Verdict::NearMiss { reason: NearMissReason::Refused { similarity, .. }, .. } => {
                Some(*similarity)
            }
            Verdict::NearMiss { reason: NearMissReason::Incomplete { .. }, .. } => None,
            _ => self.evidence()?.likeness.map(Likeness::similarity),
        }
    }

    /// What was found, or what came near; `None` when it was missed.
    #[must_use]
    pub const fn evidence(&self) -> Option<&Evidence> {
        match &self.verdict {
            Verdict::Found(evidence)
            | Verdict::Partial(evidence)
            | Verdict::Negated { evidence, .. }
            | Verdict::NearMiss { evidence, .. } => Some(evidence),
            Verdict::Missed => None,
        }
    }

    /// Whether what came near was refused by a rule of the matcher, so that nothing was found.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        matches!(self.verdict, Verdict::NearMiss { reason: NearMissReason::Refused { .. }, .. })
    }

    /// Whether it earned anything.
    #[must_use]
    pub const fn counts(&self) -> bool {
        matches!(self.verdict, Verdict::Found(_) | Verdict::Partial(_))
    }
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
    Refused {
        /// Which rule.
        refusal: Refusal,
        /// How alike all the same.
        similarity: PerMille,
    },
    /// Some entries of `all` are there, but not all, or too far apart, or in another order.
    Incomplete {
        /// Entries found, from 0.
        found: Vec<usize>,
        /// Entries asked for.
        of: usize,
    },
    /// It is said of another side of what the question compares: that side's name.
    OfAnother(Arc<str>),
    /// It stands in a passage copied from the prompt.
    Echo,
}

/// A verdict in one word, as rows and reports spell it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Found as written, or by a pattern.
    Exact,
    /// Found in another inflection.
    Stem,
    /// Found misspelled.
    Fuzzy,
    /// Some of it was found.
    Partial,
    /// Found, and denied by the answer.
    Negated,
    /// Something came near.
    NearMiss,
    /// Nothing like it is there.
    Missed,
}

impl State {
    /// Every state, best first.
    pub const ALL: [Self; 7] = [
        Self::Exact,
        Self::Stem,
        Self::Fuzzy,
        Self::Partial,
        Self::Negated,
        Self::NearMiss,
        Self::Missed,
    ];

    /// As people read it.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Exact | Self::Stem => "found",
            Self::Fuzzy => "misspelled",
            Self::Partial => "in part",
            Self::Negated => "denied",
            Self::NearMiss => "near",
            Self::Missed => "missed",
        }
    }

    /// As rows and reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Stem => "stem",
            Self::Fuzzy => "fuzzy",
            Self::Partial => "partial",
            Self::Negated => "negated",
            Self::NearMiss => "near_miss",
            Self::Missed => "missed",
        }
    }
}

/// The place and the likeness of what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Places in the answer as given, in order; at least one.
    pub spans: SmallVec<[Span; 1]>,
    /// What the quiz calls what was found there: term, alias or entry, in the rubric's order; the
    /// label where a pattern found it.
    pub terms: SmallVec<[Arc<str>; 1]>,
    /// The weakest that counted; `None` for a pattern and for what only came near.
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
