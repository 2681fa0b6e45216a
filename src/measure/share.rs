//! Shares of a whole.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::thousandths;

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

    /// `part / whole`, rounded down, so that what it says was really reached; nothing when `whole` is
    /// zero.
    #[must_use]
    pub fn reached(part: u64, whole: u64) -> Self {
        let thousandths = (u128::from(part) * 1000).checked_div(u128::from(whole)).unwrap_or(0);
        Self::new(u16::try_from(thousandths).unwrap_or(u16::MAX))
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
        thousandths::serialize(u32::from(self.0), serializer)
    }
}

impl<'de> Deserialize<'de> for PerMille {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        thousandths::deserialize(deserializer)
            .map(|value| Self::new(u16::try_from(value).unwrap_or(u16::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_capped_at_the_whole() {
        assert_eq!(PerMille::ratio(3, 2), PerMille::ONE);
        assert_eq!(PerMille::ratio(2, 3).to_string(), "67%");
    }
}
