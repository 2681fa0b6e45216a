//! Points.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::share::PerMille;
use super::thousandths;
use super::weight::Weight;

/// Thousandths of a point.
///
/// ```
/// use vivavoce::quiz::Points;
///
/// let half = Points::from_thousandths(500);
/// assert_eq!((half + half).to_string(), "1");
/// assert_eq!(half.to_string(), "0.5");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, JsonSchema)]
#[schemars(with = "f64", extend("minimum" = 0))]
pub struct Points(u32);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);

    /// `thousandths` / 1000 points.
    #[must_use]
    pub const fn from_thousandths(thousandths: u32) -> Self {
        Self(thousandths)
    }

    /// The value in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u32 {
        self.0
    }

    /// `self - other`, never below zero.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// `self × part / whole`, rounded half up to thousandths; zero when `whole` is zero.
    #[must_use]
    pub fn scale(self, part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self::ZERO;
        }
        let product = u128::from(self.0) * u128::from(part);
        let whole = u128::from(whole);
        Self(u32::try_from((product * 2 + whole) / (whole * 2)).unwrap_or(u32::MAX))
    }

    /// `self × weight` in millionths of a point, exactly.
    #[must_use]
    pub fn weighted(self, weight: Weight) -> u64 {
        u64::from(self.0) * u64::from(weight.thousandths())
    }

    /// The share of `possible` that this is; zero when nothing is possible.
    #[must_use]
    pub fn share_of(self, possible: Self) -> PerMille {
        PerMille::ratio(u64::from(self.0), u64::from(possible.0))
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        thousandths::write(f, self.0)
    }
}

impl Serialize for Points {
    /// As a JSON number of points.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        thousandths::serialize(self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        thousandths::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scaling_rounds_half_up_to_thousandths() {
        assert_eq!(Points(1000).scale(1, 3), Points(333));
        assert_eq!(Points(1).scale(1, 2), Points(1));
        assert_eq!(Points(1000).scale(2, 0), Points::ZERO);
    }

    #[test]
    fn decimals_are_printed_without_trailing_zeros() {
        assert_eq!(Points(2050).to_string(), "2.05");
        assert_eq!(serde_json::to_string(&Points(2500)).unwrap(), "2.5");
        assert_eq!(serde_json::to_string(&Points(2000)).unwrap(), "2");
    }
}
