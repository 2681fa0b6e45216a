//! What answers say about their questions, kept beside the events they are worked out from.

use std::collections::BTreeSet;

use rusqlite::Error::FromSqlConversionFailure;
use rusqlite::types::Type;
use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::database::Store;
use super::error::StoreError;
use super::number::Number;
use super::read::{milliseconds, moment, rating};
use crate::attempt::Millis;
use crate::quiz::{Level, Points};
use crate::review::{Card, Review, Reviewed, Subject, keyword_counts};

/// Later than any review.
pub(super) const ANY_TIME: Millis = Millis(u64::MAX);

/// The row of a question that a person was asked.
pub(super) type CardNumber = i64;

impl Store {
    /// At most `limit` attempts of which it is not worked out yet what they say about their questions:
    /// those of an earlier version, and those that came from another machine.
    pub fn underived(&self, limit: u32) -> Result<Vec<Number>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number FROM attempt WHERE derived = 0 ORDER BY number LIMIT ?1",
        )?;
        let rows = statement.query_map([limit], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps all that each attempt says about its questions.
    pub fn derive(&mut self, attempts: &[(Number, Vec<Reviewed>)]) -> Result<(), StoreError> {
        self.write(|transaction| {
            let mut cards = BTreeSet::new();
            for (number, reviews) in attempts {
                cards.extend(put_reviews(transaction, *number, reviews)?);
            }
            settle(transaction, &cards, ANY_TIME)
        })
    }

    /// Lets the memory of questions follow where their quiz now calls them otherwise: pairs of an
    /// earlier name and the one of today.
    pub fn rename(&mut self, quiz: &str, names: &[(&str, &str)]) -> Result<(), StoreError> {
        if names.is_empty() {
            return Ok(());
        }
        self.write(|transaction| {
            names.iter().try_for_each(|(was, is)| rename(transaction, quiz, was, is))
        })
    }
}

/// Keeps what an attempt says about some of its questions. Gives the cards that it changes.
pub(super) fn put_reviews(
    transaction: &Transaction<'_>,
    attempt: Number,
    reviews: &[Reviewed],
) -> Result<BTreeSet<CardNumber>, StoreError> {
    let mut cards = BTreeSet::new();
    for reviewed in reviews {
        // Another process may have deleted the attempt meanwhile.
        let Some(card) = card_number(transaction, attempt, &reviewed.subject)? else { break };
        put_review(transaction, attempt, card, reviewed)?;
        cards.insert(card);
    }
    transaction.execute("UPDATE attempt SET derived = 1 WHERE number = ?1", [attempt])?;
    if !cards.is_empty() {
        add_up(transaction, attempt)?;
    }
    Ok(cards)
}

/// Works out anew what cards say at `now`, after their reviews changed. One without reviews goes.
pub(super) fn settle(
    transaction: &Transaction<'_>,
    cards: &BTreeSet<CardNumber>,
    now: Millis,
) -> Result<(), StoreError> {
    for number in cards {
        let reviews = reviews_of(transaction, *number, now)?;
        transaction.prepare_cached("DELETE FROM keyword WHERE card = ?1")?.execute([number])?;
        match Card::of(&reviews) {
            Some(card) => put_card(transaction, *number, &card, &reviews)?,
            None => {
                transaction.execute("DELETE FROM card WHERE number = ?1", [number])?;
            }
        }
    }
    Ok(())
}

/// The cards that an attempt has reviews of.
pub(super) fn cards_of(
    transaction: &Transaction<'_>,
    attempt: Number,
) -> Result<BTreeSet<CardNumber>, StoreError> {
    let mut statement = transaction.prepare_cached("SELECT card FROM review WHERE attempt = ?1")?;
    let rows = statement.query_map([attempt], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The card of the person who made `attempt`, of this question; with what the quiz says of it now.
fn card_number(
    transaction: &Transaction<'_>,
    attempt: Number,
    subject: &Subject,
) -> Result<Option<CardNumber>, StoreError> {
    let mut insert = transaction.prepare_cached(
        "INSERT INTO card (person, quiz, question, topic, topic_title, kind, level)
         SELECT coalesce(candidate, ''), ?2, ?3, ?4, ?5, ?6, ?7 FROM attempt WHERE number = ?1
         ON CONFLICT (person, quiz, question) DO UPDATE SET topic = excluded.topic,
         topic_title = excluded.topic_title, kind = excluded.kind, level = excluded.level
         RETURNING number",
    )?;
    let fields = params![
        attempt,
        subject.quiz,
        subject.question.as_str(),
        subject.topic.as_str(),
        subject.topic_title,
        subject.kind,
        subject.level.map(Level::as_str),
    ];
    Ok(insert.query_row(fields, |row| row.get(0)).optional()?)
}

fn put_review(
    transaction: &Transaction<'_>,
    attempt: Number,
    card: CardNumber,
    reviewed: &Reviewed,
) -> Result<(), StoreError> {
    let Reviewed { place, review, .. } = reviewed;
    let mut insert = transaction.prepare_cached(
        "INSERT OR REPLACE INTO review
         (attempt, place, card, at, rating, earned, possible, spent, missed, claimed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    insert.execute(params![
        attempt,
        i64::try_from(*place).unwrap_or(i64::MAX),
        card,
        milliseconds(review.at),
        review.rating.number(),
        review.earned.thousandths(),
        review.possible.thousandths(),
        milliseconds(review.spent),
        labels(&review.missed),
        labels(&review.claimed),
    ])?;
    Ok(())
}

/// Labels as JSON; nothing of none.
fn labels(labels: &[String]) -> Option<String> {
    // Texts always have a JSON form.
    (!labels.is_empty()).then(|| serde_json::to_string(labels).unwrap_or_default())
}

/// Adds up per topic what an attempt earned.
fn add_up(transaction: &Transaction<'_>, attempt: Number) -> Result<(), StoreError> {
    transaction.prepare_cached("DELETE FROM standing WHERE attempt = ?1")?.execute([attempt])?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO standing (attempt, quiz, topic, topic_title, earned, possible)
         SELECT attempt, quiz, topic, max(topic_title), sum(earned), sum(possible)
         FROM review JOIN card ON card.number = review.card WHERE attempt = ?1
         GROUP BY quiz, topic",
    )?;
    insert.execute([attempt])?;
    Ok(())
}

/// The reviews of a card in their order. What is said to be later than now was said by a clock that was
/// wrong: it came before what comes now.
fn reviews_of(
    transaction: &Transaction<'_>,
    card: CardNumber,
    now: Millis,
) -> Result<Vec<Review>, StoreError> {
    let mut statement = transaction.prepare_cached(
        "SELECT min(at, ?2) AS given, rating, earned, possible, spent, missed, claimed FROM review
         WHERE card = ?1 ORDER BY given, attempt, place",
    )?;
    let rows = statement.query_map(params![card, milliseconds(now)], review)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn review(row: &Row<'_>) -> rusqlite::Result<Review> {
    let labels = |column| -> rusqlite::Result<Vec<String>> {
        let Some(labels) = row.get::<_, Option<String>>(column)? else { return Ok(Vec::new()) };
        serde_json::from_str(&labels)
            .map_err(|error| FromSqlConversionFailure(column, Type::Text, error.into()))
    };
    Ok(Review {
        at: moment(row.get(0)?),
        rating: rating(row, 1)?,
        earned: Points::from_thousandths(row.get(2)?),
        possible: Points::from_thousandths(row.get(3)?),
        spent: moment(row.get(4)?),
        missed: labels(5)?,
        claimed: labels(6)?,
    })
}

fn put_card(
    transaction: &Transaction<'_>,
    number: CardNumber,
    card: &Card,
    reviews: &[Review],
) -> Result<(), StoreError> {
    let mut update = transaction.prepare_cached(
        "UPDATE card SET stability = ?2, difficulty = ?3, rating = ?4, last = ?5, share = ?6,
         reviews = ?7, misses = ?8, spent = ?9 WHERE number = ?1",
    )?;
    update.execute(params![
        number,
        card.memory.stability,
        card.memory.difficulty,
        card.memory.rating.number(),
        milliseconds(card.last),
        card.share.thousandths(),
        card.reviews,
        card.misses,
        milliseconds(card.spent),
    ])?;
    let mut insert = transaction.prepare_cached(
        "INSERT INTO keyword (card, label, missed, claimed) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (label, count) in keyword_counts(reviews) {
        insert.execute(params![number, label, count.missed, count.claimed])?;
    }
    Ok(())
}

/// Moves the reviews of everybody's card called `was` to the one called `is`.
fn rename(
    transaction: &Transaction<'_>,
    quiz: &str,
    was: &str,
    is: &str,
) -> Result<(), StoreError> {
    let mut statement = transaction
        .prepare_cached("SELECT number, person FROM card WHERE quiz = ?1 AND question = ?2")?;
    let rows = statement.query_map([quiz, was], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows: Vec<(CardNumber, String)> = rows.collect::<Result<_, _>>()?;
    for (old, person) in rows {
        let new: Option<CardNumber> = transaction
            .query_row(
                "SELECT number FROM card WHERE person = ?1 AND quiz = ?2 AND question = ?3",
                [person.as_str(), quiz, is],
                |row| row.get(0),
            )
            .optional()?;
        match new {
            Some(new) => {
                transaction
                    .execute("UPDATE review SET card = ?2 WHERE card = ?1", params![old, new])?;
                settle(transaction, &BTreeSet::from([old, new]), ANY_TIME)?;
            }
            None => {
                transaction
                    .execute("UPDATE card SET question = ?2 WHERE number = ?1", params![old, is])?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
