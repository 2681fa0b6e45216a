//! Attempts on their way to another history, whole.

use rusqlite::{OptionalExtension, Transaction, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::database::Store;
use super::error::StoreError;
use super::number::{AttemptId, Number};
use super::paper::Paper;
use super::read::{Kept, Timed, milliseconds};
use super::write::keep_paper;
use crate::attempt::{Attempt, Millis, ReplayError};
use crate::quiz::AnswerText;

/// An attempt as it travels: one line of JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "viva history export")]
pub struct Travelling {
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

impl From<Kept> for Travelling {
    fn from(kept: Kept) -> Self {
        Self { id: kept.id, paper: kept.paper, log: kept.log }
    }
}

impl Travelling {
    /// The attempt, if its events are one.
    pub fn attempt(&self) -> Result<Attempt, ReplayError> {
        Attempt::replay(self.log.iter().map(|timed| timed.entry.clone()))
    }
}

impl Store {
    /// Takes in what `travelling` says of `attempt`, which is its own. Of an attempt that is known the
    /// longer course is kept.
    pub fn take_in(
        &mut self,
        travelling: &Travelling,
        attempt: &Attempt,
    ) -> Result<Arrival, StoreError> {
        self.write(|transaction| {
            let known = transaction
                .query_row(
                    "SELECT number, (SELECT count(*) FROM event WHERE attempt = number)
                     FROM attempt WHERE id = ?1",
                    [&travelling.id],
                    |row| Ok((row.get::<_, Number>(0)?, row.get::<_, i64>(1)?)),
                )
                .optional()?;
            let events = i64::try_from(travelling.log.len()).unwrap_or(i64::MAX);
            match known {
                Some((_, known)) if known >= events => Ok(Arrival::Known),
                Some((number, _)) => {
                    transaction.execute("DELETE FROM event WHERE attempt = ?1", [number])?;
                    put(transaction, number, travelling, attempt)?;
                    Ok(Arrival::Continued)
                }
                None => {
                    let number = add(transaction, travelling, attempt)?;
                    put(transaction, number, travelling, attempt)?;
                    Ok(Arrival::Added)
                }
            }
        })
    }
}

fn add(
    transaction: &Transaction<'_>,
    travelling: &Travelling,
    attempt: &Attempt,
) -> Result<Number, StoreError> {
    let Travelling { id, paper, log } = travelling;
    let last = log.last().map_or(Millis(0), |timed| timed.written);
    keep_paper(transaction, paper, last)?;
    let start = attempt.start();
    Ok(transaction.query_row(
        "INSERT INTO attempt (id, digest, title, candidate, started, mode)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) RETURNING number",
        params![
            id,
            paper.digest.0,
            paper.title,
            start.candidate.as_ref().map(AnswerText::raw),
            milliseconds(start.started),
            start.mode.as_str(),
        ],
        |row| row.get(0),
    )?)
}

fn put(
    transaction: &Transaction<'_>,
    number: Number,
    travelling: &Travelling,
    attempt: &Attempt,
) -> Result<(), StoreError> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO event (attempt, place, written, body) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (place, Timed { written, entry }) in (0i64..).zip(&travelling.log) {
        // An entry always has a JSON form.
        let body = serde_json::to_string(entry).unwrap_or_default();
        insert.execute(params![number, place, milliseconds(*written), body])?;
    }
    transaction.execute(
        "UPDATE attempt SET ended = ?2, derived = 0 WHERE number = ?1",
        params![number, attempt.end().map(crate::attempt::End::as_str)],
    )?;
    Ok(())
}
