//! What a response earned.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::finding::Findings;
use crate::matcher::{Likeness, Refusal};
use crate::quiz::question::{ItemId, OptionId};
use crate::quiz::{PerMille, Points};

/// What a response earned, and why. Nothing downstream looks at the response again to find out.
#[derive(Debug, Clone, PartialEq)]
pub struct Grade {
    /// Points earned, before hints.
    pub earned: Points,
    /// Points of the question.
    pub possible: Points,
    /// What was found, by the question's type.
    pub outcome: Outcome,
    /// What a reader should know about the response; each at most once, in the order of [`Flag`].
    pub flags: Vec<Flag>,
}

impl Grade {
    /// The grade of a question that was left unanswered.
    #[must_use]
    pub const fn skipped(possible: Points) -> Self {
        Self { earned: Points::ZERO, possible, outcome: Outcome::Skipped, flags: Vec::new() }
    }

    /// A grade without flags.
    pub(super) const fn plain(earned: Points, possible: Points, outcome: Outcome) -> Self {
        Self { earned, possible, outcome, flags: Vec::new() }
    }

    /// All points where the response is `right`, else none.
    pub(super) const fn all_or_nothing(right: bool, possible: Points, outcome: Outcome) -> Self {
        Self::plain(if right { possible } else { Points::ZERO }, possible, outcome)
    }

    /// The share of the question's points that was earned.
    #[must_use]
    pub fn share(&self) -> PerMille {
        self.earned.share_of(self.possible)
    }

    /// What was found in prose; `None` for other types and for a skipped question.
    #[must_use]
    pub const fn findings(&self) -> Option<&Findings> {
        match &self.outcome {
            Outcome::Text(findings) => Some(findings),
            _ => None,
        }
    }

    /// The points that are left after a hint that costs `hint`; never below zero.
    ///
    /// ```
    /// use vivavoce::grade::Grade;
    /// use vivavoce::quiz::Points;
    ///
    /// let mut grade = Grade::skipped(Points::from_thousandths(2000));
    /// grade.earned = Points::from_thousandths(1500);
    /// assert_eq!(grade.after_hint(Points::from_thousandths(500)).to_string(), "1");
    /// assert_eq!(grade.after_hint(Points::from_thousandths(9000)), Points::ZERO);
    /// ```
    #[must_use]
    pub const fn after_hint(&self, hint: Points) -> Points {
        self.earned.saturating_sub(hint)
    }
}

/// What was found in a response, by the question's type.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Nothing was answered, or nothing but blanks was written.
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
        /// How far off; zero or more.
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

impl Match {
    /// Whether it counts.
    #[must_use]
    pub const fn is_right(&self) -> bool {
        matches!(self, Self::Accepted { .. })
    }
}

/// What a reader should know about a response.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
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

impl Flag {
    /// Every flag, in the order in which a grade lists them.
    pub const ALL: [Self; 4] =
        [Self::EchoesPrompt, Self::BareList, Self::CountsNegated, Self::TooLong];

    /// As rows and reports spell it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EchoesPrompt => "echoes_prompt",
            Self::BareList => "bare_list",
            Self::CountsNegated => "counts_negated",
            Self::TooLong => "too_long",
        }
    }

    /// What it means, as a lower-case fragment for people.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::EchoesPrompt => "a passage is copied from the prompt and earns nothing",
            Self::BareList => "keywords and little else",
            Self::CountsNegated => "a keyword counts although it is negated",
            Self::TooLong => "only the first MiB is graded",
        }
    }
}
