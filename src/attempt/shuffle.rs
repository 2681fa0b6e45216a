//! Shuffles that a seed repeats on every machine, in every version.

use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

use crate::quiz::question::QuestionId;

/// The generator that draws the questions.
pub(super) fn for_draw(seed: &[u8]) -> ChaCha8Rng {
    generator(seed, "")
}

/// The generator for the options or items of one question, so that they stand in the same order
/// whatever else was drawn. No id is empty.
pub(super) fn for_question(seed: &[u8], question: &QuestionId) -> ChaCha8Rng {
    generator(seed, question.as_str())
}

fn generator(seed: &[u8], purpose: &str) -> ChaCha8Rng {
    let digest = Sha256::new().chain_update(seed).chain_update(purpose).finalize();
    ChaCha8Rng::from_seed(digest.into())
}

/// Fisher and Yates' shuffle, last place first.
pub(super) fn shuffle<T>(items: &mut [T], generator: &mut ChaCha8Rng) {
    for last in (1..items.len()).rev() {
        let place = below(generator, last as u64 + 1);
        items.swap(last, usize::try_from(place).unwrap_or(last));
    }
}

/// A number in `0..bound`, all equally likely: values of an incomplete last round are drawn again.
fn below(generator: &mut ChaCha8Rng, bound: u64) -> u64 {
    let incomplete = (u64::MAX % bound + 1) % bound;
    loop {
        let value = generator.next_u64();
        if value <= u64::MAX - incomplete {
            return value % bound;
        }
    }
}

/// A shuffled `0..count` that is not in order, unless it has fewer than two places.
pub(super) fn out_of_order(count: u32, generator: &mut ChaCha8Rng) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count).collect();
    while places.len() > 1 && places.is_sorted() {
        shuffle(&mut places, generator);
    }
    places
}

/// Lots that a seed repeats on every machine.
#[derive(Debug)]
pub struct Lots(ChaCha8Rng);

impl Lots {
    /// Lots for a purpose, whose name is no question's id: it has a blank in it.
    #[must_use]
    pub fn new(seed: u64, purpose: &str) -> Self {
        Self(generator(&seed.to_le_bytes(), purpose))
    }

    /// A number in `0..bound`, all equally likely; 0 where there is none.
    pub fn below(&mut self, bound: u64) -> u64 {
        if bound == 0 { 0 } else { below(&mut self.0, bound) }
    }

    /// Puts `items` in an order, all equally likely.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        shuffle(items, &mut self.0);
    }
}

/// The order in which a secret puts the `count` items of a question, each order as likely as any.
#[must_use]
pub fn secret_order(secret: &[u8; 32], question: &QuestionId, count: u32) -> Vec<u32> {
    let mut places: Vec<u32> = (0..count).collect();
    shuffle(&mut places, &mut for_question(secret, question));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seed(number: u64) -> [u8; 8] {
        number.to_le_bytes()
    }

    #[test]
    fn a_seed_gives_the_same_order_for_ever() {
        let mut places: Vec<u32> = (0..12).collect();
        shuffle(&mut places, &mut for_draw(&seed(42)));
        assert_eq!(places, [3, 6, 5, 8, 9, 4, 0, 2, 7, 11, 1, 10]);
        let stages = QuestionId::new("request-order");
        assert_eq!(out_of_order(6, &mut for_question(&seed(42), &stages)), [5, 2, 3, 0, 4, 1]);
    }

    #[test]
    fn every_order_is_about_equally_likely() {
        let mut generator = for_draw(&seed(1));
        let mut counts = std::collections::BTreeMap::<[u8; 3], u32>::new();
        for _ in 0..6000 {
            let mut places = [0, 1, 2];
            shuffle(&mut places, &mut generator);
            *counts.entry(places).or_default() += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (880..1120).contains(count)), "{counts:?}");
    }

    #[test]
    fn two_items_are_always_exchanged() {
        for number in 0..50 {
            assert_eq!(out_of_order(2, &mut for_draw(&seed(number))), [1, 0]);
        }
        assert_eq!(out_of_order(1, &mut for_draw(&seed(0))), [0]);
    }
}
