//! Puts what is seen of units together to finds of terms.

use std::cmp::Reverse;

use super::candidate::{Candidate, Slip, slip};
use super::compiled::Matcher;
use super::finds::{Finds, Hit, Likeness, NearMiss, Refusal, TermId};
use super::judge::Verdict;
use super::near;
use super::phrase;
use super::scratch::Scratch;
use super::sighting::Sightings;
use super::term::Term;
use super::verbatim;
use crate::text::Text;

/// Hits and near misses of every term.
pub(super) fn assemble(matcher: &Matcher, text: &Text<'_>, scratch: &mut Scratch) -> Finds {
    let Scratch { seen, ordered, starts, terms, own, candidates, slips, .. } = scratch;
    let seen = Sightings::new(seen, ordered, starts, matcher.units.len());
    matcher.uses.of(seen.all(), terms);
    let mut near = std::mem::take(&mut scratch.near_misses);
    let mut hits = std::mem::take(&mut scratch.hits);
    for &id in &*terms {
        let Some(term) = matcher.terms.get(id.0 as usize) else { continue };
        if !may_be_there(term, &seen) {
            continue;
        }
        words_of(term, id, &seen, own);
        phrase::find(term, id, text, &seen, own);
        verbatim::find(term, id, text, own);
        without_overlaps(own);
        as_written(term, text, own, &mut near);
        near::find(term, id, text, &seen, own, &mut near);
        candidates.append(own);
    }
    slips.clear();
    slips.extend(candidates.iter().flat_map(|candidate| candidate.slips.iter().copied()));
    slips.sort_unstable();
    nearest(matcher, candidates, slips, &mut near, &mut hits);
    hits.sort_unstable_by_key(|hit| (hit.words.start, hit.span, hit.term));
    near.sort_by_key(|near| (near.words.start, near.span, near.term));
    Finds { hits, near_misses: near }
}

/// Whether the term may be found or come near: it, or two words of it, were seen, or it is looked
/// for as written alone.
fn may_be_there(term: &Term, seen: &Sightings<'_>) -> bool {
    let there = |unit| !seen.of(unit).is_empty();
    term.whole.is_none_or(there)
        || term.elements.iter().filter(|element| there(element.unit)).nth(1).is_some()
}

/// The term written as one name, or as the one word it is.
fn words_of(term: &Term, id: TermId, seen: &Sightings<'_>, found: &mut Vec<Candidate>) {
    let Some(whole) = term.whole else { return };
    for sighting in seen.of(whole) {
        let Verdict::Found(likeness) = sighting.verdict else { continue };
        found.push(Candidate {
            term: id,
            first: sighting.first,
            end: sighting.end(),
            span: sighting.span,
            likeness,
            slips: slip(sighting, id).into_iter().collect(),
            verbatim: false,
        });
    }
}

/// Of places that overlap, one as written, then the most alike, then the shortest, then the first.
fn without_overlaps(found: &mut Vec<Candidate>) {
    let rank = |candidate: &Candidate| {
        let Candidate { verbatim, likeness, span, .. } = *candidate;
        (!verbatim, likeness, span.len(), span.start())
    };
    found.sort_by_key(|candidate| (candidate.span.start(), Reverse(candidate.span.end())));
    found.dedup_by(|candidate, last| {
        let overlaps = last.span.overlaps(candidate.span);
        if overlaps && rank(candidate) < rank(last) {
            std::mem::swap(candidate, last);
        }
        overlaps
    });
}

/// Drops what has other symbols or capitals than the term.
fn as_written(term: &Term, text: &Text<'_>, found: &mut Vec<Candidate>, near: &mut Vec<NearMiss>) {
    found.retain(|candidate| {
        let (span, exact) = (candidate.span, candidate.likeness == Likeness::Exact);
        let refusal = if !candidate.verbatim && !term.symbols.agree(text.original(), span) {
            Refusal::Symbols
        } else if term.case && !term.capitals_agree(text.original(), span, !exact) {
            Refusal::Case
        } else {
            return true;
        };
        near.push(candidate.refused(refusal));
        false
    });
}

/// Gives each misspelled word, of which `slips` are in order, to the nearest of the terms that claim
/// it.
fn nearest(
    matcher: &Matcher,
    candidates: &mut Vec<Candidate>,
    slips: &[Slip],
    near: &mut Vec<NearMiss>,
    hits: &mut Vec<Hit>,
) {
    let best = |word: u32| {
        let at = slips.partition_point(|slip| slip.word < word);
        slips.get(at).copied()
    };
    let loses_to = |slip: &Slip| {
        let winner = best(slip.word).filter(|winner| winner.unit != slip.unit)?;
        let unit = |slip: &Slip| matcher.units.get(slip.unit as usize);
        let related =
            unit(&winner)?.is_related(unit(slip)?) || unit(slip)?.is_related(unit(&winner)?);
        (!related).then_some(winner.term)
    };
    for candidate in candidates.drain(..) {
        match candidate.slips.iter().find_map(loses_to) {
            Some(winner) if winner != candidate.term => {
                near.push(candidate.refused(Refusal::Nearer(winner)));
            }
            _ => hits.push(Hit {
                term: candidate.term,
                words: candidate.first..candidate.end,
                span: candidate.span,
                likeness: candidate.likeness,
            }),
        }
    }
}
