//! What the codes of reading problems mean, at length.

use crate::diagnostic::Explanation;

/// Every code of a reading problem, in order.
pub const EXPLANATIONS: &[Explanation] = &[];
