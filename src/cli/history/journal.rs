//! An attempt under way, written into the history as it happens.

use super::clock::Clock;
use crate::attempt::{Attempt, Entry, Event};
use crate::store::{Claim, Number, Paper, Store, StoreError};

/// Writes an attempt into the history. Whatever goes wrong there, the attempt goes on; what could
/// not be written is tried again with the next event.
#[derive(Debug)]
pub struct Journal {
    store: Store,
    clock: Clock,
    paper: Paper,
    kept: Option<KeptSoFar>,
    trouble: bool,
}

#[derive(Debug)]
struct KeptSoFar {
    number: Number,
    events: usize,
    /// Says to other processes that the attempt is under way.
    _claim: Option<Claim>,
}

/// An attempt that goes on.
#[derive(Debug)]
pub struct Resumed {
    /// What a person calls it.
    pub number: Number,
    /// Says to other processes that it is under way.
    pub claim: Claim,
    /// How many of its events are kept.
    pub events: usize,
}

impl Journal {
    /// A journal of an attempt at `paper`: one that goes on, or a new one.
    pub fn new(store: Store, clock: Clock, paper: Paper, resumed: Option<Resumed>) -> Self {
        let kept = resumed.map(|Resumed { number, claim, events }| KeptSoFar {
            number,
            events,
            _claim: Some(claim),
        });
        Self { store, clock, paper, kept, trouble: false }
    }

    /// Writes what is not yet written. Gives what the person should know about it.
    pub fn keep(&mut self, attempt: &Attempt) -> Option<String> {
        match (self.write(attempt), self.trouble) {
            (Ok(()), false) | (Err(_), true) => None,
            (Ok(()), true) => {
                self.trouble = false;
                Some("The history has all answers again.".to_owned())
            }
            (Err(error), false) => {
                self.trouble = true;
                Some(format!("Not kept in the history: {error}. The report has all answers."))
            }
        }
    }

    fn write(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        let now = self.clock.now();
        let events = attempt.log().len();
        match &mut self.kept {
            Some(kept) if kept.events < events => {
                self.store.append(kept.number, attempt, kept.events, now)?;
                kept.events = events;
            }
            None if attempt.log().iter().any(is_worth_keeping) => {
                let (number, id) = self.store.begin(&self.paper, attempt, now)?;
                // Without a claim another process may take it for cut off; it is kept all the same.
                let claim = self.store.claim(&id).ok().flatten();
                self.kept = Some(KeptSoFar { number, events, _claim: claim });
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether it says more than that somebody looked at a question.
const fn is_worth_keeping(entry: &Entry) -> bool {
    matches!(entry.event, Event::Answered { .. } | Event::Skipped { .. } | Event::HintTaken { .. })
}
