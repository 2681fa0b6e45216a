//! Thousandths as people and JSON write them: `2.5`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serializer};

/// Without trailing zeros.
pub(super) fn write(f: &mut fmt::Formatter<'_>, value: u32) -> fmt::Result {
    let (whole, rest) = (value / 1000, value % 1000);
    if rest == 0 {
        write!(f, "{whole}")
    } else {
        let digits = format!("{rest:03}");
        write!(f, "{whole}.{}", digits.trim_end_matches('0'))
    }
}

/// As a JSON number.
pub(super) fn serialize<S: Serializer>(value: u32, serializer: S) -> Result<S::Ok, S::Error> {
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
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    f64::deserialize(deserializer).map(|value| (value * 1000.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use crate::measure::{PerMille, Points};

    #[test]
    fn decimals_are_read_back_as_they_were_written() {
        for thousandths in [0, 1, 333, 999, 1000, 2_001, 4_294_967_295] {
            let json = serde_json::to_string(&Points::from_thousandths(thousandths)).unwrap();
            assert_eq!(
                serde_json::from_str::<Points>(&json).unwrap(),
                Points::from_thousandths(thousandths)
            );
        }
        assert_eq!(serde_json::from_str::<PerMille>("7").unwrap(), PerMille::ONE);
        assert_eq!(serde_json::from_str::<Points>("-1").unwrap(), Points::ZERO);
    }
}
