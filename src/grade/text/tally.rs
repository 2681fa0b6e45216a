//! From what became of each keyword to points. All in integers, rounded once.

use crate::quiz::question::{Criterion, Rubric};
use crate::quiz::{PerMille, Points, Weight};

/// Largest common denominator that is kept exact; beyond it parts of a keyword are rounded down.
const FINEST: u64 = 1_000_000_000;

/// What the keywords of a rubric are worth.
#[derive(Debug)]
pub(in crate::grade) struct Scale {
    keywords: Vec<Worth>,
    /// Sum of all weights, in thousandths.
    total: u64,
    full_at: PerMille,
    /// Parts of a thousandth of weight that make every keyword's parts whole.
    parts: u64,
}

#[derive(Debug)]
struct Worth {
    weight: Weight,
    required: bool,
    /// Entries that earn the whole weight.
    of: u64,
    /// What one entry earns, in parts of a thousandth; set by [`Scale::of`].
    entry: u64,
}

/// What all keywords of an answer earned together.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::grade) struct Tally {
    /// Before penalties.
    pub points: Points,
    /// In thousandths, rounded half up.
    pub weight: u32,
    /// Whether a missing required keyword capped the points.
    pub capped: bool,
}

impl Scale {
    pub(in crate::grade) fn new(rubric: &Rubric) -> Self {
        let worth = |keyword: &Criterion| Worth {
            weight: keyword.weight,
            required: keyword.required,
            of: (keyword.need.shares() as u64).max(1),
            entry: 0,
        };
        Self::of(rubric.keywords.iter().map(worth).collect(), rubric.full_at)
    }

    fn of(mut keywords: Vec<Worth>, full_at: PerMille) -> Self {
        let parts = keywords.iter().fold(1, |parts, worth| common_multiple(parts, worth.of));
        for worth in &mut keywords {
            worth.entry = u64::from(worth.weight.thousandths()) * parts / worth.of;
        }
        let total = keywords.iter().map(|worth| u64::from(worth.weight.thousandths())).sum();
        Self { keywords, total, full_at, parts }
    }

    /// The part of its weight that the keyword at `position` earns with `found` entries.
    pub(in crate::grade) fn earned(&self, position: usize, found: usize) -> Weight {
        self.keywords.get(position).map_or(Weight::from_thousandths(0), |worth| {
            let found = (found as u64).min(worth.of);
            if found == worth.of {
                return worth.weight;
            }
            let share = Points::from_thousandths(worth.weight.thousandths());
            Weight::from_thousandths(share.scale(found, worth.of).thousandths())
        })
    }

    /// Adds up. `found` says, keyword by keyword, how many entries were found (one for a keyword
    /// that is met or not).
    pub(in crate::grade) fn tally(
        &self,
        possible: Points,
        found: impl Iterator<Item = usize>,
    ) -> Tally {
        let mut earned: u128 = 0;
        let mut missing = false;
        for (worth, found) in self.keywords.iter().zip(found) {
            earned += u128::from(worth.entry * (found as u64).min(worth.of));
            missing |= worth.required && found == 0;
        }
        // Weight over `total × full_at`, as a fraction of whole numbers.
        let asked = u128::from(self.total)
            * u128::from(self.parts)
            * u128::from(self.full_at.thousandths());
        let given = earned.saturating_mul(1000);
        let most = if missing { possible.scale(1, 2) } else { possible };
        let capped = missing && given.saturating_mul(2) > asked;
        let points = scale(possible, given, asked).min(most);
        let weight = (earned * 2 + u128::from(self.parts)) / (u128::from(self.parts) * 2);
        Tally { points, weight: u32::try_from(weight).unwrap_or(u32::MAX), capped }
    }
}

/// `points × part / whole`, rounded half up.
fn scale(points: Points, part: u128, whole: u128) -> Points {
    if whole == 0 {
        return Points::ZERO;
    }
    let product = u128::from(points.thousandths()).saturating_mul(part);
    let rounded = (product.saturating_mul(2) + whole) / whole.saturating_mul(2);
    Points::from_thousandths(u32::try_from(rounded).unwrap_or(u32::MAX))
}

fn common_multiple(one: u64, other: u64) -> u64 {
    match (one / common_divisor(one, other)).checked_mul(other) {
        Some(multiple) if multiple <= FINEST => multiple,
        _ => one,
    }
}

fn common_divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale_of(worths: &[(u32, bool, u64)], full_at: u16) -> Scale {
        let keywords = worths
            .iter()
            .map(|&(weight, required, of)| Worth {
                weight: Weight::from_thousandths(weight),
                required,
                of,
                entry: 0,
            })
            .collect();
        Scale::of(keywords, PerMille::new(full_at))
    }

    fn points(scale: &Scale, found: &[usize]) -> u32 {
        let possible = Points::from_thousandths(3000);
        scale.tally(possible, found.iter().copied()).points.thousandths()
    }

    #[test]
    fn weights_share_the_points() {
        let scale = scale_of(&[(1000, false, 1), (2000, false, 1)], 1000);
        assert_eq!(points(&scale, &[1, 0]), 1000);
        assert_eq!(points(&scale, &[0, 1]), 2000);
        assert_eq!(points(&scale, &[1, 1]), 3000);
    }

    #[test]
    fn thirds_of_keywords_add_up_to_a_whole() {
        let scale = scale_of(&[(1000, false, 3), (1000, false, 3), (1000, false, 3)], 1000);
        assert_eq!(points(&scale, &[1, 1, 1]), 1000);
        assert_eq!(points(&scale, &[3, 7, 3]), 3000);
    }

    #[test]
    fn a_share_of_the_weight_can_earn_all() {
        let scale = scale_of(&[(1000, false, 1); 5], 800);
        assert_eq!(points(&scale, &[1, 1, 1, 0, 0]), 2250);
        assert_eq!(points(&scale, &[1, 1, 1, 1, 0]), 3000);
        assert_eq!(points(&scale, &[1; 5]), 3000);
    }

    #[test]
    fn a_missing_required_keyword_caps_at_one_half() {
        let scale = scale_of(&[(1000, true, 1), (1000, false, 1), (1000, false, 1)], 1000);
        assert_eq!(points(&scale, &[0, 1, 1]), 1500);
        assert_eq!(points(&scale, &[0, 1, 0]), 1000);
        assert_eq!(points(&scale, &[1, 1, 1]), 3000);
    }

    #[test]
    fn weights_of_zero_earn_nothing() {
        assert_eq!(points(&scale_of(&[(0, false, 1)], 1000), &[1]), 0);
    }
}
