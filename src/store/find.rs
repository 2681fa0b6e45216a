//! Finding attempts.

use rusqlite::params;

use super::database::Store;
use super::error::StoreError;
use super::number::Number;
use super::read::milliseconds;
use crate::attempt::Millis;

/// Which attempts to find. The default is all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only at quizzes whose title has this in it, in either case of its ASCII letters.
    pub title: Option<String>,
    /// Only of this candidate.
    pub candidate: Option<String>,
    /// Only those that started at this moment or later, since 1970-01-01T00:00:00Z.
    pub from: Option<Millis>,
    /// Only those that started before this moment.
    pub before: Option<Millis>,
    /// At most so many, the last ones.
    pub limit: Option<u32>,
}

impl Store {
    /// The attempts that `filter` finds, the last one first.
    pub fn find(&self, filter: &Filter) -> Result<Vec<Number>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT number FROM attempt
             WHERE (?1 IS NULL OR instr(lower(title), lower(?1)) > 0)
             AND (?2 IS NULL OR candidate = ?2) AND started >= ?3 AND started < ?4
             ORDER BY started DESC, number DESC LIMIT ?5",
        )?;
        let moment = |moment: Option<Millis>, default| moment.map_or(default, milliseconds);
        let rows = statement.query_map(
            params![
                filter.title,
                filter.candidate,
                moment(filter.from, 0),
                moment(filter.before, i64::MAX),
                filter.limit.map_or(-1, i64::from),
            ],
            |row| row.get(0),
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
