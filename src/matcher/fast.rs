//! The same sightings as [`super::plain`], without looking at what cannot match.

use strsim::osa_distance;

use super::build::Matcher;
use super::judge::{Written, begins_alike, judge};
use super::sighting::Sighting;
use super::unit::Unit;
use super::unspaced;
use crate::text::{Gap, Text, without_possessive};

/// What one thread remembers between texts, to be faster; it never changes a result.
#[derive(Debug, Default)]
pub struct Memo {}

/// What is compiled of a matcher's units.
#[derive(Debug)]
pub(super) struct Index {
    longest_run: usize,
}

impl Index {
    pub(super) fn new(units: &[Unit]) -> Self {
        Self { longest_run: units.iter().map(Unit::longest_run).max().unwrap_or(0) }
    }
}

pub(super) fn sightings(matcher: &Matcher, text: &Text<'_>, _memo: &mut Memo) -> Vec<Sighting> {
    let mut seen = Vec::new();
    for first in 0..text.words().len() {
        let mut joined = String::new();
        for count in 1..=matcher.index.longest_run {
            let Some(word) = text.words().get(first + count - 1) else { break };
            if count > 1 && word.gap > Gap::Blank {
                break;
            }
            joined.push_str(text.folded(word));
            let written = Written { text, first, count, folded: without_possessive(&joined) };
            for (id, unit) in (0..).zip(&matcher.units) {
                if count > unit.longest_run() || count > 1 && !begins_alike(&joined, &unit.key) {
                    continue;
                }
                if let Some(verdict) = judge(&written, unit, &matcher.lexicon, osa_distance) {
                    seen.push(written.sighting(id, verdict));
                }
            }
        }
        unspaced::look(matcher, text, first, &mut seen);
    }
    seen
}
