//! Rows of attempts and of what happened in them.

use rusqlite::{Transaction, params};

use super::error::StoreError;
use super::number::{AttemptId, Number};
use super::paper::Paper;
use super::read::milliseconds;
use crate::attempt::{Attempt, End, Entry, Millis, Start};
use crate::quiz::AnswerText;

/// Adds an attempt at `paper`; one that has no id gets one.
pub(super) fn insert_attempt(
    transaction: &Transaction<'_>,
    id: Option<&AttemptId>,
    paper: &Paper,
    start: &Start,
) -> Result<(Number, AttemptId), StoreError> {
    Ok(transaction.query_row(
        "INSERT INTO attempt (id, digest, title, candidate, started, mode, occasion)
         VALUES (coalesce(?1, lower(hex(randomblob(16)))), ?2, ?3, ?4, ?5, ?6, ?7)
         RETURNING number, id",
        params![
            id,
            paper.digest.0,
            paper.title,
            start.candidate.as_ref().map(AnswerText::raw),
            milliseconds(start.started),
            start.mode.as_str(),
            start.occasion.as_str(),
        ],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?)
}

/// Adds what happened in an attempt from the event at `place` on, each with the wall clock's time.
pub(super) fn insert_events<'e>(
    transaction: &Transaction<'_>,
    number: Number,
    place: usize,
    events: impl Iterator<Item = (Millis, &'e Entry)>,
) -> Result<(), StoreError> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO event (attempt, place, written, body) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    for (place, (written, entry)) in (place..).zip(events) {
        // An entry always has a JSON form.
        let body = serde_json::to_string(entry).unwrap_or_default();
        insert.execute(params![number, place, milliseconds(written), body])?;
    }
    Ok(())
}

/// Says how an attempt ended, if it has.
pub(super) fn update_end(
    transaction: &Transaction<'_>,
    number: Number,
    attempt: &Attempt,
) -> Result<(), StoreError> {
    transaction.execute(
        "UPDATE attempt SET ended = ?2 WHERE number = ?1",
        params![number, attempt.end().map(End::as_str)],
    )?;
    Ok(())
}
