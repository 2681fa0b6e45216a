//! From what was kept to what it says.

use super::items::items;
use super::reliability::{alpha, error};
use super::sample::Sample;
use super::value::Analysis;

impl Sample {
    /// What the reports taken in say about the quiz.
    #[must_use]
    pub fn analysis(&self) -> Analysis {
        Analysis {
            quiz: self.quiz.clone(),
            candidates: u32::try_from(self.sitters.len()).unwrap_or(u32::MAX),
            alpha: alpha(self),
            error: error(self),
            items: items(self),
        }
    }
}
