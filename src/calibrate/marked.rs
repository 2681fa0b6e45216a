//! A scored answer beside what the grader gives it.

use super::sample::Sample;
use super::statistics::Pair;
use crate::grade::{Grade, Grader};
use crate::measure::PerMille;
use crate::quiz::Response;

/// A scored answer beside what the grader gives it.
#[derive(Debug, Clone)]
pub struct Marked<'s> {
    /// The answer and people's scores.
    pub sample: &'s Sample,
    /// The grader's.
    pub grade: Grade,
}

impl<'s> Marked<'s> {
    /// Grades a sample; `None` when the grader has no such question.
    #[must_use]
    pub fn new(sample: &'s Sample, grader: &Grader) -> Option<Self> {
        let response = Response::Written(sample.answer.clone());
        let grade = grader.question(sample.question)?.grade(&response);
        Some(Self { sample, grade })
    }

    /// The grader's score and the people's.
    #[must_use]
    pub fn pair(&self) -> Pair {
        Pair { first: self.grade.share(), second: self.people() }
    }

    pub(super) fn people(&self) -> PerMille {
        self.sample.score()
    }

    /// How far the two are apart, in thousandths; above zero where the grader gave more.
    pub(super) fn gap(&self) -> i32 {
        i32::from(self.grade.share().thousandths()) - i32::from(self.people().thousandths())
    }
}
