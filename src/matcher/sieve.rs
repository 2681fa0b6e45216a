//! Which units lack few of a written word's letters.
//!
//! In an alignment of a word and a unit with at most `k` edits, each letter that is not edited stands
//! at most `k` places from where it stands in the unit, and so do both of a swapped pair. So every
//! letter that the unit has nowhere near costs an edit. Such letters are counted for 16 units at
//! once, each in one byte: a unit has a lane for itself and one for its inflections.

use wide::u8x16;

use super::distance::Form;
use super::guess::Nearness;
use super::outline::{Outline, SEEN, SLOTS, slot};
use super::tolerance::{SHORTEST, worth_measuring};
use super::unit::{Unit, UnitId};

/// The lanes of a matcher's units, ordered by length.
#[derive(Debug)]
pub(super) struct Sieve {
    blocks: Vec<Block>,
    /// By length of the written word: the first block with a lane that such a word may pass, and
    /// the end of the last.
    reach: Box<[(u16, u16); LENGTHS]>,
    /// By unit: its lanes.
    own: Vec<[Option<Place>; 2]>,
}

/// Where a lane is.
#[derive(Debug, Clone, Copy)]
struct Place {
    block: usize,
    lane: u32,
    /// Lengths of words that may pass, as bits.
    lengths: u32,
}

/// Lanes of a block.
const LANES: usize = 16;

/// Places in a word that are not told from each other.
const ZONE: usize = 2;
const ZONES: usize = SEEN / ZONE;

/// Lengths of written words; the last is that of all longer words.
const LENGTHS: usize = u32::BITS as usize;

#[derive(Debug)]
struct Block {
    /// By zone and slot: one in the lanes that have the letter nowhere near.
    lacking: [[u8x16; SLOTS]; ZONES],
    /// By slot of a word's first letter: more than any word lacks, in the lanes of inflections that
    /// start otherwise.
    otherwise: [u8x16; SLOTS],
    /// By length: one more than the letters that may be lacking; zero for lengths that are too far off.
    below: [u8x16; LENGTHS],
    /// One more than the letters that may be lacking where the unit is found.
    below_found: u8x16,
    units: [UnitId; LANES],
    /// Which lanes are those of inflections, as bits.
    inflections: u32,
}

impl Sieve {
    pub(super) fn new(units: &[Unit]) -> Self {
        let mut lanes: Vec<Lane> =
            (0..).zip(units).flat_map(|(id, unit)| Lane::of(id, unit)).collect();
        lanes.sort_by_key(|lane| (lane.shortest(), lane.unit));
        let blocks: Vec<Block> = lanes.chunks(LANES).map(Block::new).collect();
        let mut own = vec![[None; 2]; units.len()];
        for (at, lane) in lanes.iter().enumerate() {
            let places = own.get_mut(lane.unit as usize).into_iter().flatten();
            if let Some(place) = places.into_iter().nth(usize::from(lane.of_inflections)) {
                *place = Some(Place {
                    block: at / LANES,
                    lane: u32::try_from(at % LANES).unwrap_or(0),
                    lengths: lane.lengths(),
                });
            }
        }
        let reach = Box::new(std::array::from_fn(|length| reach(&blocks, length)));
        Self { blocks, reach, own }
    }

    /// Calls `found` with every unit that the word may be misspelled, and maybe with others, or with
    /// one twice.
    #[inline]
    pub(super) fn near(&self, word: &Outline, mut found: impl FnMut(UnitId, Nearness)) {
        let (start, end) = self.reach[length(word)];
        let blocks = self.blocks.get(usize::from(start)..usize::from(end)).unwrap_or_default();
        for block in blocks {
            let mut lanes = block.near(word);
            while lanes != 0 {
                let lane = lanes.trailing_zeros() as usize % LANES;
                let form = block.inflections >> lane & 1 == 1;
                found(block.units[lane], Nearness { own: !form, form });
                lanes &= lanes - 1;
            }
        }
    }

    /// What the word could be of the unit.
    pub(super) fn nearness(&self, word: &Outline, unit: UnitId) -> Nearness {
        let [own, form] = self.places(unit).map(|place| {
            place.is_some_and(|place| {
                let block = self.blocks.get(place.block);
                place.admits(word.letters)
                    && block.is_some_and(|block| block.near(word) >> place.lane & 1 == 1)
            })
        });
        Nearness { own, form }
    }

    /// Whether a word of so many letters could be the unit, or one of its inflections, misspelled.
    pub(super) fn admits(&self, letters: usize, unit: UnitId) -> bool {
        self.places(unit).iter().flatten().any(|place| place.admits(letters))
    }

    /// How many edits a longer word that begins with this one may have after it and be the unit, or one
    /// of its inflections, misspelled; `None` when it has too many already.
    pub(super) fn edits_left(&self, word: &Outline, unit: UnitId) -> Option<u8> {
        let left = |place: &Place| self.blocks.get(place.block)?.edits_left(word, place.lane);
        self.places(unit).iter().flatten().filter_map(left).max()
    }

    /// The lane of the unit itself, and that of its inflections.
    fn places(&self, unit: UnitId) -> [Option<Place>; 2] {
        self.own.get(unit as usize).copied().unwrap_or_default()
    }
}

impl Place {
    fn admits(self, letters: usize) -> bool {
        self.lengths >> letters.min(LENGTHS - 1) & 1 == 1
    }
}

fn length(word: &Outline) -> usize {
    word.letters.min(LENGTHS - 1)
}

fn reach(blocks: &[Block], length: usize) -> (u16, u16) {
    let passes = |block: &Block| block.below[length] != u8x16::ZERO;
    let narrow = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    let start = blocks.iter().position(passes).unwrap_or(0);
    let end = blocks.iter().rposition(passes).map_or(0, |last| last + 1);
    (narrow(start), narrow(end))
}

impl Block {
    fn new(lanes: &[Lane]) -> Self {
        let across = |of: &dyn Fn(&Lane) -> u8| {
            let mut row = [0; LANES];
            row.iter_mut().zip(lanes).for_each(|(to, lane)| *to = of(lane));
            u8x16::new(row)
        };
        let mut units = [0; LANES];
        units.iter_mut().zip(lanes).for_each(|(to, lane)| *to = lane.unit);
        let inflections = (0..)
            .zip(lanes)
            .fold(0, |bits, (at, lane)| bits | u32::from(lane.of_inflections) << at);
        Self {
            lacking: std::array::from_fn(|zone| {
                std::array::from_fn(|slot| across(&|lane| u8::from(lane.lacks(zone, slot))))
            }),
            otherwise: std::array::from_fn(|slot| across(&|lane| lane.otherwise(slot))),
            below: std::array::from_fn(|length| across(&|lane| lane.below[length])),
            below_found: across(&|lane| lane.allowed + 1),
            units,
            inflections,
        }
    }

    /// The lanes that lack few enough of the word's letters, as bits.
    fn near(&self, word: &Outline) -> u32 {
        self.lacking(word).simd_lt(self.below[length(word)]).to_bitmask()
    }

    /// How many edits are left to the unit of a lane.
    fn edits_left(&self, word: &Outline, lane: u32) -> Option<u8> {
        let left = self.below_found.saturating_sub(self.lacking(word)).to_array();
        left.get(lane as usize).and_then(|left| left.checked_sub(1))
    }

    /// How many of the word's letters each lane lacks.
    #[inline]
    fn lacking(&self, word: &Outline) -> u8x16 {
        let zone = |zone: usize| {
            let row = &self.lacking[zone];
            row[word.slot(zone * ZONE)] + row[word.slot(zone * ZONE + 1)]
        };
        // Written out: most words have no more letters than the first four zones.
        let count = self.otherwise[word.slot(0)] + zone(0) + zone(1) + zone(2) + zone(3);
        if word.letters <= SEEN / 2 { count } else { count + zone(4) + zone(5) + zone(6) + zone(7) }
    }
}

/// One unit, or its inflections, on the way to a block.
struct Lane {
    unit: UnitId,
    of_inflections: bool,
    /// Edits that a misspelling may have.
    allowed: u8,
    /// By zone: the slots of letters that stand nearby, as bits.
    nearby: [u32; ZONES],
    /// The slots of the letters that it starts with, as bits.
    starts: u32,
    below: [u8; LENGTHS],
}

fn texts(forms: &[Form]) -> impl Iterator<Item = &str> + Clone {
    forms.iter().map(|form| form.text.as_str())
}

/// More letters than are looked at.
const NEVER: u8 = 100;

impl Lane {
    /// The lane of the unit itself, and that of its inflections.
    fn of(id: UnitId, unit: &Unit) -> impl Iterator<Item = Self> {
        let (own, inflected) = unit.forms.split_at(unit.forms.len().min(1));
        let allowed = usize::from(unit.allowed);
        let most = |written: usize, letters: usize| {
            if written < SHORTEST {
                (written == letters).then_some(0)
            } else {
                worth_measuring(written, letters, unit.allowed)
            }
        };
        let inflected_most = move |written: usize, letters: usize| {
            (written >= SHORTEST && written.abs_diff(letters) <= allowed).then_some(allowed)
        };
        let starts = unit.key.chars().take(2).fold(0, |starts, c| starts | 1 << slot(c));
        let lane = |of_inflections| Self {
            unit: id,
            of_inflections,
            allowed: unit.allowed,
            nearby: [0; ZONES],
            starts: if of_inflections { starts } else { u32::MAX },
            below: [0; LENGTHS],
        };
        let own = lane(false).with(texts(own), most);
        let inflected =
            (!inflected.is_empty()).then(|| lane(true).with(texts(inflected), inflected_most));
        std::iter::once(own).chain(inflected)
    }

    /// The lane with such forms. `most` says how many edits a written word of some length may be away from a form of another.
    fn with<'f>(
        self,
        forms: impl Iterator<Item = &'f str> + Clone,
        most: impl Fn(usize, usize) -> Option<usize>,
    ) -> Self {
        let mut lane = self;
        let mut farthest = 0;
        for form in forms.clone() {
            let letters = form.chars().count();
            for written in 0..=LENGTHS.max(letters + ENDING) {
                let below = most(written, letters).map_or(0, |edits| edits + 1);
                farthest = farthest.max(below);
                let slot = &mut lane.below[written.min(LENGTHS - 1)];
                *slot = u8::try_from(below).unwrap_or(u8::MAX).max(*slot);
            }
        }
        for (at, c) in forms.flat_map(|form| form.chars().enumerate()) {
            for (zone, nearby) in lane.nearby.iter_mut().enumerate() {
                let (first, last) = (zone * ZONE, zone * ZONE + ZONE - 1);
                if at + farthest > first && at < last + farthest {
                    *nearby |= 1 << slot(c);
                }
            }
        }
        lane
    }

    fn lacks(&self, zone: usize, slot: usize) -> bool {
        slot != 0 && self.nearby[zone] >> slot & 1 == 0
    }

    fn otherwise(&self, slot: usize) -> u8 {
        if self.starts >> slot & 1 == 1 { 0 } else { NEVER }
    }

    /// The lengths of words that may pass, as bits.
    fn lengths(&self) -> u32 {
        (0..).zip(self.below).fold(0, |bits, (at, below)| bits | u32::from(below > 0) << at)
    }

    /// Letters of the shortest word that may pass.
    fn shortest(&self) -> usize {
        self.below.iter().position(|&below| below > 0).unwrap_or(LENGTHS)
    }
}

/// Letters that a misspelling may add to a form.
const ENDING: usize = 8;
