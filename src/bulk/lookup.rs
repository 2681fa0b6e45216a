//! Which question a row answers.

use std::collections::BTreeMap;

use super::row::Row;
use crate::attempt::answer;
use crate::quiz::{Quiz, nearest};

/// The questions of a quiz by their ids, earlier ones included.
#[derive(Debug)]
pub(super) struct Lookup<'q> {
    quiz: &'q Quiz,
    positions: BTreeMap<&'q str, usize>,
}

impl<'q> Lookup<'q> {
    pub(super) fn new(quiz: &'q Quiz) -> Self {
        let mut positions = BTreeMap::new();
        for (position, question) in quiz.questions.iter().enumerate() {
            for earlier in &question.was {
                positions.entry(earlier.as_str()).or_insert(position);
            }
        }
        for (position, question) in quiz.questions.iter().enumerate() {
            positions.insert(question.id.as_str(), position);
        }
        Self { quiz, positions }
    }

    /// Where the question of `row` stands in the quiz, or that there is none.
    pub(super) fn position(&self, row: &Row<'_>) -> Result<usize, String> {
        let found = self.positions.get(row.question.as_ref()).copied();
        found.ok_or_else(|| self.unknown(row))
    }

    /// Names the question that is meant, where one is near.
    pub(super) fn unknown(&self, row: &Row<'_>) -> String {
        let ids = self.quiz.questions.iter().map(|question| question.id.as_str());
        let meant = match self.quiz.questions.as_slice() {
            [only] => Some(only.id.as_str()),
            _ => nearest(&row.question, ids),
        };
        let nearest = meant.map(|id| format!("; did you mean `{id}`?")).unwrap_or_default();
        format!("unknown question `{}`{nearest}", answer::excerpt(&row.question))
    }
}
