//! Cronbach's alpha and the standard error of measurement.

use super::figure::{Figure, LEAST_FOR_CORRELATION, Withheld};
use super::sample::Sample;
use crate::measure::{Coefficient, PerMille, is_spread, variance};

/// Cronbach, L. J. (1951). Coefficient alpha and the internal structure of tests. Psychometrika 16,
/// 297–334: `k / (k − 1) × (1 − Σ var(item) / var(total))`.
pub(super) fn alpha(sample: &Sample) -> Figure<Coefficient> {
    of(sample, |columns| raw_alpha(columns).map(Coefficient::rounded))
}

/// Lord, F. M. & Novick, M. R. (1968). Statistical theories of mental test scores: the deviation of
/// observed totals times `√(1 − reliability)`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates, and a deviation is not negative"
)]
pub(super) fn error(sample: &Sample) -> Figure<PerMille> {
    of(sample, |columns| {
        let alpha = raw_alpha(columns)?;
        let error = variance(&columns.totals).sqrt() * (1.0 - alpha).sqrt();
        Ok(PerMille::new((error * 1000.0).round() as u16))
    })
}

/// Scores of candidates who were all asked the same questions, as shares of all points.
struct Columns {
    /// Per question, one per candidate.
    items: Vec<Vec<f64>>,
    /// One per candidate.
    totals: Vec<f64>,
}

fn of<T>(sample: &Sample, work: impl FnOnce(&Columns) -> Result<T, Withheld>) -> Figure<T> {
    Figure::of(sample.sitters.len(), LEAST_FOR_CORRELATION, || {
        let columns = columns(sample).ok_or(Withheld::DifferentQuestions)?;
        if columns.items.len() < 2 { Err(Withheld::OneQuestion) } else { work(&columns) }
    })
}

/// `None` where candidates were asked different questions.
fn columns(sample: &Sample) -> Option<Columns> {
    let item = |question: usize| {
        let scores = sample.sitters.iter().map(|sitter| {
            let answer = sitter.to(question)?;
            let of_all = ratio(answer.possible, sitter.possible);
            Some(answer.share() * of_all)
        });
        scores.collect::<Option<Vec<f64>>>()
    };
    Some(Columns {
        items: (0..sample.questions.len()).map(item).collect::<Option<_>>()?,
        totals: sample.sitters.iter().map(super::sample::Sitter::share).collect(),
    })
}

#[expect(clippy::cast_precision_loss, reason = "points below 2^52 millionths are exact")]
fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn raw_alpha(columns: &Columns) -> Result<f64, Withheld> {
    if !is_spread(&columns.totals) {
        return Err(Withheld::NoSpread);
    }
    let k = f64::from(u32::try_from(columns.items.len()).unwrap_or(u32::MAX));
    let of_items: f64 = columns.items.iter().map(|item| variance(item)).sum();
    Ok(k / (k - 1.0) * (1.0 - of_items / variance(&columns.totals)))
}
