//! Which units start like a written word.

use super::guess::{Guess, Head, Nearness};
use super::outline::{Outline, SLOTS, slot};
use super::unit::{Unit, UnitId};

/// Units by their first two letters, in either order.
#[derive(Debug)]
pub(super) struct Starts {
    /// By the slots of two letters: where in `lists` the units are that start with them.
    places: Vec<u16>,
    /// Nothing first, since most words start like no unit.
    lists: Vec<Vec<Start>>,
}

/// How a unit starts, for words that start with certain two letters.
#[derive(Debug, Clone, Copy)]
struct Start {
    unit: UnitId,
    letters: usize,
    /// Whether a word may be an inflection: the two letters stand in the unit's order.
    inflects: bool,
    /// Whether single letters may stand apart in it.
    singles: bool,
    /// The slot of the third letter, which inflections share; none where they need not.
    third: usize,
}

/// Letters of a word of which inflections may change the third: *use*, *using*.
const SHORT: usize = 3;

impl Starts {
    pub(super) fn new(units: &[Unit]) -> Self {
        let mut starts = Self { places: vec![0; SLOTS * SLOTS], lists: vec![Vec::new()] };
        for (id, unit) in (0..).zip(units) {
            starts.add(id, unit);
        }
        starts
    }

    fn add(&mut self, id: UnitId, unit: &Unit) {
        let mut slots = unit.key.chars().map(|c| usize::from(slot(c)));
        let mut next = || slots.next().unwrap_or(0);
        let (first, second, third) = (next(), next(), next());
        let third = if unit.letters > SHORT && unit.keeps_three_letters() { third } else { 0 };
        let singles = unit.single_letters() > 0;
        let start = |inflects| Start { unit: id, letters: unit.letters, inflects, singles, third };
        // A word of one letter, or of none, starts like any that it begins, in whichever order.
        let pairs = [(first, second), (second, first), (first, 0), (second, 0), (0, 0)];
        for (at, &pair) in pairs.iter().enumerate() {
            if !pairs.iter().take(at).any(|&other| other == pair) {
                let in_order = at != 1 && at != 3;
                self.push(pair, start(in_order && unit.spec.stem));
            }
        }
    }

    fn push(&mut self, (first, second): (usize, usize), start: Start) {
        let Some(place) = self.places.get_mut(first * SLOTS + second) else { return };
        if *place == 0 {
            *place = u16::try_from(self.lists.len()).unwrap_or(0);
            self.lists.push(Vec::new());
        }
        if let Some(list) = self.lists.get_mut(usize::from(*place)) {
            list.push(start);
        }
    }

    /// Every unit that the word may be an inflection of, or the beginning.
    #[inline]
    pub(super) fn of(&self, word: &Outline) -> impl Iterator<Item = Guess> {
        let (letters, third) = (word.letters, word.slot(2));
        self.list(word).iter().filter_map(move |start| {
            let agrees = third == 0 || start.third == 0 || third == start.third;
            let inflected = start.inflects && (agrees || letters <= SHORT);
            let head = match letters < start.letters && (letters > 1 || start.singles) {
                false => Head::Nothing,
                true if start.inflects && agrees => Head::Inflected,
                true => Head::Near,
            };
            let guess = Guess { unit: start.unit, near: Nearness::default(), inflected, head };
            (inflected || head != Head::Nothing).then_some(guess)
        })
    }

    fn list(&self, word: &Outline) -> &[Start] {
        let place = self.places.get(word.slot(0) * SLOTS + word.slot(1)).copied().unwrap_or(0);
        self.lists.get(usize::from(place)).map_or(&[], Vec::as_slice)
    }
}
