//! Memory for one search after another.

use super::candidate::{Candidate, Slip};
use super::finds::{Hit, NearMiss, TermId};
use super::guess::Guess;
use super::sighting::Sighting;

/// What a search works with; nothing in it outlives the search.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// What was seen of units.
    pub seen: Vec<Sighting>,
    /// The same by unit.
    pub ordered: Vec<Sighting>,
    /// Where each unit's sightings begin among them.
    pub starts: Vec<u32>,
    /// What the word looked at could be.
    pub guesses: Vec<Guess>,
    /// Several words written as one.
    pub joined: String,
    /// Terms of which something was seen.
    pub terms: Vec<TermId>,
    /// Places of one term, and of all.
    pub own: Vec<Candidate>,
    pub candidates: Vec<Candidate>,
    pub slips: Vec<Slip>,
    /// Empty, for what is found.
    pub hits: Vec<Hit>,
    pub near_misses: Vec<NearMiss>,
}
