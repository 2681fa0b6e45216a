//! What is known of a person's questions.

use rusqlite::Row;

use super::database::Store;
use super::error::StoreError;
use super::number::Number;
use super::read::{moment, rating};
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
