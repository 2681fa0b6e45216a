//! Figures on answers that were not learnt from.

use super::lesson::learnt_quiz;
use crate::calibrate::marked::Marked;
use crate::calibrate::sample::Sample;
use crate::grade::Grader;
use crate::quiz::Quiz;

/// How many parts the answers of a question are cut into.
const FOLDS: usize = 5;

/// Every sample, graded by what the other samples teach: the n-th answer of a question belongs to
/// the part `n modulo 5`, and no part is graded by what was learnt from it.
#[must_use]
pub fn cross_validated<'s>(quiz: &Quiz, samples: &'s [Sample]) -> Vec<Marked<'s>> {
    let mut counts = vec![0; quiz.questions.len()];
    let parts: Vec<usize> = samples
        .iter()
        .map(|sample| {
            let count = counts.get_mut(sample.question);
            count.map_or(0, |count| std::mem::replace(count, *count + 1) % FOLDS)
        })
        .collect();
    let mut marked: Vec<(usize, Marked<'s>)> = Vec::with_capacity(samples.len());
    for fold in 0..FOLDS {
        let (own, others): (Vec<_>, Vec<_>) =
            samples.iter().enumerate().zip(&parts).partition(|(_, part)| **part == fold);
        let others: Vec<&Sample> = others.into_iter().map(|((_, sample), _)| sample).collect();
        let grader = Grader::new(&learnt_quiz(quiz, &others));
        marked.extend(own.into_iter().filter_map(|((at, sample), _)| {
            Marked::new(sample, &grader).map(|marked| (at, marked))
        }));
    }
    marked.sort_by_key(|(at, _)| *at);
    marked.into_iter().map(|(_, marked)| marked).collect()
}
