//! What attempts earned per topic, and which keywords were missed.

use rusqlite::types::Type;
use rusqlite::{Row, params};

use super::database::Store;
use super::error::StoreError;
use super::read::moment;
use crate::attempt::Occasion;
use crate::quiz::question::QuestionId;
use crate::quiz::{Points, TopicId};
use crate::review::{KeywordCount, KnownKeyword, Standing};

/// What a keyword may have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeywordFate {
    /// Not found in the answer.
    Missed,
    /// Said in other words, says the person.
    Claimed,
}

impl Store {
    /// What each attempt of a person earned per topic, the first one first.
    pub fn standings(&self, person: Option<&str>) -> Result<Vec<Standing>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT quiz, topic, topic_title, started, occasion, earned, possible
             FROM attempt JOIN standing ON standing.attempt = attempt.number
             WHERE candidate IS ?1 ORDER BY started, number",
        )?;
        let rows = statement.query_map([person], standing)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// At most `limit` keywords that this became of most often, the most frequent first.
    pub fn keywords(
        &self,
        person: Option<&str>,
        fate: KeywordFate,
        limit: u32,
    ) -> Result<Vec<KnownKeyword>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT quiz, question, label, keyword.missed, keyword.claimed, reviews,
             iif(?2, keyword.claimed, keyword.missed) AS times
             FROM card JOIN keyword ON keyword.card = card.number
             WHERE person = ?1 AND times > 0
             ORDER BY times DESC, quiz, question, label LIMIT ?3",
        )?;
        let fields = params![person.unwrap_or_default(), fate == KeywordFate::Claimed, limit];
        let rows = statement.query_map(fields, |row| {
            Ok(KnownKeyword {
                quiz: row.get(0)?,
                question: QuestionId::new(row.get::<_, String>(1)?),
                label: row.get(2)?,
                count: KeywordCount { missed: row.get(3)?, claimed: row.get(4)? },
                reviews: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn standing(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        quiz: row.get(0)?,
        topic: TopicId::new(row.get::<_, String>(1)?),
        topic_title: row.get(2)?,
        started: moment(row.get(3)?),
        occasion: occasion(row, 4)?,
        earned: Points::from_thousandths(row.get(5)?),
        possible: Points::from_thousandths(row.get(6)?),
    })
}

fn occasion(row: &Row<'_>, column: usize) -> rusqlite::Result<Occasion> {
    let name: String = row.get(column)?;
    let known = Occasion::ALL.into_iter().find(|occasion| occasion.as_str() == name);
    known.ok_or_else(|| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, "no occasion".into())
    })
}
