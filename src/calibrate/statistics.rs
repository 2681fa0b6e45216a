//! How well two scores agree.

use crate::measure::{Coefficient, PerMille, correlation};

/// Two scores of one answer: the grader's and a person's, or two persons'.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The grader's, or that of the person named first.
    pub first: PerMille,
    /// The person's, or that of the person named second.
    pub second: PerMille,
}

impl Pair {
    /// Both in thousandths.
    pub(super) fn values(self) -> (i128, i128) {
        (i128::from(self.first.thousandths()), i128::from(self.second.thousandths()))
    }
}

/// Pearson's correlation; `None` where all scores of one side are the same.
///
/// ```
/// use vivavoce::calibrate::{Pair, pearson};
/// use vivavoce::quiz::PerMille;
///
/// let pair = |first, second| Pair { first: PerMille::new(first), second: PerMille::new(second) };
/// let pairs = [pair(0, 100), pair(500, 400), pair(1000, 700)];
/// assert_eq!(pearson(&pairs).unwrap().three_decimals(), "1.000");
/// ```
#[must_use]
pub fn pearson(pairs: &[Pair]) -> Option<Coefficient> {
    let value = |score: PerMille| f64::from(score.thousandths());
    let values: Vec<_> = pairs.iter().map(|pair| (value(pair.first), value(pair.second))).collect();
    correlation(&values).map(Coefficient::rounded)
}

/// The root of the mean squared difference, as a share; `None` of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "rounded to thousandths afterwards")]
pub fn root_mean_square_error(pairs: &[Pair]) -> Option<Coefficient> {
    let squares = pairs.iter().copied().map(Pair::values).map(|(one, other)| (one - other).pow(2));
    let sum: i128 = squares.sum();
    let mean = sum as f64 / pairs.len() as f64;
    (!pairs.is_empty()).then(|| Coefficient::rounded(mean.sqrt() / 1000.0))
}

/// Scores are sorted into so many equal steps for kappa: 0, a quarter, a half, three quarters, all.
const STEPS: usize = 5;

/// Cohen's kappa with quadratic weights (Cohen 1968) over scores rounded to quarters, half up;
/// `None` where both sides give all answers the same.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "rounded to thousandths afterwards")]
pub fn quadratic_kappa(pairs: &[Pair]) -> Option<Coefficient> {
    let (mut rows, mut columns) = ([0_i64; STEPS], [0_i64; STEPS]);
    let (mut count, mut apart) = (0, 0);
    for pair in pairs {
        let (one, other) = (step(pair.first), step(pair.second));
        if let (Some(row), Some(column)) = (rows.get_mut(one), columns.get_mut(other)) {
            *row += 1;
            *column += 1;
        }
        count += 1;
        apart += squared(one, other);
    }
    let observed = apart * count;
    let mut expected = 0;
    for (one, row) in rows.iter().enumerate() {
        for (other, column) in columns.iter().enumerate() {
            expected += squared(one, other) * row * column;
        }
    }
    (expected != 0).then(|| Coefficient::rounded(1.0 - observed as f64 / expected as f64))
}

/// The weight of a disagreement by so many steps.
fn squared(one: usize, other: usize) -> i64 {
    i64::try_from(one.abs_diff(other).pow(2)).unwrap_or(i64::MAX)
}

fn step(score: PerMille) -> usize {
    (usize::from(score.thousandths()) * (STEPS - 1) * 2 + 1000) / 2000
}

#[cfg(test)]
mod tests;
