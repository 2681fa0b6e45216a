//! A number within a tolerance.

use rust_decimal::Decimal;

/// The number asked for. Decimal, so that 4.3 is within 0.1 of 4.2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The right number.
    pub value: Decimal,
    /// How far off still counts; zero or more.
    pub tolerance: Decimal,
    /// The unit, shown at the prompt and allowed in the response.
    pub unit: Option<String>,
}
