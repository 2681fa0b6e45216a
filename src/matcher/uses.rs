//! Which terms are worth putting together.

use super::finds::TermId;
use super::sighting::Sighting;
use super::term::Term;
use super::unit::UnitId;

/// Which terms each unit belongs to.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// By unit: terms, in order.
    by_unit: Vec<Vec<TermId>>,
    /// Terms that are looked for as written alone.
    always: Vec<TermId>,
}

impl Uses {
    pub(super) fn new(terms: &[Term], units: usize) -> Self {
        let mut uses = Self { by_unit: vec![Vec::new(); units], always: Vec::new() };
        for (id, term) in (0..).map(TermId).zip(terms) {
            match term.whole {
                Some(whole) => uses.add(id, whole),
                None => uses.always.push(id),
            }
            term.elements.iter().for_each(|element| uses.add(id, element.unit));
        }
        uses
    }

    fn add(&mut self, term: TermId, unit: UnitId) {
        let terms = self.by_unit.get_mut(unit as usize);
        if let Some(terms) = terms.filter(|terms| terms.last() != Some(&term)) {
            terms.push(term);
        }
    }

    /// Fills `terms` with those that were seen, or a part of them, in order and each once.
    pub(super) fn of(&self, seen: &[Sighting], terms: &mut Vec<TermId>) {
        terms.clear();
        terms.extend(&self.always);
        for same in seen.chunk_by(|one, other| one.unit == other.unit) {
            let unit = same.first().and_then(|seen| self.by_unit.get(seen.unit as usize));
            terms.extend(unit.into_iter().flatten());
        }
        if !terms.is_sorted() {
            terms.sort_unstable();
        }
        terms.dedup();
    }
}
