//! What the answers of many candidates say about the questions, in words.

use std::fmt::Display;

use crate::quiz::visible;
use crate::report::Report;
use crate::report::analysis::{
    Analysis, Detail, Figure, Item, LEAST_FOR_CORRELATION, LEAST_FOR_DIFFICULTY, Sample, Withheld,
};
use crate::report::text::percent;

/// Takes reports one after the other for as long as all are of one quiz.
#[derive(Debug, Default)]
pub(in crate::report::render) enum Pool {
    /// There was none.
    #[default]
    Empty,
    /// Of one quiz.
    One(Sample),
    /// Of several, which say nothing about each other's questions.
    Mixed,
}

impl Pool {
    pub(in crate::report::render) fn add(&mut self, report: &Report) {
        if matches!(self, Self::Empty) {
            *self = Self::One(Sample::new(report.quiz.clone()));
        }
        if let Self::One(sample) = self
            && sample.add(report).is_err()
        {
            *self = Self::Mixed;
        }
    }

    pub(in crate::report::render) fn analysis(&self) -> Option<Analysis> {
        match self {
            Self::One(sample) => Some(sample.analysis()),
            Self::Empty | Self::Mixed => None,
        }
    }
}

/// What the figures mean.
pub(in crate::report::render) fn meaning() -> String {
    format!(
        "Difficulty is the mean share of a question's points: the higher, the easier. Discrimination \
         is the correlation of a question with all the others: below 0.2 it tells good candidates from \
         weak ones badly, below 0 its key may be wrong. n is the number of candidates behind a figure; \
         a difficulty takes {LEAST_FOR_DIFFICULTY} of them, a discrimination {LEAST_FOR_CORRELATION}."
    )
}

/// The figures of the whole quiz, each with its name.
pub(in crate::report::render) fn reliability(analysis: &Analysis) -> [(&'static str, String); 2] {
    let error = match &analysis.error {
        Figure::Known { value, n } => format!("{} (n = {n})", percent(*value)),
        withheld @ Figure::Withheld { .. } => withheld.told(),
    };
    [("Cronbach's alpha", analysis.alpha.told()), ("Standard error of measurement", error)]
}

/// A figure of one question.
pub(in crate::report::render) fn figure(figure: &Figure<impl Display>) -> String {
    match figure {
        Figure::Known { value, .. } => value.to_string(),
        Figure::Withheld { why: Withheld::TooFew { .. }, .. } => "too few".to_owned(),
        Figure::Withheld { why, .. } => why.to_string(),
    }
}

/// What the author of a question should look at, made safe.
pub(in crate::report::render) fn to_look_at(item: &Item) -> Vec<String> {
    let remarks = item.remarks.iter().map(|remark| remark.meaning().to_owned());
    remarks.chain(item.details.iter().filter_map(remarkable)).collect()
}

fn remarkable(detail: &Detail) -> Option<String> {
    let (remark, best, weakest) = (detail.remark?, detail.best.value()?, detail.weakest.value()?);
    Some(format!(
        "{} {}: {} ({best} of the best, {weakest} of the weakest, n = {})",
        detail.kind.as_str(),
        visible(&detail.label),
        remark.meaning(),
        detail.best.n()
    ))
}
