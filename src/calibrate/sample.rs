//! An answer that people have scored.

use crate::measure::PerMille;
use crate::quiz::AnswerText;

/// An answer that one or several people have scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The question, from 0 in the quiz's order.
    pub question: usize,
    /// As written.
    pub answer: AnswerText,
    /// What each person gave it, as a share, with the person's name; at least one.
    pub scores: Vec<(String, PerMille)>,
}

impl Sample {
    /// The mean of people's scores, rounded half up.
    #[must_use]
    pub fn score(&self) -> PerMille {
        let sum: u64 = self.scores.iter().map(|(_, score)| u64::from(score.thousandths())).sum();
        PerMille::ratio(sum, self.scores.len() as u64 * 1000)
    }
}
