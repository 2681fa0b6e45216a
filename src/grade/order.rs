//! Items in order, by Kendall's tau: pairs in the right order less pairs in the wrong one, over all
//! pairs; floored at zero, so that chance earns nothing (M. G. Kendall, "A New Measure of Rank
//! Correlation", Biometrika 30, 1938).

use super::outcome::{Grade, Outcome};
use crate::quiz::Points;
use crate::quiz::question::{ItemId, Sequence};

/// The tau of `given` times the points. A pair with an item that is not there is in the wrong order.
pub(super) fn grade(sequence: &Sequence, possible: Points, given: &[ItemId]) -> Grade {
    let items = sequence.0.len() as u64;
    let pairs = items * items.saturating_sub(1) / 2;
    let concordant = concordant(&places(sequence, given));
    let discordant = pairs - concordant;
    let earned = possible.scale(concordant.saturating_sub(discordant), pairs);
    let narrow = |count| u32::try_from(count).unwrap_or(u32::MAX);
    Grade::plain(
        earned,
        possible,
        Outcome::Ordered {
            given: given.to_vec(),
            concordant: narrow(concordant),
            pairs: narrow(pairs),
        },
    )
}

/// Where each item of the right order was put.
fn places(sequence: &Sequence, given: &[ItemId]) -> Vec<Option<usize>> {
    sequence.iter().map(|(item, _)| given.iter().position(|other| *other == item)).collect()
}

fn concordant(places: &[Option<usize>]) -> u64 {
    let mut count = 0;
    for (first, place) in places.iter().enumerate() {
        let Some(place) = place else { continue };
        let later = places.iter().skip(first + 1).flatten();
        count += later.filter(|other| place < *other).count() as u64;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Markdown;

    fn earned(given: &[u32]) -> u32 {
        let items = ["a", "b", "c", "d"].map(Markdown::new).to_vec();
        let given: Vec<_> = given.iter().copied().map(ItemId).collect();
        grade(&Sequence(items), Points::from_thousandths(1000), &given).earned.thousandths()
    }

    #[test]
    fn the_right_order_earns_all() {
        assert_eq!(earned(&[0, 1, 2, 3]), 1000);
    }

    #[test]
    fn one_swap_of_neighbours_costs_two_pairs_of_six() {
        assert_eq!(earned(&[1, 0, 2, 3]), 667);
    }

    #[test]
    fn half_of_the_pairs_or_fewer_earn_nothing() {
        assert_eq!(earned(&[3, 2, 1, 0]), 0);
        assert_eq!(earned(&[3, 0, 1, 2]), 0);
        assert_eq!(earned(&[0, 3, 2, 1]), 0);
    }

    #[test]
    fn items_left_out_or_given_twice_never_earn_more() {
        assert_eq!(earned(&[]), 0);
        assert_eq!(earned(&[0, 0, 0, 0]), 0);
        assert_eq!(earned(&[0, 1, 2]), 0);
        assert_eq!(earned(&[0, 1, 2, 3, 7]), 1000);
    }
}
