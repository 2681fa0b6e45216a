//! How well the grader and people agree.

use std::ops::AddAssign;

use schemars::JsonSchema;
use serde::Serialize;

use super::statistics::{Pair, pearson, quadratic_kappa, root_mean_square_error};
use crate::measure::{Coefficient, PerMille};

/// How well two sides agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Agreement {
    /// How many pairs of scores.
    pub pairs: usize,
    /// Pearson's correlation; null where one side gives all the same.
    pub r: Option<Coefficient>,
    /// Root of the mean squared difference of the shares.
    pub rmse: Option<Coefficient>,
    /// Cohen's kappa with quadratic weights, over scores rounded to quarters; null where both sides
    /// give all the same.
    pub kappa: Option<Coefficient>,
    /// Who would pass.
    pub pass: PassMark,
}

impl Agreement {
    /// Of scores beside each other; a pass is a share of at least `pass`.
    #[must_use]
    pub fn of(pairs: &[Pair], pass: PerMille) -> Self {
        Self {
            pairs: pairs.len(),
            r: pearson(pairs),
            rmse: root_mean_square_error(pairs),
            kappa: quadratic_kappa(pairs),
            pass: PassMark::of(pairs, pass),
        }
    }
}

/// Answers at the pass mark, by the two sides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PassMark {
    /// Both say it passes.
    pub both: usize,
    /// Both say it does not.
    pub neither: usize,
    /// Passes by the first side alone: the grader, or of two people the one named first.
    pub only_first: usize,
    /// Passes by the second side alone: people, or of two people the one named second.
    pub only_second: usize,
}

impl PassMark {
    fn of(pairs: &[Pair], pass: PerMille) -> Self {
        let mut counts = Self::default();
        for pair in pairs {
            counts.cell(pair.first >= pass, pair.second >= pass).add_assign(1);
        }
        counts
    }

    const fn cell(&mut self, first: bool, second: bool) -> &mut usize {
        match (first, second) {
            (true, true) => &mut self.both,
            (false, false) => &mut self.neither,
            (true, false) => &mut self.only_first,
            (false, true) => &mut self.only_second,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_answer_falls_into_one_cell_of_the_pass_mark() {
        let pair = |one, other| Pair { first: PerMille::new(one), second: PerMille::new(other) };
        let pairs = [pair(700, 700), pair(699, 0), pair(1000, 600), pair(0, 700), pair(0, 900)];
        let counts = Agreement::of(&pairs, PerMille::new(700)).pass;
        assert_eq!(counts, PassMark { both: 1, neither: 1, only_first: 1, only_second: 2 });
    }

    #[test]
    fn nothing_has_no_figures() {
        let nothing = Agreement::of(&[], PerMille::ONE);
        assert_eq!((nothing.r, nothing.rmse, nothing.kappa), (None, None, None));
    }
}
