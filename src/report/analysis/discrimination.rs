//! Whether those who do well elsewhere do well here.

use super::figure::{Figure, LEAST_FOR_CORRELATION, Withheld};
use super::sample::{Answer, Sitter};
use crate::measure::{Coefficient, correlation};

/// The correlation of `score` with the share of the points of all other questions: the corrected
/// point-biserial. Henrysson, S. (1963). Correction of item-total correlations in item analysis.
/// Psychometrika 28, 211–218.
pub(super) fn discrimination(
    asked: &[(&Sitter, &Answer)],
    score: impl Fn(&Answer) -> f64,
) -> Figure<Coefficient> {
    Figure::of(asked.len(), LEAST_FOR_CORRELATION, || {
        let pairs: Option<Vec<(f64, f64)>> = asked
            .iter()
            .map(|(sitter, answer)| Some((score(answer), sitter.rest(answer)?)))
            .collect();
        let pairs = pairs.ok_or(Withheld::OneQuestion)?;
        correlation(&pairs).map(Coefficient::rounded).ok_or(Withheld::NoSpread)
    })
}
