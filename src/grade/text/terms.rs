//! What the matcher's terms stand for in a rubric.

use std::sync::Arc;

use super::standing::{Context, Standing};
use crate::matcher::{Builder, Finds, Likeness, Rules, TermId};
use crate::quiz::question::Matching;

/// What the matcher's terms stand for.
#[derive(Debug, Default)]
pub(super) struct Terms {
    /// By [`TermId`].
    terms: Vec<Named>,
    /// By entry: when a find counts.
    matching: Vec<Matching>,
}

#[derive(Debug)]
struct Named {
    /// The entry among those of the whole rubric.
    entry: usize,
    /// The term as the quiz has it.
    name: Arc<str>,
    /// Whether it has a word that denies.
    speaks: bool,
}

/// The best find of each entry.
#[derive(Debug)]
pub(super) struct Best<'f> {
    pub finds: &'f Finds,
    /// By entry: where it stands among the finds, and whether it counts.
    pub entries: &'f [Option<(usize, Standing)>],
    /// By entry: where the most alike of what was refused stands, the first of equally alike ones.
    pub near: &'f [Option<usize>],
}

/// Memory for the best finds of one answer after another.
#[derive(Debug, Default)]
pub(in crate::grade::text) struct Picked {
    entries: Vec<Option<(usize, Standing)>>,
    near: Vec<Option<usize>>,
}

impl Terms {
    /// How many entries there are so far.
    pub(super) fn entries(&self) -> usize {
        self.matching.len()
    }

    /// The id of the term that is added next.
    pub(super) fn next_id(&self) -> TermId {
        TermId(u32::try_from(self.terms.len()).unwrap_or(u32::MAX))
    }

    /// The next entry: terms of which one is enough. `speaks` says of each whether it denies.
    pub(super) fn add(
        &mut self,
        builder: &mut Builder,
        entry: &[&str],
        matching: Matching,
        speaks: impl Fn(&str) -> bool,
    ) {
        let rules =
            Rules { similarity: matching.similarity, case: matching.case, stem: matching.stem };
        for term in entry {
            let id = builder.term(term, rules);
            debug_assert_eq!(id.0 as usize, self.terms.len(), "ids follow the order of adding");
            let name = Arc::from(*term);
            self.terms.push(Named { entry: self.matching.len(), speaks: speaks(term), name });
        }
        self.matching.push(matching);
    }

    /// The entry that a term belongs to.
    pub(super) fn entry(&self, term: TermId) -> Option<usize> {
        self.terms.get(term.0 as usize).map(|term| term.entry)
    }

    /// The term as the quiz has it.
    pub(super) fn name(&self, term: TermId) -> Arc<str> {
        self.terms.get(term.0 as usize).map(|term| term.name.clone()).unwrap_or_default()
    }

    /// Whether a term has a word that denies.
    pub(super) fn speaks(&self, term: TermId) -> bool {
        self.terms.get(term.0 as usize).is_some_and(|term| term.speaks)
    }

    /// Picks the best find of each entry: one that counts, then the most alike, then the first.
    pub(super) fn best<'f>(
        &self,
        finds: &'f Finds,
        context: &Context<'_>,
        picked: &'f mut Picked,
    ) -> Best<'f> {
        let Picked { entries, near } = picked;
        self.pick_near(finds, context, near);
        entries.clear();
        entries.resize(self.matching.len(), None);
        for (at, hit) in finds.hits.iter().enumerate() {
            let Some(entry) = self.entry(hit.term) else { continue };
            let (Some(best), Some(matching)) = (entries.get_mut(entry), self.matching.get(entry))
            else {
                continue;
            };
            let rank = |at: usize, standing: Standing| {
                (standing.class(), finds.hits.get(at).map(|hit| hit.likeness))
            };
            // Nothing beats a find that is exact and counts.
            if best.is_some_and(|(at, standing)| {
                rank(at, standing) == (Standing::Counts.class(), Some(Likeness::Exact))
            }) {
                continue;
            }
            let standing = context.standing(&hit.words, *matching, self.speaks(hit.term));
            if best.is_none_or(|(at_best, best)| rank(at, standing) < rank(at_best, best)) {
                *best = Some((at, standing));
            }
        }
        Best { finds, entries, near }
    }

    /// Picks the most alike of what was refused for each entry, but for what is copied.
    fn pick_near(&self, finds: &Finds, context: &Context<'_>, near: &mut Vec<Option<usize>>) {
        near.clear();
        near.resize(self.matching.len(), None);
        for (at, refused) in finds.near_misses.iter().enumerate() {
            let entry = self.entry(refused.term).and_then(|entry| near.get_mut(entry));
            let similarity = |at: usize| finds.near_misses.get(at).map(|near| near.similarity);
            if let Some(best) = entry
                && best.is_none_or(|best| similarity(best) < Some(refused.similarity))
                && !context.is_copied(&refused.words)
            {
                *best = Some(at);
            }
        }
    }
}
