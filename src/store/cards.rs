//! What is known of a person's questions.

use rusqlite::{OptionalExtension, Row, params};

use super::database::Store;
use super::error::StoreError;
use super::number::Number;
use super::read::{milliseconds, moment, rating};
use crate::attempt::Millis;
use crate::quiz::question::QuestionId;
use crate::quiz::{Level, PerMille, Points, TopicId};
use crate::review::{Card, Known, Memory, Subject};

/// A review of an attempt, as it was graded then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptReview {
    /// The question's place in the order of asking, from 0.
    pub place: usize,
    /// What its answer earned.
    pub earned: Points,
}

/// What the last answer to a question said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastReview {
    /// When it was given, since 1970-01-01T00:00:00Z.
    pub at: Millis,
    /// What it earned of its points.
    pub share: PerMille,
}

impl Store {
    /// The reviews of an attempt, in the order of asking.
    pub fn reviews_in(&self, attempt: Number) -> Result<Vec<KeptReview>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT place, earned FROM review WHERE attempt = ?1 ORDER BY place")?;
        let rows = statement.query_map([attempt], |row| {
            let place = usize::try_from(row.get::<_, i64>(0)?).unwrap_or(usize::MAX);
            Ok(KeptReview { place, earned: Points::from_thousandths(row.get(1)?) })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a person's last answer to a question said before `before`.
    pub fn last_review(
        &self,
        person: Option<&str>,
        quiz: &str,
        question: &QuestionId,
        before: Millis,
    ) -> Result<Option<LastReview>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT at, earned, possible FROM review WHERE at < ?4 AND card =
             (SELECT number FROM card WHERE person = ?1 AND quiz = ?2 AND question = ?3)
             ORDER BY at DESC LIMIT 1",
        )?;
        let person = person.unwrap_or_default();
        let fields = params![person, quiz, question.as_str(), milliseconds(before)];
        let last = statement.query_row(fields, |row| {
            let earned = Points::from_thousandths(row.get(1)?);
            let possible = Points::from_thousandths(row.get(2)?);
            Ok(LastReview { at: moment(row.get(0)?), share: earned.share_of(possible) })
        });
        Ok(last.optional()?)
    }

    /// All that a person was ever asked, by quiz and question; of one who gave no name for `None`.
    pub fn cards(&self, person: Option<&str>) -> Result<Vec<Known>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT quiz, question, topic, topic_title, kind, level, stability, difficulty, rating,
             last, share, reviews, misses, spent FROM card WHERE person = ?1
             ORDER BY quiz, question",
        )?;
        let rows = statement.query_map([person.unwrap_or_default()], known)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn known(row: &Row<'_>) -> rusqlite::Result<Known> {
    let level = row.get::<_, Option<String>>(5)?;
    Ok(Known {
        subject: Subject {
            quiz: row.get(0)?,
            question: QuestionId::new(row.get::<_, String>(1)?),
            topic: TopicId::new(row.get::<_, String>(2)?),
            topic_title: row.get(3)?,
            kind: row.get(4)?,
            level: level.and_then(|name| Level::ALL.into_iter().find(|it| it.as_str() == name)),
        },
        card: Card {
            memory: Memory {
                stability: row.get(6)?,
                difficulty: row.get(7)?,
                rating: rating(row, 8)?,
            },
            last: moment(row.get(9)?),
            share: PerMille::new(row.get(10)?),
            reviews: row.get(11)?,
            misses: row.get(12)?,
            spent: moment(row.get(13)?),
        },
    })
}
