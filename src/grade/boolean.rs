//! True or false: all or nothing.

use super::outcome::{Grade, Outcome};
use crate::quiz::Points;

/// All points where `given` is `correct`.
pub(super) fn grade(correct: bool, possible: Points, given: bool) -> Grade {
    let right = given == correct;
    Grade::all_or_nothing(right, possible, Outcome::Judged { right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_word_earns() {
        let point = Points::from_thousandths(1000);
        assert_eq!(grade(false, point, false).earned, point);
        assert_eq!(grade(false, point, true).earned, Points::ZERO);
    }
}
