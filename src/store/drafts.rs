//! What is written and not yet sent.

use rusqlite::{Transaction, params};

use super::database::Store;
use super::error::StoreError;
use super::number::Number;
use crate::attempt::{Attempt, Drafts, Event, Given};
use crate::quiz::question::QuestionId;

impl Store {
    /// Keeps what is written so far for a question of an attempt in place of what was; a blank draft is
    /// none.
    pub fn put_draft(
        &mut self,
        attempt: Number,
        question: &QuestionId,
        draft: &Given,
    ) -> Result<(), StoreError> {
        self.write(|transaction| {
            if draft.is_blank() {
                return drop_draft(transaction, attempt, question);
            }
            // An answer always has a JSON form.
            let body = serde_json::to_string(draft).unwrap_or_default();
            // Another process may have deleted the attempt meanwhile.
            transaction.execute(
                "INSERT OR REPLACE INTO draft (attempt, question, body)
                 SELECT number, ?2, ?3 FROM attempt WHERE number = ?1",
                params![attempt, question.as_str(), body],
            )?;
            Ok(())
        })
    }

    /// What is written for the questions of an attempt. What cannot be read is none.
    pub fn drafts(&self, attempt: Number) -> Result<Drafts, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT question, body FROM draft WHERE attempt = ?1")?;
        let rows = statement.query_map([attempt], |row| {
            Ok((QuestionId::new(row.get::<_, String>(0)?), row.get::<_, String>(1)?))
        })?;
        let rows: Vec<_> = rows.collect::<Result<_, _>>()?;
        let draft = |(question, body): (QuestionId, String)| {
            serde_json::from_str(&body).ok().map(|draft| (question, draft))
        };
        Ok(rows.into_iter().filter_map(draft).collect())
    }
}

/// Forgets the drafts that what happened after the first `kept` events of `attempt` made needless.
pub(super) fn drop_sent(
    transaction: &Transaction<'_>,
    number: Number,
    attempt: &Attempt,
    kept: usize,
) -> Result<(), StoreError> {
    for entry in attempt.log().iter().skip(kept) {
        if let Event::Answered { question, .. } = &entry.event {
            drop_draft(transaction, number, question)?;
        }
    }
    if attempt.end().is_some() {
        transaction.execute("DELETE FROM draft WHERE attempt = ?1", [number])?;
    }
    Ok(())
}

fn drop_draft(
    transaction: &Transaction<'_>,
    attempt: Number,
    question: &QuestionId,
) -> Result<(), StoreError> {
    let mut delete =
        transaction.prepare_cached("DELETE FROM draft WHERE attempt = ?1 AND question = ?2")?;
    delete.execute(params![attempt, question.as_str()])?;
    Ok(())
}
