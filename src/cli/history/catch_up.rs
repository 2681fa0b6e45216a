//! What attempts say that came in without it.

use std::collections::BTreeMap;

use super::asked::Asked;
use crate::attempt::Millis;
use crate::quiz::Digest;
use crate::review::{Reviewed, Thresholds};
use crate::store::{Store, StoreError, StoredAttempt};

/// How many attempts are worked out in one transaction.
const BATCH: u32 = 500;

/// Works out what attempts say about their questions where that is not kept yet: those of an earlier
/// version of the history, and those that came from another machine.
pub fn catch_up(store: &mut Store, thresholds: Thresholds) -> Result<(), StoreError> {
    let mut known = BTreeMap::new();
    loop {
        let numbers = store.underived(BATCH)?;
        if numbers.is_empty() || store.is_read_only()? {
            return Ok(());
        }
        let mut derived = Vec::new();
        for number in numbers {
            let kept = match store.attempt(number) {
                // One that cannot be read says nothing, nor does one that another process deleted.
                Err(StoreError::Unreadable { .. }) => None,
                kept => kept?,
            };
            let says = kept.map_or_else(Vec::new, |kept| says(kept, &mut known, thresholds));
            derived.push((number, says));
        }
        store.derive(&derived)?;
    }
}

fn says(
    kept: StoredAttempt,
    known: &mut BTreeMap<Digest, Option<Asked>>,
    thresholds: Thresholds,
) -> Vec<Reviewed> {
    let Ok(attempt) = kept.attempt() else { return Vec::new() };
    let written: Vec<Millis> = kept.log.iter().map(|timed| timed.written).collect();
    let StoredAttempt { paper, .. } = kept;
    let asked = known.entry(paper.digest).or_insert_with(|| Asked::kept(paper));
    asked.as_ref().map_or_else(Vec::new, |asked| asked.reviews(&attempt, &written, thresholds))
}
