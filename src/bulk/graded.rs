//! One answer with its grade, as it is written.

use std::sync::Arc;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::row::Row;
use crate::grade::{Finding, Findings, Grade, Slip, State};
use crate::quiz::question::{Criterion, Question, Rubric, Task};
use crate::quiz::{PerMille, Points, Weight};
use crate::span::Span;

/// One answer with its grade.
#[derive(Debug)]
pub struct GradedRow<'a> {
    /// The row as read.
    pub row: &'a Row<'a>,
    /// Where the question stands in the quiz, from 0.
    pub position: usize,
    /// The question.
    pub question: &'a Question,
    /// The grade.
    pub grade: &'a Grade,
}

/// Names of the output that a further column must not take.
const TAKEN: [&str; 6] = ["points", "possible", "flags", "keywords", "misconceptions", "error"];

/// The name under which a further column is carried through.
pub(super) fn carried(name: &str) -> std::borrow::Cow<'_, str> {
    if TAKEN.contains(&name) { format!("input_{name}").into() } else { name.into() }
}

impl<'a> GradedRow<'a> {
    fn prose(&self) -> Option<(&'a Rubric, &'a Findings)> {
        match &self.question.task {
            Task::Text(rubric) => Some((rubric, self.grade.findings()?)),
            _ => None,
        }
    }

    /// The keywords with what became of them; none for other types than prose.
    pub(super) fn keywords(&self) -> impl Iterator<Item = (&'a Criterion, &'a Finding)> + use<'a> {
        self.prose()
            .into_iter()
            .flat_map(|(rubric, findings)| rubric.keywords.iter().zip(&findings.keywords))
    }

    /// The labels of the misconceptions that were found, with what was found.
    pub(super) fn misconceptions(&self) -> impl Iterator<Item = (&'a str, &'a Slip)> + use<'a> {
        self.prose().into_iter().flat_map(|(rubric, findings)| {
            findings.misconceptions.iter().filter_map(|slip| {
                let misconception = rubric.misconceptions.get(slip.misconception)?;
                Some((misconception.label.as_str(), slip))
            })
        })
    }
}

impl Serialize for GradedRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("candidate", &self.row.candidate)?;
        map.serialize_entry("question", &self.row.question)?;
        map.serialize_entry("points", &self.grade.earned)?;
        map.serialize_entry("possible", &self.grade.possible)?;
        map.serialize_entry("flags", &self.grade.flags)?;
        map.serialize_entry("keywords", &Keywords(self))?;
        map.serialize_entry("misconceptions", &Misconceptions(self))?;
        for (name, value) in &self.row.extra {
            map.serialize_entry(&carried(name), value)?;
        }
        map.end()
    }
}

struct Keywords<'a>(&'a GradedRow<'a>);

impl Serialize for Keywords<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for (keyword, finding) in self.0.keywords() {
            sequence.serialize_element(&KeywordRow::new(keyword, finding))?;
        }
        sequence.end()
    }
}

struct Misconceptions<'a>(&'a GradedRow<'a>);

impl Serialize for Misconceptions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(None)?;
        for (label, slip) in self.0.misconceptions() {
            let Slip { evidence, penalty, .. } = slip;
            sequence.serialize_element(&SlipRow {
                label,
                spans: &evidence.spans,
                penalty: *penalty,
            })?;
        }
        sequence.end()
    }
}

/// What a graded row says of a keyword.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub(super) struct KeywordRow<'a> {
    /// What people see.
    label: &'a str,
    /// What became of it.
    state: State,
    /// How alike; absent when it was missed or found by a pattern.
    similarity: Option<PerMille>,
    /// Bytes of the answer.
    spans: &'a [Span],
    /// The entries, the term or the alias that were found.
    found: &'a [Arc<str>],
    /// The part of its weight that it earned.
    earned: Weight,
    /// What it weighs beside the others.
    weight: Weight,
}

impl<'a> KeywordRow<'a> {
    fn new(keyword: &'a Criterion, finding: &'a Finding) -> Self {
        let evidence = finding.evidence();
        let spans = evidence.map(|evidence| evidence.spans.as_slice()).unwrap_or_default();
        let found = evidence.filter(|_| !finding.is_refused());
        let found = found.map(|evidence| evidence.terms.as_slice()).unwrap_or_default();
        Self {
            label: &keyword.label,
            state: finding.state(),
            similarity: finding.similarity(),
            spans,
            found,
            earned: finding.earned,
            weight: keyword.weight,
        }
    }
}

/// What a graded row says of a misconception.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub(super) struct SlipRow<'a> {
    /// What people see.
    label: &'a str,
    /// Bytes of the answer.
    spans: &'a [Span],
    /// Points that it costs.
    penalty: Points,
}
