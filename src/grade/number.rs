//! A number: right within the tolerance, its ends included.

use rust_decimal::Decimal;

use super::outcome::{Grade, Outcome};
use crate::quiz::Points;
use crate::quiz::question::Target;

/// All points where `given` is no farther from the target than the tolerance.
pub(super) fn grade(target: &Target, possible: Points, given: Decimal) -> Grade {
    // Too large a difference for the type is off by more than any tolerance.
    let off = given.checked_sub(target.value).map_or(Decimal::MAX, |difference| difference.abs());
    let right = off <= target.tolerance;
    Grade::all_or_nothing(right, possible, Outcome::Counted { right, off })
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: Points = Points::from_thousandths(1000);

    fn target() -> Target {
        Target { value: Decimal::new(42, 1), tolerance: Decimal::new(1, 1), unit: None }
    }

    #[test]
    fn the_ends_of_the_tolerance_count() {
        for (given, right) in [(409, false), (410, true), (420, true), (430, true), (431, false)] {
            let grade = grade(&target(), POINT, Decimal::new(given, 2));
            assert_eq!(grade.earned == POINT, right, "{given}");
        }
    }

    #[test]
    fn a_difference_too_large_to_hold_is_just_wrong() {
        let target = Target { value: Decimal::MIN, ..target() };
        assert_eq!(grade(&target, POINT, Decimal::MAX).earned, Points::ZERO);
    }
}
