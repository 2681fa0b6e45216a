//! The nearest places at which all entries of a condition stand together.

use crate::quiz::question::Within;

/// A place where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Which entry, from 0.
    pub entry: usize,
    /// First word.
    pub start: u32,
    /// One past the last word.
    pub end: u32,
    pub sentence: u32,
    /// What the caller knows it by.
    pub hit: usize,
}

/// The shortest stretch that holds every one of `entries` entries, as one place for each; the first
/// of equally short ones. `places` are sorted by start, then end. Time: places × entries.
pub(super) fn shortest(
    places: &[Place],
    entries: usize,
    within: Within,
    ordered: bool,
) -> Option<Vec<Place>> {
    let mut search = Search { within, latest: vec![None; entries], chains: Vec::new() };
    if ordered {
        search.chains = vec![None; entries];
    }
    let mut best: Option<(u32, Vec<Place>)> = None;
    for place in places {
        let found = if ordered { search.extend(*place) } else { search.gather(*place) };
        let Some(found) = found else { continue };
        let length = length(&found);
        if allowed(within, length) && best.as_ref().is_none_or(|(least, _)| length < *least) {
            best = Some((length, found));
        }
    }
    best.map(|(_, found)| found)
}

struct Search {
    within: Within,
    /// For each entry, its latest place.
    latest: Vec<Option<Place>>,
    /// For each entry, the places of the entries up to it that start latest.
    chains: Vec<Option<Vec<Place>>>,
}

impl Search {
    /// All latest places, when the new one completes them.
    fn gather(&mut self, place: Place) -> Option<Vec<Place>> {
        if let Some(latest) = self.latest.get_mut(place.entry) {
            *latest = Some(place);
        }
        let apart =
            |other: &Place| self.within != Within::Answer && other.sentence != place.sentence;
        if self.latest.iter().any(|latest| latest.is_none_or(|other| apart(&other))) {
            return None;
        }
        Some(self.latest.iter().flatten().copied().collect())
    }

    /// The entries in order up to the last, when the new place completes them.
    fn extend(&mut self, place: Place) -> Option<Vec<Place>> {
        let mut chain = match place.entry.checked_sub(1) {
            None => Vec::new(),
            Some(before) => {
                let chain = self.chains.get(before)?.as_ref()?;
                let last = chain.last()?;
                let apart = self.within != Within::Answer && last.sentence != place.sentence;
                if apart || last.end > place.start {
                    return None;
                }
                chain.clone()
            }
        };
        chain.push(place);
        let complete = (place.entry + 1 == self.chains.len()).then(|| chain.clone());
        if let Some(slot) = self.chains.get_mut(place.entry) {
            *slot = Some(chain);
        }
        complete
    }
}

/// Words from the first to the last, both included.
fn length(places: &[Place]) -> u32 {
    let start = places.iter().map(|place| place.start).min().unwrap_or_default();
    let end = places.iter().map(|place| place.end).max().unwrap_or_default();
    end.saturating_sub(start)
}

fn allowed(within: Within, length: u32) -> bool {
    match within {
        Within::Words(most) => length <= most,
        Within::Sentence | Within::Answer => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places from `(entry, word, sentence)`.
    fn places(places: &[(usize, u32, u32)]) -> Vec<Place> {
        let place = |(hit, &(entry, start, sentence)): (usize, &(usize, u32, u32))| Place {
            entry,
            start,
            end: start + 1,
            sentence,
            hit,
        };
        places.iter().enumerate().map(place).collect()
    }

    fn hits(found: Option<Vec<Place>>) -> Option<Vec<usize>> {
        found.map(|places| places.iter().map(|place| place.hit).collect())
    }

    #[test]
    fn the_shortest_of_several_stretches_is_taken() {
        let places = places(&[(0, 0, 0), (1, 5, 0), (0, 9, 0), (1, 11, 0), (0, 20, 0)]);
        assert_eq!(hits(shortest(&places, 2, Within::Sentence, false)), Some(vec![2, 3]));
    }

    #[test]
    fn a_window_counts_its_first_and_last_word() {
        let places = places(&[(0, 3, 0), (1, 7, 0)]);
        assert!(shortest(&places, 2, Within::Words(5), false).is_some());
        assert!(shortest(&places, 2, Within::Words(4), false).is_none());
    }

    #[test]
    fn a_window_never_reaches_past_its_sentence() {
        let places = places(&[(0, 3, 0), (1, 4, 1)]);
        assert!(shortest(&places, 2, Within::Words(9), false).is_none());
        assert!(shortest(&places, 2, Within::Sentence, true).is_none());
        assert!(shortest(&places, 2, Within::Answer, false).is_some());
    }

    #[test]
    fn order_matters_where_it_is_asked_for() {
        let places = places(&[(1, 0, 0), (0, 2, 0), (2, 4, 0), (1, 6, 0)]);
        assert!(shortest(&places, 3, Within::Sentence, false).is_some());
        assert!(shortest(&places, 3, Within::Sentence, true).is_none());
    }

    #[test]
    fn an_ordered_stretch_starts_as_late_as_it_can() {
        let places = places(&[(0, 0, 0), (0, 4, 0), (1, 6, 0)]);
        assert_eq!(hits(shortest(&places, 2, Within::Words(3), true)), Some(vec![1, 2]));
    }

    #[test]
    fn ordered_entries_do_not_share_a_word() {
        let places = places(&[(0, 0, 0), (1, 0, 0)]);
        assert!(shortest(&places, 2, Within::Sentence, true).is_none());
    }
}
