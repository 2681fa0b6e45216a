//! Where a unit was seen.

use super::judge::Verdict;
use super::unit::UnitId;
use crate::span::Span;
use crate::text::Text;

/// A place where a unit was seen, or something near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sighting {
    pub unit: UnitId,
    /// First word.
    pub first: u32,
    /// Words.
    pub count: u32,
    /// In the original; a part of the word in a script without blanks.
    pub span: Span,
    pub verdict: Verdict,
}

impl Sighting {
    /// What `verdict` says of the `count` words from `first` on.
    pub(super) fn new(
        text: &Text<'_>,
        first: usize,
        count: usize,
        unit: UnitId,
        verdict: Verdict,
    ) -> Self {
        let narrow = |at| u32::try_from(at).unwrap_or(u32::MAX);
        let (first, count) = (narrow(first), narrow(count));
        let span = text.span(&(first..first + count));
        Self { unit, first, count, span, verdict }
    }

    /// One past the last word.
    pub(super) fn end(&self) -> u32 {
        self.first + self.count
    }
}

fn key(seen: &Sighting) -> (UnitId, u32, u32, Span) {
    (seen.unit, seen.first, seen.count, seen.span)
}

/// Sightings ordered by unit, place and length, with the place where each unit's begin.
#[derive(Debug)]
pub(super) struct Sightings<'s> {
    all: &'s [Sighting],
    starts: &'s [u32],
}

impl<'s> Sightings<'s> {
    /// Orders `seen`, which is in the order of the text, into `all`; `starts` is memory for where each
    /// of so many units begins.
    pub(super) fn new(
        seen: &[Sighting],
        all: &'s mut Vec<Sighting>,
        starts: &'s mut Vec<u32>,
        units: usize,
    ) -> Self {
        starts.clear();
        starts.resize(units + 2, 0);
        // What stands at `unit + 2` becomes the end of the unit, so that what stands before it is the
        // place of its next sighting.
        for seen in seen {
            if let Some(count) = starts.get_mut(seen.unit as usize + 2) {
                *count += 1;
            }
        }
        let mut total = 0;
        for start in &mut *starts {
            total += *start;
            *start = total;
        }
        all.clear();
        all.extend_from_slice(seen);
        for seen in seen {
            let Some(place) = starts.get_mut(seen.unit as usize + 1) else { continue };
            if let Some(slot) = all.get_mut(*place as usize) {
                *slot = *seen;
            }
            *place += 1;
        }
        if !all.is_sorted_by_key(key) {
            all.sort_unstable_by_key(key);
        }
        Self { all, starts }
    }

    /// Those of all units.
    pub(super) fn all(&self) -> &'s [Sighting] {
        self.all
    }

    /// Those of one unit, by place.
    pub(super) fn of(&self, unit: UnitId) -> &[Sighting] {
        let at = unit as usize;
        let (Some(&start), Some(&end)) = (self.starts.get(at), self.starts.get(at + 1)) else {
            return &[];
        };
        self.all.get(start as usize..end as usize).unwrap_or_default()
    }
}
