//! Whether an answer meets a condition, and the evidence.

use std::cmp::Reverse;
use std::sync::Arc;

use regex::Regex;
use smallvec::{SmallVec, smallvec};

use super::condition::{Condition, Kind};
use super::standing::{Context, Standing};
use super::terms::{Best, Terms};
use super::window::{self, Place};
use crate::grade::finding::{Evidence, NearMissReason, Verdict};
use crate::matcher::{Likeness, NearMiss, TermId};
use crate::quiz::question::Within;
use crate::span::Span;

/// What became of a condition.
#[derive(Debug)]
pub(super) struct Judged {
    pub verdict: Verdict,
    /// Whether something that counts is denied.
    pub counts_denied: bool,
}

impl From<Verdict> for Judged {
    fn from(verdict: Verdict) -> Self {
        Self { verdict, counts_denied: false }
    }
}

impl Condition {
    /// Whether the answer meets it, and the evidence.
    pub(super) fn judge(&self, terms: &Terms, best: &Best<'_>, context: &Context<'_>) -> Judged {
        let judge = Judge { condition: self, terms, best, context };
        match &self.kind {
            Kind::Any { min } => judge.any(*min),
            Kind::All { within, ordered } => judge.all(*within, *ordered),
            Kind::Pattern { pattern, label } => judge.pattern(pattern, label),
        }
    }
}

/// A condition on its way to a verdict.
struct Judge<'a, 'f> {
    condition: &'a Condition,
    terms: &'a Terms,
    best: &'a Best<'f>,
    context: &'a Context<'a>,
}

impl Judge<'_, '_> {
    fn any(&self, min: usize) -> Judged {
        let found: SmallVec<[_; 4]> =
            self.own().filter(|(_, standing)| standing.counts()).collect();
        if found.is_empty() {
            return self.not_found().into();
        }
        let mut evidence = self.evidence(found.iter().map(|(at, _)| *at));
        if found.len() < min {
            return Verdict::Partial(evidence).into();
        }
        if found.len() > 1 {
            evidence.likeness = self.weakest_of_best(&found, min);
        }
        Judged { verdict: Verdict::Found(evidence), counts_denied: any_denied(&found) }
    }

    fn all(&self, within: Within, ordered: bool) -> Judged {
        let entries = self.condition.entries.len();
        let found: Vec<_> = self.own().collect();
        if found.is_empty() {
            return self.not_found().into();
        }
        if found.len() == entries {
            let places = self.places();
            let counting: Vec<_> = places
                .iter()
                .filter(|(_, standing)| standing.counts())
                .map(|(place, _)| *place)
                .collect();
            if let Some(window) = window::shortest(&counting, entries, within, ordered) {
                let chosen = standings(&window, &places);
                let evidence = self.evidence(window.iter().map(|place| place.hit));
                let counts_denied = any_denied(&chosen);
                return Judged { verdict: Verdict::Found(evidence), counts_denied };
            }
            let uncopied: Vec<_> = places
                .iter()
                .filter(|(_, standing)| *standing != Standing::Copied)
                .map(|(place, _)| *place)
                .collect();
            if let Some(window) = window::shortest(&uncopied, entries, within, ordered) {
                let chosen = standings(&window, &places);
                if let Some(cue) = chosen.iter().find_map(|(_, standing)| standing.cue()) {
                    let evidence = self.evidence(window.iter().map(|place| place.hit));
                    return Verdict::Negated { evidence, cue }.into();
                }
                if let Some(name) = chosen.iter().find_map(|(_, standing)| standing.another()) {
                    let evidence = self.evidence(window.iter().map(|place| place.hit));
                    return self.of_another(evidence, name).into();
                }
            }
        }
        self.incomplete(&found, entries).into()
    }

    fn pattern(&self, pattern: &Regex, label: &Arc<str>) -> Judged {
        let mut refused = None;
        for found in pattern.find_iter(self.context.text.original()) {
            if found.is_empty() {
                continue;
            }
            let span = Span::between(found.start(), found.end());
            let words = self.context.words_in(span);
            let standing = self.context.standing(&words, self.condition.matching, true);
            let evidence = || Evidence {
                spans: smallvec![span],
                terms: smallvec![Arc::clone(label)],
                likeness: None,
            };
            match standing {
                Standing::Counts | Standing::CountsDenied(_) => {
                    let counts_denied = standing != Standing::Counts;
                    return Judged { verdict: Verdict::Found(evidence()), counts_denied };
                }
                Standing::OfNobody => {}
                Standing::OfAnother(name) => {
                    refused.get_or_insert_with(|| self.of_another(evidence(), name));
                }
                Standing::Denied(cue) => {
                    refused.get_or_insert_with(|| Verdict::Negated { evidence: evidence(), cue });
                }
                Standing::Copied => {
                    refused.get_or_insert_with(|| Verdict::NearMiss {
                        evidence: evidence(),
                        reason: NearMissReason::Echo,
                    });
                }
            }
        }
        refused.unwrap_or(Verdict::Missed).into()
    }

    /// The best find of each entry that has one, in the rubric's order.
    fn own(&self) -> impl Iterator<Item = (usize, Standing)> {
        let entries = self.best.entries.get(self.condition.entries.clone()).unwrap_or_default();
        entries.iter().flatten().copied()
    }

    /// Every place of every entry, with whether it counts.
    fn places(&self) -> Vec<(Place, Standing)> {
        let own = &self.condition.entries;
        let hits = self.best.finds.hits.iter().enumerate();
        let mut places: Vec<_> = hits
            .filter_map(|(at, hit)| {
                let entry = self.terms.entry(hit.term).filter(|entry| own.contains(entry))?;
                let word = self.context.text.words().get(hit.words.start as usize)?;
                let place = Place {
                    entry: entry - own.start,
                    start: hit.words.start,
                    end: hit.words.end,
                    sentence: word.sentence,
                    hit: at,
                };
                let speaks = self.terms.speaks(hit.term);
                let matching = self.condition.matching;
                Some((place, self.context.standing(&hit.words, matching, speaks)))
            })
            .collect();
        places.sort_by_key(|(place, _)| (place.start, place.end, place.entry));
        places
    }

    /// No entry counts: denied, copied, near, or missed.
    fn not_found(&self) -> Verdict {
        let own = || self.own().min_by_key(|(_, standing)| standing.class());
        match own() {
            Some((at, Standing::Copied)) => Verdict::NearMiss {
                evidence: self.evidence(std::iter::once(at)),
                reason: NearMissReason::Echo,
            },
            Some((at, Standing::OfAnother(name))) => {
                self.of_another(self.evidence(std::iter::once(at)), name)
            }
            Some((at, standing)) => match standing.cue() {
                Some(cue) => Verdict::Negated { evidence: self.evidence(std::iter::once(at)), cue },
                None => Verdict::Missed,
            },
            None => self.nearest().map_or(Verdict::Missed, |near| self.refused(near)),
        }
    }

    /// The most alike of what the matcher refused; the first of equally alike ones.
    fn nearest(&self) -> Option<&NearMiss> {
        let own = self.best.near.get(self.condition.entries.clone()).unwrap_or_default();
        let near =
            own.iter().flatten().filter_map(|&at| Some((at, self.best.finds.near_misses.get(at)?)));
        near.max_by_key(|&(at, near)| (near.similarity, Reverse(at))).map(|(_, near)| near)
    }

    fn refused(&self, near: &NearMiss) -> Verdict {
        Verdict::NearMiss {
            evidence: Evidence {
                spans: smallvec![near.span],
                terms: smallvec![self.terms.name(near.term)],
                likeness: None,
            },
            reason: NearMissReason::Refused { refusal: near.refusal, similarity: near.similarity },
        }
    }

    fn of_another(&self, evidence: Evidence, name: TermId) -> Verdict {
        let evidence = Evidence { likeness: None, ..evidence };
        Verdict::NearMiss { evidence, reason: NearMissReason::OfAnother(self.terms.name(name)) }
    }

    fn incomplete(&self, found: &[(usize, Standing)], of: usize) -> Verdict {
        let counting = found.iter().filter(|(_, standing)| standing.counts());
        let hits: Vec<_> = counting.map(|(at, _)| *at).collect();
        if hits.is_empty() {
            return self.not_found();
        }
        let entry = |at: &usize| {
            let hit = self.best.finds.hits.get(*at)?;
            self.terms.entry(hit.term)?.checked_sub(self.condition.entries.start)
        };
        let mut evidence = self.evidence(hits.iter().copied());
        evidence.likeness = None;
        let found = hits.iter().filter_map(entry).collect();
        Verdict::NearMiss { evidence, reason: NearMissReason::Incomplete { found, of } }
    }

    /// The finds at `hits`, which stand in the rubric's order.
    fn evidence(&self, hits: impl Iterator<Item = usize>) -> Evidence {
        let mut evidence =
            Evidence { spans: SmallVec::new(), terms: SmallVec::new(), likeness: None };
        for hit in hits.filter_map(|at| self.best.finds.hits.get(at)) {
            evidence.spans.push(hit.span);
            evidence.terms.push(self.terms.name(hit.term));
            evidence.likeness = evidence.likeness.max(Some(hit.likeness));
        }
        evidence.spans.sort_unstable();
        evidence.spans.dedup();
        evidence
    }

    /// The weakest of the `min` most alike finds.
    fn weakest_of_best(&self, found: &[(usize, Standing)], min: usize) -> Option<Likeness> {
        let hit = |(at, _): &(usize, Standing)| self.best.finds.hits.get(*at);
        let mut likenesses: Vec<_> = found.iter().filter_map(hit).map(|hit| hit.likeness).collect();
        likenesses.sort_unstable();
        likenesses.get(min - 1).copied()
    }
}

/// Whether each place of `window` counts.
fn standings(window: &[Place], places: &[(Place, Standing)]) -> Vec<(usize, Standing)> {
    let of = |place: &Place| {
        places.iter().find(|(other, _)| other == place).map(|(_, standing)| (place.hit, *standing))
    };
    window.iter().filter_map(of).collect()
}

fn any_denied(found: &[(usize, Standing)]) -> bool {
    found.iter().any(|(_, standing)| matches!(standing, Standing::CountsDenied(_)))
}
