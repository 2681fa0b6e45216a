//! Reads answers with people's scores: CSV with a header, or a JSON object a line.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::sample::Sample;
use crate::attempt::answer::excerpt;
use crate::bulk::{Format, separator};
use crate::measure::{PerMille, Points};
use crate::quiz::question::Task;
use crate::quiz::{AnswerText, Quiz, nearest};

/// What a file of scored answers held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GradedFile {
    /// In the file's order; several people's scores of one answer are one sample.
    pub samples: Vec<Sample>,
    /// What could not be used, in the file's order.
    pub refused: Vec<Refused>,
}

/// A row that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}: {message}")]
pub struct Refused {
    /// The line on which the row starts, from 1.
    pub line: u64,
    /// What is wrong with it; safe to show.
    pub message: String,
}

/// A row as it stands in the file.
#[derive(Debug, Deserialize)]
struct Row {
    question: String,
    answer: String,
    /// A share of the question's points.
    score: Option<Number>,
    /// Points of the question.
    points: Option<Number>,
    #[serde(default)]
    grader: Option<String>,
    #[serde(default)]
    candidate: Option<String>,
}

/// A number, or the text of one.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Number {
    Plain(f64),
    Text(String),
}

/// Reads `text` against `quiz`. `score` is a share of the question's points, `points` are points;
/// a row has one of the two. The same answer to the same question by the same `candidate` with
/// another `grader` is another person's score of the same sample.
#[must_use]
pub fn read(text: &str, format: Format, quiz: &Quiz) -> GradedFile {
    let text = text.trim_start_matches('\u{feff}');
    let rows = match format {
        Format::Csv => of_csv(text),
        Format::Jsonl => of_lines(text),
    };
    let mut gathering = Gathering { quiz, file: GradedFile::default(), seen: BTreeMap::new() };
    for (line, row) in rows {
        if let Err(message) = row.and_then(|row| gathering.add(row)) {
            gathering.file.refused.push(Refused { line, message });
        }
    }
    gathering.file
}

type Rows = Vec<(u64, Result<Row, String>)>;

fn of_lines(text: &str) -> Rows {
    let numbered = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let row = |line| serde_json::from_str(line).map_err(|error| excerpt(&error.to_string()));
    numbered.map(|(number, line)| (number, row(line))).collect()
}

fn of_csv(text: &str) -> Rows {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text.as_bytes()))
        .trim(csv::Trim::Headers)
        .from_reader(text.as_bytes());
    let headers = reader.headers().cloned().unwrap_or_default();
    let mut rows = Vec::new();
    for record in reader.records() {
        let (line, row) = match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                (line, record.deserialize(Some(&headers)).map_err(|error| explain(&error)))
            }
            Err(error) => (error.position().map_or(0, csv::Position::line), Err(explain(&error))),
        };
        rows.push((line, row));
    }
    rows
}

/// What is wrong, without where: that is told beside.
fn explain(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} columns, and the header has {expected_len}")
        }
        csv::ErrorKind::Deserialize { err, .. } => excerpt(&err.kind().to_string()),
        _ => excerpt(&error.to_string()),
    }
}

/// Question, candidate, answer, and how often the same grader has had this before.
type Key = (usize, Option<String>, String, usize);

struct Gathering<'q> {
    quiz: &'q Quiz,
    file: GradedFile,
    seen: BTreeMap<Key, usize>,
}

impl Gathering<'_> {
    fn add(&mut self, row: Row) -> Result<(), String> {
        let position = self.question(&row.question)?;
        let score = self.score(position, &row)?;
        let grader = row.grader.unwrap_or_default();
        let mut key = (position, row.candidate, row.answer, 0);
        while let Some(sample) = self.seen.get(&key).and_then(|&at| self.file.samples.get_mut(at)) {
            if sample.scores.iter().all(|(other, _)| *other != grader) {
                sample.scores.push((grader, score));
                return Ok(());
            }
            key.3 += 1;
        }
        let answer = AnswerText::new(key.2.clone());
        self.seen.insert(key, self.file.samples.len());
        let scores = vec![(grader, score)];
        self.file.samples.push(Sample { question: position, answer, scores });
        Ok(())
    }

    fn question(&self, id: &str) -> Result<usize, String> {
        let id = id.trim();
        let (position, question) = self.quiz.find(id).ok_or_else(|| {
            let ids = self.quiz.questions.iter().map(|question| question.id.as_str());
            let near = nearest(id, ids).map(|near| format!("; did you mean `{near}`?"));
            format!("unknown question `{}`{}", excerpt(id), near.unwrap_or_default())
        })?;
        if !matches!(question.task, Task::Text(_) | Task::Short(_)) {
            let kind = question.task.kind();
            return Err(format!("`{}` is a {kind} question, which has no prose", question.id));
        }
        Ok(position)
    }

    fn score(&self, position: usize, row: &Row) -> Result<PerMille, String> {
        match (&row.score, &row.points) {
            (Some(share), None) => {
                share_of(share, Points::from_thousandths(1000)).ok_or_else(|| {
                    "`score` is not a share from 0 to 1; points stand in a column `points`"
                        .to_owned()
                })
            }
            (None, Some(points)) => {
                let question = self.quiz.questions.get(position);
                let possible = question.map_or(Points::ZERO, |question| question.points);
                share_of(points, possible).ok_or_else(|| {
                    format!("`points` are not a number from 0 to the question's {possible}")
                })
            }
            (Some(_), Some(_)) => Err("both `score` and `points`".to_owned()),
            (None, None) => Err("neither `score` nor `points`".to_owned()),
        }
    }
}

/// The share of `possible` that a number of points is, if it lies between nothing and all.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number lies between nothing and all, and a cast from a float saturates"
)]
fn share_of(number: &Number, possible: Points) -> Option<PerMille> {
    let value: f64 = match number {
        Number::Plain(value) => *value,
        Number::Text(text) => text.trim().parse().ok()?,
    };
    let whole = f64::from(possible.thousandths());
    let thousandths = value * 1000.0;
    let fits = thousandths >= 0.0 && thousandths <= whole;
    fits.then(|| Points::from_thousandths(thousandths.round() as u32).share_of(possible))
}

#[cfg(test)]
mod tests;
