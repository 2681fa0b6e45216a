//! How one term is looked for.

use crate::measure::PerMille;

/// How one term is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Makes the fuzzy step stricter; `None` leaves it to the length table.
    pub similarity: Option<PerMille>,
    /// Whether capitals must agree.
    pub case: bool,
    /// Whether another inflection counts.
    pub stem: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { similarity: None, case: false, stem: true }
    }
}
