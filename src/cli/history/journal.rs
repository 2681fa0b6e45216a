//! An attempt under way, written into the history as it happens.

use super::asked::Asked;
use super::clock::Clock;
use crate::attempt::{Attempt, Entry, Event, Millis};
use crate::review::{Reviewed, Thresholds};
use crate::store::{Claim, News, Number, Store, StoreError};

/// Writes an attempt into the history. Whatever goes wrong there, the attempt goes on; what could
/// not be written is tried again with the next event.
#[derive(Debug)]
pub struct Journal {
    store: Store,
    clock: Clock,
    asked: Asked,
    thresholds: Thresholds,
    kept: Option<KeptSoFar>,
    trouble: bool,
}

#[derive(Debug)]
struct KeptSoFar {
    number: Number,
    /// The wall clock's times of the events that are kept.
    written: Vec<Millis>,
    /// What they say about the questions.
    reviews: Vec<Reviewed>,
    /// Says to other processes that the attempt is under way.
    claim: Option<Claim>,
}

/// An attempt that goes on.
#[derive(Debug)]
pub struct Resumed {
    /// What a person calls it.
    pub number: Number,
    /// Says to other processes that it is under way.
    pub claim: Claim,
    /// The wall clock's times of its events that are kept.
    pub written: Vec<Millis>,
}

impl Journal {
    /// A journal of an attempt at `asked`: one that goes on, or a new one.
    pub fn new(
        store: Store,
        clock: Clock,
        asked: Asked,
        thresholds: Thresholds,
        resumed: Option<Resumed>,
    ) -> Self {
        let kept = resumed.map(|Resumed { number, claim, written }| KeptSoFar {
            number,
            written,
            reviews: Vec::new(),
            claim: Some(claim),
        });
        Self { store, clock, asked, thresholds, kept, trouble: false }
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
        self.write_events(attempt)?;
        let claim = self.kept.as_mut().and_then(|kept| kept.claim.as_mut());
        if let (Some(claim), Some(last)) = (claim, attempt.log().last()) {
            claim.beat(last.at);
        }
        Ok(())
    }

    fn write_events(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        let now = self.clock.now();
        let events = attempt.log().len();
        match &mut self.kept {
            Some(kept) if kept.written.len() < events => {
                let mut written = kept.written.clone();
                written.resize(events, now);
                let reviews = self.asked.reviews(attempt, &written, self.thresholds);
                let new = reviews.iter().filter(|review| !kept.reviews.contains(review));
                let new: Vec<Reviewed> = new.cloned().collect();
                let news = News { attempt, reviews: &new, now };
                self.store.append(kept.number, kept.written.len(), &news)?;
                (kept.written, kept.reviews) = (written, reviews);
            }
            None if attempt.log().iter().any(is_worth_keeping) => {
                let written = vec![now; events];
                let reviews = self.asked.reviews(attempt, &written, self.thresholds);
                let news = News { attempt, reviews: &reviews, now };
                let (number, id) = self.store.begin(&self.asked.paper, &news)?;
                // Without a claim another process may take it for cut off; it is kept all the same.
                let claim = self.store.claim(&id).ok().flatten();
                self.kept = Some(KeptSoFar { number, written, reviews, claim });
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
