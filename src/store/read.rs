//! Reading what was kept.

use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::database::Store;
use super::error::StoreError;
use super::number::{AttemptId, Number};
use super::paper::{KeptQuiz, Paper};
use crate::attempt::{Attempt, Entry, Millis, Mode};
use crate::quiz::Digest;
use crate::review::Rating;

/// An event with the wall clock's time at which it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Timed {
    /// Since 1970-01-01T00:00:00Z.
    pub written: Millis,
    /// What happened.
    pub entry: Entry,
}

/// An attempt that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAttempt {
    /// What a person calls it.
    pub number: Number,
    /// What it is called on every machine.
    pub id: AttemptId,
    /// What was asked.
    pub paper: Paper,
    /// What happened, the start first.
    pub log: Vec<Timed>,
}

impl StoredAttempt {
    /// The attempt, rebuilt from its events.
    pub fn attempt(&self) -> Result<Attempt, StoreError> {
        Attempt::replay(self.log.iter().map(|timed| timed.entry.clone()))
            .map_err(|error| StoreError::replay(self.number, &error))
    }
}

/// An attempt without an end: cut off, or under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAttempt {
    /// What a person calls it.
    pub number: Number,
    /// What it is called on every machine.
    pub id: AttemptId,
    /// When it started, since 1970-01-01T00:00:00Z.
    pub started: Millis,
}

impl Store {
    /// The attempt called `number`; `None` where there is none.
    pub fn attempt(&self, number: Number) -> Result<Option<StoredAttempt>, StoreError> {
        let found = self
            .connection
            .query_row("SELECT id, digest, title FROM attempt WHERE number = ?1", [number], |row| {
                Ok((row.get(0)?, Digest(row.get(1)?), row.get(2)?))
            })
            .optional()?;
        let Some((id, digest, title)) = found else { return Ok(None) };
        let paper = Paper { digest, title, parts: self.parts(digest)? };
        Ok(Some(StoredAttempt { number, id, paper, log: self.log(number)? }))
    }

    /// The attempts at the quiz called `title` that have no end, the last one first.
    pub fn without_end(
        &self,
        title: &str,
        candidate: Option<&str>,
        mode: Mode,
    ) -> Result<Vec<OpenAttempt>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number, id, started FROM attempt
             WHERE ended IS NULL AND title = ?1 AND candidate IS ?2 AND mode = ?3
             ORDER BY started DESC, number DESC",
        )?;
        let rows = statement.query_map(params![title, candidate, mode.as_str()], |row| {
            Ok(OpenAttempt { number: row.get(0)?, id: row.get(1)?, started: moment(row.get(2)?) })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The quiz called `title` as it was when it was asked last; `None` where it never was.
    pub fn latest_quiz(&self, title: &str) -> Result<Option<KeptQuiz>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT digest, title, text, source FROM quiz WHERE title = ?1
             ORDER BY seen DESC LIMIT 1",
        )?;
        Ok(statement.query_row([title], kept_quiz).optional()?)
    }

    fn parts(&self, digest: Digest) -> Result<Vec<KeptQuiz>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT digest, title, text, source, 0 AS place FROM quiz WHERE digest = ?1
             UNION ALL
             SELECT quiz.digest, title, text, source, place FROM mixture
             JOIN quiz ON quiz.digest = mixture.quiz WHERE mixture.digest = ?1
             ORDER BY place",
        )?;
        let rows = statement.query_map([digest.0], kept_quiz)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn log(&self, number: Number) -> Result<Vec<Timed>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT written, body FROM event WHERE attempt = ?1 ORDER BY place")?;
        let mut rows = statement.query([number])?;
        let mut log = Vec::new();
        while let Some(row) = rows.next()? {
            let body: String = row.get(1)?;
            let entry = serde_json::from_str(&body)
                .map_err(|error| StoreError::Unreadable { number, reason: error.to_string() })?;
            log.push(Timed { written: moment(row.get(0)?), entry });
        }
        Ok(log)
    }
}

fn kept_quiz(row: &Row<'_>) -> rusqlite::Result<KeptQuiz> {
    let source: String = row.get(3)?;
    let source = source.parse().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(3, Type::Text, Box::new(error))
    })?;
    Ok(KeptQuiz { digest: Digest(row.get(0)?), title: row.get(1)?, text: row.get(2)?, source })
}

/// A moment as the database keeps it.
pub(super) fn milliseconds(moment: Millis) -> i64 {
    i64::try_from(moment.0).unwrap_or(i64::MAX)
}

/// A moment that the database kept.
pub(super) fn moment(milliseconds: i64) -> Millis {
    Millis(u64::try_from(milliseconds).unwrap_or(0))
}

/// The rating in a column.
pub(super) fn rating(row: &Row<'_>, column: usize) -> rusqlite::Result<Rating> {
    Rating::of_number(row.get(column)?).ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Integer, "no rating".into())
    })
}
