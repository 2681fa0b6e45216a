//! What came near a term and was refused.

use super::candidate::Candidate;
use super::finds::{NearMiss, Refusal, TermId};
use super::judge::Verdict;
use super::phrase::is_near_enough;
use super::sighting::{Sighting, Sightings};
use super::term::{Element, Term};
use crate::measure::PerMille;
use crate::text::Text;

/// Adds the near misses of a term, outside of the places where it is found.
pub(super) fn find(
    term: &Term,
    id: TermId,
    text: &Text<'_>,
    seen: &Sightings<'_>,
    found: &[Candidate],
    near: &mut Vec<NearMiss>,
) {
    let Some(whole) = term.whole else { return };
    let free = |sighting: &&Sighting| {
        let at = found.partition_point(|found| found.span.end() <= sighting.span.start());
        !found.get(at).is_some_and(|found| found.span.overlaps(sighting.span))
    };
    near.extend(seen.of(whole).iter().filter(free).filter_map(|sighting| refused(sighting, id)));
    if term.elements.len() > 1 && found.is_empty() {
        if let [one, two] = term.elements.as_slice() {
            beside(one, two, id, text, seen, near);
            beside(two, one, id, text, seen, near);
        }
        scattered(term, id, text, seen, near);
    }
}

fn refused(sighting: &Sighting, term: TermId) -> Option<NearMiss> {
    let Verdict::Refused { similarity, refusal } = sighting.verdict else { return None };
    let words = sighting.first..sighting.end();
    Some(NearMiss { term, words, span: sighting.span, similarity, refusal })
}

/// One word of two is there, and right beside it stands what was refused for the other.
fn beside(
    there: &Element,
    missing: &Element,
    term: TermId,
    text: &Text<'_>,
    seen: &Sightings<'_>,
    near: &mut Vec<NearMiss>,
) {
    let there = seen.of(there.unit);
    for sighting in seen.of(missing.unit) {
        let Verdict::Refused { similarity, refusal } = sighting.verdict else { continue };
        let at = there.partition_point(|there| there.first < sighting.first);
        let neighbours = there.get(at.saturating_sub(1)..).unwrap_or_default().iter().take(2);
        let found = neighbours.into_iter().find(|there| {
            matches!(there.verdict, Verdict::Found(_))
                && (is_between(text, there, sighting) || is_between(text, sighting, there))
        });
        if let Some(found) = found {
            let words = found.first.min(sighting.first)..found.end().max(sighting.end());
            let span = found.span.join(sighting.span);
            near.push(NearMiss { term, words, span, similarity, refusal });
        }
    }
}

fn is_between(text: &Text<'_>, one: &Sighting, other: &Sighting) -> bool {
    one.end() <= other.first && is_near_enough(text, one.end()..other.first, false)
}

/// Most words of an answer for each of a phrase that stand near to each other.
const SCATTERED: usize = 4;

/// All words of a phrase, or of a long one all but one, stand near to each other in one sentence, but
/// not as a phrase.
fn scattered(
    term: &Term,
    id: TermId,
    text: &Text<'_>,
    seen: &Sightings<'_>,
    near: &mut Vec<NearMiss>,
) {
    let elements = &term.elements;
    let wanted = if elements.len() > 2 { elements.len() - 1 } else { 2 };
    let mut places: Vec<(u32, usize, &Sighting)> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        let found = |seen: &&Sighting| matches!(seen.verdict, Verdict::Found(_));
        for sighting in seen.of(element.unit).iter().filter(found) {
            let word = text.words().get(sighting.first as usize);
            places.push((word.map_or(0, |word| word.sentence), at, sighting));
        }
    }
    places.sort_by_key(|&(sentence, at, sighting)| (sentence, sighting.first, at));
    for sentence in places.chunk_by(|one, other| one.0 == other.0) {
        let mut there: Vec<Option<&Sighting>> = vec![None; elements.len()];
        for &(_, at, sighting) in sentence {
            if let Some(place) = there.get_mut(at) {
                *place = Some(sighting);
            }
        }
        if there.iter().flatten().count() >= wanted {
            let together = together(&there, elements, id);
            near.extend(together.filter(|near| near.words.len() <= SCATTERED * elements.len()));
        }
    }
}

fn together(there: &[Option<&Sighting>], elements: &[Element], term: TermId) -> Option<NearMiss> {
    let first = there.iter().flatten().min_by_key(|sighting| sighting.first)?;
    let last = there.iter().flatten().max_by_key(|sighting| sighting.end())?;
    let letters =
        |there: bool, element: &Element| if there { u64::from(element.letters) } else { 0 };
    let found = there.iter().zip(elements).map(|(seen, element)| letters(seen.is_some(), element));
    let all = elements.iter().map(|element| u64::from(element.letters)).sum();
    Some(NearMiss {
        term,
        words: first.first..last.end(),
        span: first.span.join(last.span),
        similarity: PerMille::ratio(found.sum(), all),
        refusal: Refusal::Phrase,
    })
}
