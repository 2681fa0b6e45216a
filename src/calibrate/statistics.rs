//! How well two scores agree.

use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::measure::PerMille;

/// Two scores of one answer: the grader's and a person's, or two persons'.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The one.
    pub one: PerMille,
    /// The other.
    pub other: PerMille,
}

impl Pair {
    /// Both in thousandths.
    pub(super) fn values(self) -> (i128, i128) {
        (i128::from(self.one.thousandths()), i128::from(self.other.thousandths()))
    }
}

/// A figure in thousandths, perhaps negative: a correlation, a kappa, an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
#[schemars(with = "f64")]
pub struct Coefficient(i32);

impl Coefficient {
    /// `thousandths` / 1000.
    #[must_use]
    pub const fn from_thousandths(thousandths: i32) -> Self {
        Self(thousandths)
    }

    /// The value in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i32 {
        self.0
    }

    /// The mean, rounded half away from zero; `None` of nothing.
    #[must_use]
    pub fn mean(all: &[Self]) -> Option<Self> {
        let sum: i64 = all.iter().map(|one| i64::from(one.0)).sum();
        let count = i64::try_from(all.len()).ok().filter(|&count| count > 0)?;
        let rounded = (sum.abs() * 2 + count) / (count * 2) * sum.signum();
        i32::try_from(rounded).ok().map(Self)
    }

    /// Rounds half away from zero.
    #[expect(clippy::cast_possible_truncation, reason = "every figure here is a small number")]
    fn rounded(value: f64) -> Self {
        Self((value * 1000.0).round() as i32)
    }
}

impl fmt::Display for Coefficient {
    /// With three decimals: `0.583`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:03}", size / 1000, size % 1000)
    }
}

impl Serialize for Coefficient {
    /// As a JSON number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

/// Pearson's correlation; `None` where all scores of one side are the same.
///
/// ```
/// use vivavoce::calibrate::{Pair, pearson};
/// use vivavoce::quiz::PerMille;
///
/// let pair = |one, other| Pair { one: PerMille::new(one), other: PerMille::new(other) };
/// let pairs = [pair(0, 100), pair(500, 400), pair(1000, 700)];
/// assert_eq!(pearson(&pairs).unwrap().to_string(), "1.000");
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "rounded to thousandths afterwards")]
pub fn pearson(pairs: &[Pair]) -> Option<Coefficient> {
    let count = pairs.len() as i128;
    let (mut x, mut y, mut xx, mut yy, mut xy) = (0, 0, 0, 0, 0);
    for (one, other) in pairs.iter().copied().map(Pair::values) {
        x += one;
        y += other;
        xx += one * one;
        yy += other * other;
        xy += one * other;
    }
    let (of_x, of_y) = (count * xx - x * x, count * yy - y * y);
    if of_x == 0 || of_y == 0 {
        return None;
    }
    let together = (count * xy - x * y) as f64;
    Some(Coefficient::rounded(together / ((of_x as f64).sqrt() * (of_y as f64).sqrt())))
}

/// The root of the mean squared difference, as a share; `None` of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "rounded to thousandths afterwards")]
pub fn root_mean_square(pairs: &[Pair]) -> Option<Coefficient> {
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
        let (one, other) = (step(pair.one), step(pair.other));
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
