//! An attempt under way, written into the history as it happens.

use super::asked::Asked;
use super::clock::Clock;
use crate::attempt::{Attempt, Entry, Event, Given, Millis};
use crate::quiz::question::QuestionId;
use crate::review::{Reviewed, Thresholds};
use crate::store::{AttemptUpdate, Claim, Number, Store, StoreError};

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
    /// The draft that is kept of the question on the screen.
    draft: Option<(QuestionId, Given)>,
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
    /// What they say about the questions.
    pub reviews: Vec<Reviewed>,
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
        let kept = resumed.map(|Resumed { number, claim, written, reviews }| KeptSoFar {
            number,
            written,
            reviews,
            claim: Some(claim),
        });
        Self { store, clock, asked, thresholds, kept, trouble: false, draft: None }
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

    /// Keeps what is written so far for the question on the screen. What goes wrong is told when an
    /// answer cannot be kept either.
    pub fn keep_draft(&mut self, attempt: &Attempt, draft: &Given) {
        let place = attempt.on_screen().filter(|_| attempt.end().is_none());
        let Some(drawn) = place.and_then(|place| attempt.drawn().get(place)) else { return };
        let now = Some((drawn.question.clone(), draft.clone()));
        if self.draft == now || (self.draft.is_none() && draft.is_blank()) {
            return;
        }
        if self.write_draft(attempt, &drawn.question, draft).is_ok() {
            self.draft = now;
        }
    }

    fn write_draft(
        &mut self,
        attempt: &Attempt,
        question: &QuestionId,
        draft: &Given,
    ) -> Result<(), StoreError> {
        if self.kept.is_none() {
            self.begin(attempt)?;
        }
        match &self.kept {
            Some(kept) => self.store.put_draft(kept.number, question, draft),
            None => Ok(()),
        }
    }

    fn write(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        if attempt.end().is_some() && !is_worth_keeping(attempt) {
            return self.forget();
        }
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
                let news = AttemptUpdate { attempt, reviews: &new, now };
                self.store.append(kept.number, kept.written.len(), &news)?;
                (kept.written, kept.reviews) = (written, reviews);
            }
            None if is_worth_keeping(attempt) => self.begin(attempt)?,
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, attempt: &Attempt) -> Result<(), StoreError> {
        let now = self.clock.now();
        let written = vec![now; attempt.log().len()];
        let reviews = self.asked.reviews(attempt, &written, self.thresholds);
        let news = AttemptUpdate { attempt, reviews: &reviews, now };
        let (number, id) = self.store.begin(&self.asked.paper, &news)?;
        // Without a claim another process may take it for cut off; it is kept all the same.
        let claim = self.store.claim(&id).ok().flatten();
        self.kept = Some(KeptSoFar { number, written, reviews, claim });
        Ok(())
    }

    /// Forgets an attempt of which there was a draft only.
    fn forget(&mut self) -> Result<(), StoreError> {
        if let Some(kept) = &self.kept {
            self.store.delete(kept.number)?;
            self.kept = None;
        }
        Ok(())
    }
}

/// Whether `attempt` says more than that somebody looked at questions.
pub fn is_worth_keeping(attempt: &Attempt) -> bool {
    let says_more = |entry: &Entry| {
        matches!(
            entry.event,
            Event::Answered { .. } | Event::Skipped { .. } | Event::HintTaken { .. }
        )
    };
    attempt.log().iter().any(says_more)
}
