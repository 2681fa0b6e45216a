//! Points, weights and shares as integers, so that sums are exact and the same everywhere.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign};

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
        u64::from(self.0) * u64::from(weight.0)
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
        write_thousandths(f, self.0)
    }
}

impl Serialize for Points {
    /// As a JSON number of points.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_thousandths(self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_thousandths(deserializer).map(Self)
    }
}

/// Thousandths of a keyword's or a topic's weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
#[schemars(with = "f64", extend("minimum" = 0))]
pub struct Weight(u32);

impl Weight {
    /// The default weight.
    pub const ONE: Self = Self(1000);

    /// `thousandths` / 1000.
    #[must_use]
    pub const fn from_thousandths(thousandths: u32) -> Self {
        Self(thousandths)
    }

    /// The value in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_thousandths(f, self.0)
    }
}

impl Serialize for Weight {
    /// As a JSON number.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_thousandths(self.0, serializer)
    }
}

impl<'de> Deserialize<'de> for Weight {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_thousandths(deserializer).map(Self)
    }
}

/// A share of a whole in thousandths, 0..=1000: a similarity, a pass mark, a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, JsonSchema)]
#[schemars(with = "f64", extend("minimum" = 0, "maximum" = 1))]
pub struct PerMille(u16);

impl PerMille {
    /// The whole.
    pub const ONE: Self = Self(1000);
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// `thousandths` / 1000, at most the whole.
    #[must_use]
    pub const fn new(thousandths: u16) -> Self {
        Self(if thousandths > 1000 { 1000 } else { thousandths })
    }

    /// `part / whole`, rounded half up, at most the whole; nothing when `whole` is zero.
    #[must_use]
    pub fn ratio(part: u64, whole: u64) -> Self {
        if whole == 0 {
            return Self::ZERO;
        }
        let whole = u128::from(whole);
        let rounded = (u128::from(part) * 2000 + whole) / (whole * 2);
        Self::new(u16::try_from(rounded).unwrap_or(1000))
    }

    /// The value in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u16 {
        self.0
    }

    /// Whole per cent, rounded half up.
    #[must_use]
    pub const fn percent(self) -> u16 {
        (self.0 + 5) / 10
    }
}

impl fmt::Display for PerMille {
    /// As a per cent figure: `88%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.percent())
    }
}

impl Serialize for PerMille {
    /// As a JSON number from 0 to 1.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_thousandths(u32::from(self.0), serializer)
    }
}

impl<'de> Deserialize<'de> for PerMille {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_thousandths(deserializer)
            .map(|value| Self::new(u16::try_from(value).unwrap_or(u16::MAX)))
    }
}

fn write_thousandths(f: &mut fmt::Formatter<'_>, value: u32) -> fmt::Result {
    let (whole, rest) = (value / 1000, value % 1000);
    if rest == 0 {
        write!(f, "{whole}")
    } else {
        let digits = format!("{rest:03}");
        write!(f, "{whole}.{}", digits.trim_end_matches('0'))
    }
}

fn serialize_thousandths<S: Serializer>(value: u32, serializer: S) -> Result<S::Ok, S::Error> {
    if value.is_multiple_of(1000) {
        serializer.serialize_u32(value / 1000)
    } else {
        serializer.serialize_f64(f64::from(value) / 1000.0)
    }
}

/// Rounds a JSON number to thousandths; what does not fit is the nearest that does.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates, and what is not a number becomes zero"
)]
fn deserialize_thousandths<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    f64::deserialize(deserializer).map(|value| (value * 1000.0).round() as u32)
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
    fn shares_are_capped_at_the_whole() {
        assert_eq!(PerMille::ratio(3, 2), PerMille::ONE);
        assert_eq!(PerMille::ratio(2, 3).to_string(), "67%");
    }

    #[test]
    fn decimals_are_printed_without_trailing_zeros() {
        assert_eq!(Points(2050).to_string(), "2.05");
        assert_eq!(serde_json::to_string(&Points(2500)).unwrap(), "2.5");
        assert_eq!(serde_json::to_string(&Points(2000)).unwrap(), "2");
    }

    #[test]
    fn decimals_are_read_back_as_they_were_written() {
        for thousandths in [0, 1, 333, 999, 1000, 2_001, 4_294_967_295] {
            let json = serde_json::to_string(&Points(thousandths)).unwrap();
            assert_eq!(serde_json::from_str::<Points>(&json).unwrap(), Points(thousandths));
        }
        assert_eq!(serde_json::from_str::<PerMille>("7").unwrap(), PerMille::ONE);
        assert_eq!(serde_json::from_str::<Points>("-1").unwrap(), Points::ZERO);
    }
}
