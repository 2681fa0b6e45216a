//! Writing what happens.

use rusqlite::config::DbConfig;
use rusqlite::{Transaction, TransactionBehavior, params};

use super::database::{Store, check_writable};
use super::derive::{ANY_TIME, cards_of, put_reviews, settle};
use super::drafts::drop_sent;
use super::error::StoreError;
use super::insert::{insert_attempt, insert_events, update_end};
use super::number::{AttemptId, Number};
use super::paper::Paper;
use super::read::milliseconds;
use crate::attempt::{Attempt, Millis};
use crate::review::Reviewed;

/// What is new in an attempt.
#[derive(Debug, Clone, Copy)]
pub struct AttemptUpdate<'a> {
    /// All that happened in it.
    pub attempt: &'a Attempt,
    /// What is new in what it says about its questions.
    pub reviews: &'a [Reviewed],
    /// The wall clock's time, since 1970-01-01T00:00:00Z.
    pub now: Millis,
}

impl Store {
    /// Begins to keep an attempt at `paper` with what happened so far.
    pub fn begin(
        &mut self,
        paper: &Paper,
        news: &AttemptUpdate<'_>,
    ) -> Result<(Number, AttemptId), StoreError> {
        self.write(|transaction| {
            keep_paper(transaction, paper, news.now)?;
            correct_texts(transaction, paper)?;
            let start = news.attempt.start();
            let (number, id) = insert_attempt(transaction, None, paper, start)?;
            append(transaction, number, 0, news)?;
            Ok((number, id))
        })
    }

    /// Adds what happened in an attempt after its first `kept` events. It is on the disk when this
    /// returns, or nothing of it is.
    pub fn append(
        &mut self,
        number: Number,
        kept: usize,
        news: &AttemptUpdate<'_>,
    ) -> Result<(), StoreError> {
        self.write(|transaction| append(transaction, number, kept, news))
    }

    /// Deletes an attempt; false where there is none. Quizzes that no attempt needs go with it.
    pub fn delete(&mut self, number: Number) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let cards = cards_of(transaction, number)?;
            let gone = transaction.execute("DELETE FROM attempt WHERE number = ?1", [number])?;
            settle(transaction, &cards, ANY_TIME)?;
            transaction.execute(
                "DELETE FROM mixture WHERE digest NOT IN (SELECT digest FROM attempt)",
                [],
            )?;
            transaction.execute(
                "DELETE FROM quiz WHERE digest NOT IN (SELECT digest FROM attempt)
                 AND digest NOT IN (SELECT quiz FROM mixture)",
                [],
            )?;
            Ok(gone > 0)
        })
    }

    /// Does `work` as one transaction. It waits for other processes before it reads anything, so that
    /// what it reads stays true until it has written.
    pub(super) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let writable = check_writable(&self.folder);
        // To close it would write, too.
        let leave = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
        self.connection.set_db_config(leave, writable.is_err())?;
        writable?;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

/// Puts the texts of `paper`, which was asked here, in place of what came in under their digests.
fn correct_texts(transaction: &Transaction<'_>, paper: &Paper) -> Result<(), StoreError> {
    for part in &paper.parts {
        transaction.execute(
            "UPDATE quiz SET text = ?2 WHERE digest = ?1 AND text <> ?2",
            params![part.digest.0, part.text],
        )?;
    }
    Ok(())
}

/// Keeps the texts of `paper`, unless they are kept already, and when and where they were seen last.
pub(super) fn keep_paper(
    transaction: &Transaction<'_>,
    paper: &Paper,
    now: Millis,
) -> Result<(), StoreError> {
    for (place, part) in paper.parts.iter().enumerate() {
        transaction.execute(
            "INSERT INTO quiz (digest, title, text, source, seen) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (digest) DO UPDATE SET source = excluded.source, seen = excluded.seen
             WHERE excluded.seen > seen",
            params![
                part.digest.0,
                part.title,
                part.text,
                part.source.to_string(),
                milliseconds(now),
            ],
        )?;
        if part.digest != paper.digest {
            transaction.execute(
                "INSERT OR IGNORE INTO mixture (digest, place, quiz) VALUES (?1, ?2, ?3)",
                params![paper.digest.0, i64::try_from(place).unwrap_or(i64::MAX), part.digest.0],
            )?;
        }
    }
    Ok(())
}

fn append(
    transaction: &Transaction<'_>,
    number: Number,
    kept: usize,
    news: &AttemptUpdate<'_>,
) -> Result<(), StoreError> {
    let AttemptUpdate { attempt, reviews, now } = *news;
    let events = attempt.log().iter().skip(kept).map(|entry| (now, entry));
    insert_events(transaction, number, kept, events)?;
    update_end(transaction, number, attempt)?;
    drop_sent(transaction, number, attempt, kept)?;
    let cards = put_reviews(transaction, number, reviews)?;
    settle(transaction, &cards, now)
}
