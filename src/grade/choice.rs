//! `choice` earns all or nothing; `multi` earns right picks less wrong ones.

use super::outcome::{Grade, Outcome};
use crate::quiz::Points;
use crate::quiz::question::{OptionId, Options};

/// All points for the one right option.
pub(super) fn one(options: &Options, possible: Points, picked: &[OptionId]) -> Grade {
    let picks = Picks::new(options, picked);
    let right = picks.right() == 1 && picks.wrong() == 0;
    Grade::all_or_nothing(right, possible, picks.into())
}

/// `max(0, right picks - wrong picks) / number of right options` of the points.
pub(super) fn several(options: &Options, possible: Points, picked: &[OptionId]) -> Grade {
    let picks = Picks::new(options, picked);
    let credit = picks.right().saturating_sub(picks.wrong());
    let all = picks.right() + picks.left.len() as u64;
    Grade::plain(possible.scale(credit, all), possible, picks.into())
}

struct Picks {
    picked: Vec<(OptionId, bool)>,
    left: Vec<OptionId>,
}

impl Picks {
    /// Ids that the options do not have are passed over, and a pick counts once.
    fn new(options: &Options, picked: &[OptionId]) -> Self {
        let (taken, rest): (Vec<_>, Vec<_>) =
            options.iter().partition(|(id, _)| picked.contains(id));
        Self {
            picked: taken.iter().map(|(id, option)| (*id, option.correct)).collect(),
            left: rest.iter().filter(|(_, option)| option.correct).map(|(id, _)| *id).collect(),
        }
    }

    fn right(&self) -> u64 {
        self.picked.iter().filter(|(_, right)| *right).count() as u64
    }

    fn wrong(&self) -> u64 {
        self.picked.len() as u64 - self.right()
    }
}

impl From<Picks> for Outcome {
    fn from(picks: Picks) -> Self {
        Self::Picked { picked: picks.picked, left: picks.left }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Markdown;
    use crate::quiz::question::Choice;

    const POINT: Points = Points::from_thousandths(1000);

    fn options(correct: &[bool]) -> Options {
        let option = |(number, correct): (usize, &bool)| Choice {
            text: Markdown::new(format!("option {number}")),
            correct: *correct,
            feedback: None,
        };
        Options(correct.iter().enumerate().map(option).collect())
    }

    fn ids(ids: &[u32]) -> Vec<OptionId> {
        ids.iter().copied().map(OptionId).collect()
    }

    #[test]
    fn the_right_option_earns_all_and_another_nothing() {
        let options = options(&[false, true, false]);
        assert_eq!(one(&options, POINT, &ids(&[1])).earned, POINT);
        assert_eq!(one(&options, POINT, &ids(&[0])).earned, Points::ZERO);
        assert_eq!(one(&options, POINT, &ids(&[0, 1])).earned, Points::ZERO);
    }

    #[test]
    fn a_wrong_pick_takes_a_right_one_away_but_never_more_than_all() {
        let options = options(&[true, true, true, false]);
        let earned = |picks: &[u32]| several(&options, POINT, &ids(picks)).earned.thousandths();
        assert_eq!(earned(&[0, 1, 2]), 1000);
        assert_eq!(earned(&[0, 1]), 667);
        assert_eq!(earned(&[0, 1, 3]), 333);
        assert_eq!(earned(&[3]), 0);
    }

    #[test]
    fn picking_everything_does_not_earn_everything() {
        let options = options(&[true, false, false]);
        assert_eq!(several(&options, POINT, &ids(&[0, 1, 2])).earned, Points::ZERO);
    }

    #[test]
    fn a_pick_that_is_given_twice_or_does_not_exist_counts_as_what_is_there() {
        let options = options(&[true, true]);
        assert_eq!(several(&options, POINT, &ids(&[0, 0, 9])).earned.thousandths(), 500);
    }

    #[test]
    fn the_outcome_names_what_was_picked_and_what_was_left() {
        let grade = several(&options(&[true, false, true]), POINT, &ids(&[1, 0]));
        let picked = vec![(OptionId(0), true), (OptionId(1), false)];
        assert_eq!(grade.outcome, Outcome::Picked { picked, left: ids(&[2]) });
    }
}
