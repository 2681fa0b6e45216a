//! An attempt that was kept, with what was asked in it.

use super::asked::Asked;
use crate::attempt::{Attempt, Millis};
use crate::cli::Failure;
use crate::cli::talk::say;
use crate::report::Report;
use crate::store::{Number, Paper, Store, StoreError, StoredAttempt};

/// An attempt that was kept.
#[derive(Debug)]
pub struct Past {
    /// What was asked, as it was.
    pub paper: Paper,
    /// What happened.
    pub attempt: Attempt,
    /// The wall clock's times of its events.
    pub written: Vec<Millis>,
}

impl Past {
    /// The attempt called `number`.
    pub fn find(store: &Store, number: Number) -> Result<Self, Failure> {
        let kept = store.attempt(number)?.ok_or_else(|| unknown(number))?;
        let attempt = kept.attempt()?;
        let written = kept.log.iter().map(|timed| timed.written).collect();
        Ok(Self { paper: kept.paper, attempt, written })
    }
}

/// An attempt among many.
#[derive(Debug)]
pub enum Found {
    /// What is kept of it, and what that says.
    Kept(Box<StoredAttempt>, Box<Attempt>),
    /// Another process has deleted it meanwhile.
    Gone,
    /// It cannot be read, and the person was told.
    Unreadable,
}

/// Finds the attempt called `number` so that one that cannot be read hides no other.
pub fn look_up(store: &Store, number: Number) -> Result<Found, Failure> {
    let kept = match store.attempt(number) {
        Err(error @ StoreError::Unreadable { .. }) => Err(error),
        kept => match kept? {
            Some(kept) => kept.attempt().map(|attempt| (kept, attempt)),
            None => return Ok(Found::Gone),
        },
    };
    match kept {
        Ok((kept, attempt)) => Ok(Found::Kept(Box::new(kept), Box::new(attempt))),
        Err(error) => {
            say(&error.to_string())?;
            Ok(Found::Unreadable)
        }
    }
}

/// The report of the attempt called `number`, with the quiz as it was.
pub fn past_report(store: &Store, number: Number) -> Result<Report, Failure> {
    let Past { paper, attempt, .. } = Past::find(store, number)?;
    let asked = Asked::kept(paper).ok_or_else(|| {
        Failure::Input(format!("the quiz of attempt {number} cannot be read by this version"))
    })?;
    Ok(asked.report(&attempt).with_before(&asked.before(store, &attempt)?))
}

/// That there is no attempt called `number`.
pub fn unknown(number: Number) -> Failure {
    Failure::Input(format!("no attempt {number}; `viva history` lists them"))
}
