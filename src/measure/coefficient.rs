//! Correlations, reliabilities and errors.

use std::fmt;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// A correlation, a kappa, a reliability or an error in thousandths, perhaps negative. At most 1;
/// correlations are at least −1, a kappa or an alpha may be less.
///
/// ```
/// use vivavoce::measure::Coefficient;
///
/// let r = Coefficient::from_thousandths(-583);
/// assert_eq!((r.two_decimals(), r.three_decimals()), ("−0.58".into(), "−0.583".into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, JsonSchema)]
#[schemars(with = "f64", extend("maximum" = 1))]
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

    /// Rounds half away from zero.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a cast from a float saturates")]
    pub fn rounded(value: f64) -> Self {
        Self((value * 1000.0).round() as i32)
    }

    /// The mean, rounded half away from zero; `None` of nothing.
    #[must_use]
    pub fn mean(all: &[Self]) -> Option<Self> {
        let sum: i64 = all.iter().map(|one| i64::from(one.0)).sum();
        let count = i64::try_from(all.len()).ok().filter(|&count| count > 0)?;
        let rounded = (sum.abs() * 2 + count) / (count * 2) * sum.signum();
        i32::try_from(rounded).ok().map(Self)
    }

    /// For readers of a report: `0.42`, `−0.07`.
    #[must_use]
    pub fn two_decimals(self) -> String {
        let hundredths = (self.0.unsigned_abs() + 5) / 10;
        format!("{}{}.{:02}", self.sign(hundredths), hundredths / 100, hundredths % 100)
    }

    /// For who compares figures: `0.583`.
    #[must_use]
    pub fn three_decimals(self) -> String {
        let size = self.0.unsigned_abs();
        format!("{}{}.{:03}", self.sign(size), size / 1000, size % 1000)
    }

    /// A real minus sign, but none before zero.
    const fn sign(self, shown: u32) -> &'static str {
        if self.0 < 0 && shown > 0 { "−" } else { "" }
    }
}

impl fmt::Display for Coefficient {
    /// With two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.two_decimals())
    }
}

impl Serialize for Coefficient {
    /// As a JSON number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_shown_with_a_real_minus_and_no_negative_zero() {
        let shown = |thousandths| {
            let coefficient = Coefficient::from_thousandths(thousandths);
            [coefficient.two_decimals(), coefficient.three_decimals()]
        };
        assert_eq!(shown(424), ["0.42", "0.424"]);
        assert_eq!(shown(-70), ["−0.07", "−0.070"]);
        assert_eq!(shown(-4), ["0.00", "−0.004"]);
        assert_eq!(shown(0), ["0.00", "0.000"]);
        assert_eq!(shown(1000), ["1.00", "1.000"]);
        assert_eq!(shown(-1234), ["−1.23", "−1.234"]);
    }

    #[test]
    fn a_mean_rounds_half_away_from_zero() {
        let mean = |all: &[i32]| {
            let all: Vec<_> = all.iter().copied().map(Coefficient::from_thousandths).collect();
            Coefficient::mean(&all).map(Coefficient::thousandths)
        };
        assert_eq!([mean(&[]), mean(&[1, 2]), mean(&[-1, -2])], [None, Some(2), Some(-2)]);
    }
}
