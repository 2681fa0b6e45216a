//! On which days a person practised.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

/// On how many days a person practised; days are those of the person's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Practised {
    /// All together.
    pub days: usize,
    /// Of the last 30, today being one.
    pub of_30: usize,
    /// One after the other up to today, or to yesterday where today's are still to come.
    pub in_a_row: usize,
}

impl Practised {
    /// On `days`, counted from any day on, of which `today` is one.
    #[must_use]
    pub fn new(days: &BTreeSet<i64>, today: i64) -> Self {
        let last = if days.contains(&today) { today } else { today - 1 };
        let row = (0..).take_while(|back| days.contains(&(last - back)));
        Self {
            days: days.len(),
            of_30: days.range(today - 29..=today).count(),
            in_a_row: row.count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_goes_on_until_a_whole_day_is_left_out() {
        let days = BTreeSet::from([1, 60, 61, 62]);
        let row = |today| Practised::new(&days, today).in_a_row;
        assert_eq!([row(62), row(63), row(64)], [3, 3, 0]);
        let practised = Practised::new(&days, 62);
        assert_eq!((practised.days, practised.of_30), (4, 3));
    }
}
