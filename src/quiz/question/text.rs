//! What a text question is graded by: keywords, misconceptions, and the quiz's own examples.

use crate::quiz::{PerMille, Points, Weight};

/// How a text question is graded; at least one keyword.
#[derive(Debug, Clone, PartialEq)]
pub struct Rubric {
    /// What the question compares, each side by its names; empty where it compares nothing.
    pub sides: Vec<Entry>,
    /// What a good answer says, in the file's order.
    pub keywords: Vec<Criterion>,
    /// What a wrong answer says.
    pub misconceptions: Vec<Misconception>,
    /// Share of the keywords' weight that already earns all points; more than zero.
    pub full_at: PerMille,
    /// Answers with the score they must get.
    pub examples: Vec<Example>,
}

/// Where a side stands among those of its rubric, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SideId(pub u32);

/// Where a keyword stands in its rubric, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId(pub u32);

/// One thing that a good answer says: a keyword of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// What people see; unique in its rubric.
    pub label: String,
    /// When it is met.
    pub need: Need,
    /// What it earns beside the others.
    pub weight: Weight,
    /// Whether an answer without it gets half of the points at most.
    pub required: bool,
    /// Shown when it was missed.
    pub feedback: Option<String>,
    /// How its terms are looked for.
    pub matching: Matching,
}

/// One thing that a wrong answer says.
#[derive(Debug, Clone, PartialEq)]
pub struct Misconception {
    /// What people see.
    pub label: String,
    /// When it is met. `Any` needs `min` entries, as in keywords.
    pub need: Need,
    /// Points taken off.
    pub penalty: Points,
    /// Shown when it was found.
    pub feedback: Option<String>,
    /// How its terms are looked for.
    pub matching: Matching,
}

/// When a keyword is met.
#[derive(Debug, Clone, PartialEq)]
pub enum Need {
    /// The term or one of its aliases is found.
    Term {
        /// The term, never empty.
        term: String,
        /// Other ways to say it.
        aliases: Vec<String>,
    },
    /// At least `min` different entries are found; fewer earn their share.
    Any {
        /// At least one.
        entries: Vec<Entry>,
        /// From 1 to the number of entries.
        min: usize,
    },
    /// Every entry is found.
    All {
        /// At least one.
        entries: Vec<Entry>,
        /// How near to each other.
        within: Within,
        /// Whether in the order given.
        ordered: bool,
    },
    /// The regular expression matches the original text.
    Pattern(Pattern),
}

impl Need {
    /// How many things must be found to meet it.
    #[must_use]
    pub const fn parts(&self) -> usize {
        match self {
            Self::Any { min, .. } => *min,
            Self::All { entries, .. } => entries.len(),
            Self::Term { .. } | Self::Pattern(_) => 1,
        }
    }

    /// Into how many shares its weight is cut: each part of `any` earns one, those of `all` nothing
    /// but together.
    #[must_use]
    pub const fn shares(&self) -> usize {
        match self {
            Self::Any { min, .. } => *min,
            Self::All { .. } | Self::Term { .. } | Self::Pattern(_) => 1,
        }
    }

    /// Every way that it can be put, in the file's order; none of a pattern.
    #[must_use]
    pub fn terms(&self) -> Vec<&str> {
        match self {
            Self::Term { term, aliases } => {
                std::iter::once(term).chain(aliases).map(String::as_str).collect()
            }
            Self::Any { entries, .. } | Self::All { entries, .. } => {
                entries.iter().flat_map(|entry| &entry.0).map(String::as_str).collect()
            }
            Self::Pattern(_) => Vec::new(),
        }
    }
}

/// Terms of which one is enough; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry(pub Vec<String>);

/// How near to each other the entries of `all` must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Anywhere in the answer.
    Answer,
    /// In one sentence.
    Sentence,
    /// In so many words, first and last included, of one sentence.
    Words(u32),
}

/// A regular expression that compiles. Two are equal when their sources are.
#[derive(Debug, Clone)]
pub struct Pattern(pub regex::Regex);

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}

/// How terms are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matching {
    /// Makes the fuzzy step stricter; `None` leaves it to the length table.
    pub similarity: Option<PerMille>,
    /// Whether capitals must agree.
    pub case: bool,
    /// Whether another inflection counts.
    pub stem: bool,
    /// What a negated find is worth.
    pub negation: Negation,
    /// Of which side of what the question compares a find must be said.
    pub of: Option<Attribution>,
}

impl Default for Matching {
    fn default() -> Self {
        Self { similarity: None, case: false, stem: true, negation: Negation::Deny, of: None }
    }
}

/// Of which side of what the question compares a find must be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribution {
    /// Not of another, as of a keyword: who cannot be told what it is said of has the benefit.
    Possible(SideId),
    /// Plainly of this one, as of a misconception.
    Certain(SideId),
}

impl Attribution {
    /// The side.
    #[must_use]
    pub const fn side(self) -> SideId {
        match self {
            Self::Possible(side) | Self::Certain(side) => side,
        }
    }
}

/// What a negated find is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Negation {
    /// Nothing.
    Deny,
    /// All, with a flag.
    Flag,
    /// All; negation is not looked for.
    Ignore,
}

/// An answer that the quiz's author wrote as a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What somebody might write.
    pub answer: String,
    /// The share of the points it must get, inclusive.
    pub at_least: Option<PerMille>,
    /// The share of the points it must not exceed.
    pub at_most: Option<PerMille>,
    /// Labels that must be found.
    pub found: Vec<String>,
    /// Labels that must not be found.
    pub missed: Vec<String>,
}
