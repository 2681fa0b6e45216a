//! Attempts on their way to another history, whole.

use rusqlite::{OptionalExtension, Transaction};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::database::Store;
use super::derive::{ANY_TIME, cards_of, settle};
use super::drafts::drop_sent;
use super::error::StoreError;
use super::insert::{insert_attempt, insert_events, update_end};
use super::number::{AttemptId, Number};
use super::paper::Paper;
use super::read::{StoredAttempt, Timed, milliseconds};
use super::write::keep_paper;
use crate::attempt::{Attempt, Millis, ReplayError};

/// An attempt as it travels: one line of JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "viva history export")]
pub struct ExportedAttempt {
    /// What it is called on every machine.
    pub id: AttemptId,
    /// What was asked.
    pub paper: Paper,
    /// What happened, the start first.
    pub log: Vec<Timed>,
}

/// What became of an attempt that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// It was not known.
    Added,
    /// It was known, and more has happened in it since.
    Continued,
    /// All of it was known.
    Known,
}

impl From<StoredAttempt> for ExportedAttempt {
    fn from(kept: StoredAttempt) -> Self {
        Self { id: kept.id, paper: kept.paper, log: kept.log }
    }
}

impl ExportedAttempt {
    /// The attempt, if its events are one.
    pub fn attempt(&self) -> Result<Attempt, ReplayError> {
        Attempt::replay(self.log.iter().map(|timed| timed.entry.clone()))
    }
}

impl Store {
    /// Takes in what `exported` says of `attempt`, which is its own. Of an attempt that is known the
    /// longer course is kept, and of two that are equally long the one that was written later, so that
    /// it does not matter which came first.
    pub fn import_attempt(
        &mut self,
        exported: &ExportedAttempt,
        attempt: &Attempt,
    ) -> Result<Arrival, StoreError> {
        let ExportedAttempt { id, paper, log } = exported;
        self.write(|transaction| {
            let known = transaction.query_row(
                "SELECT number, count(*), max(written) FROM attempt
                 JOIN event ON event.attempt = number WHERE id = ?1 GROUP BY number",
                [id],
                |row| Ok((row.get(0)?, Length { events: row.get(1)?, last: row.get(2)? })),
            );
            let (number, arrival) = match known.optional()? {
                Some((_, known)) if known >= Length::of(log) => return Ok(Arrival::Known),
                Some((number, _)) => {
                    clear(transaction, number)?;
                    (number, Arrival::Continued)
                }
                None => {
                    let last = log.last().map_or(Millis(0), |timed| timed.written);
                    keep_paper(transaction, paper, last)?;
                    let (number, _) =
                        insert_attempt(transaction, Some(id), paper, attempt.start())?;
                    (number, Arrival::Added)
                }
            };
            let events = log.iter().map(|timed| (timed.written, &timed.entry));
            insert_events(transaction, number, 0, events)?;
            update_end(transaction, number, attempt)?;
            drop_sent(transaction, number, attempt, 0)?;
            Ok(arrival)
        })
    }
}

/// How long a course is. The one that is greater is kept.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Length {
    events: i64,
    /// When the last event was written.
    last: i64,
}

impl Length {
    fn of(log: &[Timed]) -> Self {
        let last = log.iter().map(|timed| timed.written).max().unwrap_or_default();
        Self { events: i64::try_from(log.len()).unwrap_or(i64::MAX), last: milliseconds(last) }
    }
}

/// Forgets what happened in an attempt and what it says about its questions.
fn clear(transaction: &Transaction<'_>, number: Number) -> Result<(), StoreError> {
    let cards = cards_of(transaction, number)?;
    for table in ["event", "review", "standing"] {
        transaction.execute(&format!("DELETE FROM {table} WHERE attempt = ?1"), [number])?;
    }
    transaction.execute("UPDATE attempt SET derived = 0 WHERE number = ?1", [number])?;
    settle(transaction, &cards, ANY_TIME)
}
