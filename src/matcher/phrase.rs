//! Phrases: their words in order, one other word at most between two of them, in one clause.
//!
//! Articles, forms of *to be* and other small words between do not count, up to three words in all.
//! Two words may come in either order: *the coupling is loose*.

use smallvec::SmallVec;

use super::candidate::{Candidate, Slip, slip};
use super::finds::{Likeness, TermId};
use super::judge::Verdict;
use super::sighting::{Sighting, Sightings};
use super::term::{Element, Term};
use crate::measure::PerMille;
use crate::text::{Gap, Text};

/// Words that may stand between two words of a phrase without counting.
const SMALL: &[&str] = &[
    "a", "among", "an", "are", "as", "at", "be", "been", "being", "between", "by", "for", "from",
    "has", "have", "in", "into", "is", "it", "its", "of", "on", "that", "the", "their", "these",
    "this", "those", "to", "very", "was", "were", "which", "with",
];

/// Most words between, counted or not.
const REACH: u32 = 3;

/// A phrase's words up to one of them.
#[derive(Debug, Clone)]
struct Chain {
    first: Sighting,
    last: Sighting,
    /// Letters of its words so far, and edits in them.
    letters: u32,
    edits: u32,
    rank: Likeness,
    slips: SmallVec<[Slip; 1]>,
}

/// Adds the places of a phrase.
pub(super) fn find(
    term: &Term,
    id: TermId,
    text: &Text<'_>,
    seen: &Sightings<'_>,
    found: &mut Vec<Candidate>,
) {
    in_order(&term.elements, id, text, seen, found);
    if let ([one, two], true) = (term.elements.as_slice(), term.is_reversible()) {
        in_order(&[*two, *one], id, text, seen, found);
    }
}

fn in_order(
    elements: &[Element],
    id: TermId,
    text: &Text<'_>,
    seen: &Sightings<'_>,
    found: &mut Vec<Candidate>,
) {
    let Some((head, tail)) = elements.split_first() else { return };
    if elements.iter().any(|element| seen.of(element.unit).is_empty()) {
        return;
    }
    let sighted = seen.of(head.unit).iter();
    let mut chains: Vec<Chain> =
        sighted.filter_map(|sighting| Chain::start(sighting, head, id)).collect();
    for element in tail {
        let next = seen.of(element.unit).iter();
        chains = next.filter_map(|sighting| extend(&chains, sighting, element, id, text)).collect();
    }
    found.extend(chains.iter().map(|chain| chain.candidate(id)));
}

/// The best chain that goes on with `sighting`; `chains` are in order of their last word.
fn extend(
    chains: &[Chain],
    sighting: &Sighting,
    element: &Element,
    id: TermId,
    text: &Text<'_>,
) -> Option<Chain> {
    let until = chains.partition_point(|chain| chain.last.first < sighting.first);
    let reach = sighting.first.saturating_sub(REACH + 1 + LONGEST);
    chains
        .get(..until)?
        .iter()
        .rev()
        .take_while(|chain| chain.last.first >= reach)
        .filter(|chain| {
            let between = chain.last.end()..sighting.first;
            between.start <= between.end && is_near_enough(text, between, element.tight)
        })
        .filter_map(|chain| chain.and(sighting, element, id))
        .min_by_key(|chain| (chain.rank, chain.edits, chain.last.end() - chain.first.first))
}

/// Most words that one word of a phrase is written as, as far as looking back goes.
const LONGEST: u32 = 5;

/// Whether the words `between` may stand between two words of a phrase.
pub(super) fn is_near_enough(text: &Text<'_>, between: std::ops::Range<u32>, tight: bool) -> bool {
    let (start, end) = (between.start as usize, between.end as usize);
    let Some(words) = text.words().get(start..end) else { return false };
    let joined = text.words().get(start..=end).unwrap_or_default();
    let counted = words.iter().filter(|word| !SMALL.contains(&text.folded(word))).count();
    joined.iter().all(|word| word.gap <= Gap::Blank)
        && counted <= 1
        && words.len() <= if tight { 0 } else { REACH as usize }
}

impl Chain {
    fn start(sighting: &Sighting, element: &Element, id: TermId) -> Option<Self> {
        let Verdict::Found(likeness) = sighting.verdict else { return None };
        let (edits, letters) = weigh(likeness, element);
        Some(Self {
            first: *sighting,
            last: *sighting,
            letters,
            edits,
            rank: flat(likeness),
            slips: slip(sighting, id).into_iter().collect(),
        })
    }

    fn and(&self, sighting: &Sighting, element: &Element, id: TermId) -> Option<Self> {
        let mut chain = Self::start(sighting, element, id)?;
        chain.first = self.first;
        chain.letters += self.letters;
        chain.edits += self.edits;
        chain.rank = chain.rank.max(self.rank);
        chain.slips.extend_from_slice(&self.slips);
        Some(chain)
    }

    fn candidate(&self, id: TermId) -> Candidate {
        let (one, other) = (&self.first, &self.last);
        let likeness = match self.rank {
            Likeness::Fuzzy { .. } => Likeness::Fuzzy {
                edits: u8::try_from(self.edits).unwrap_or(u8::MAX),
                similarity: PerMille::ratio(
                    u64::from(self.letters.saturating_sub(self.edits)),
                    u64::from(self.letters),
                ),
            },
            rank => rank,
        };
        Candidate {
            term: id,
            first: one.first,
            end: other.end(),
            span: one.span.join(other.span),
            likeness,
            slips: self.slips.clone(),
            verbatim: false,
        }
    }
}

/// Edits and letters of one word.
fn weigh(likeness: Likeness, element: &Element) -> (u32, u32) {
    match likeness {
        Likeness::Fuzzy { edits, similarity } => {
            let lost = u32::from(1000 - similarity.thousandths()).max(1);
            (u32::from(edits), (u32::from(edits) * 1000 + lost / 2) / lost)
        }
        Likeness::Exact | Likeness::Stem => (0, element.letters),
    }
}

/// Likeness without its figures, so that ranks compare.
fn flat(likeness: Likeness) -> Likeness {
    match likeness {
        Likeness::Fuzzy { .. } => Likeness::Fuzzy { edits: 0, similarity: PerMille::ZERO },
        other => other,
    }
}
