//! Gaps to fill: each is graded like a short answer, and all are worth the same.

use super::outcome::{Grade, Match, Outcome};
use super::short::ShortGrader;
use crate::matcher;
use crate::quiz::{AnswerText, Points};

/// The gaps of a prompt, ready to be compared with.
#[derive(Debug)]
pub(super) struct ClozeGrader {
    gaps: Vec<ShortGrader>,
}

impl ClozeGrader {
    pub(super) const fn new(gaps: Vec<ShortGrader>) -> Self {
        Self { gaps }
    }

    /// The share of gaps that are right. A gap without a text is empty; a text without a gap is
    /// passed over. `memos` holds one per gap.
    pub(super) fn grade(
        &self,
        possible: Points,
        texts: &[AnswerText],
        memos: &mut Vec<matcher::Memo>,
    ) -> Grade {
        memos.resize_with(self.gaps.len().max(memos.len()), matcher::Memo::default);
        let texts = texts.iter().map(Some).chain(std::iter::repeat(None));
        let compare = |((gap, memo), text): ((&ShortGrader, &mut matcher::Memo), _)| match text {
            Some(text) => gap.compare(text, memo),
            None => Match::Empty,
        };
        let matches: Vec<Match> =
            self.gaps.iter().zip(memos.iter_mut()).zip(texts).map(compare).collect();
        if matches.iter().all(|found| *found == Match::Empty) {
            return Grade::skipped(possible);
        }
        let right = matches.iter().filter(|found| found.is_right()).count() as u64;
        let earned = possible.scale(right, matches.len() as u64);
        Grade::plain(earned, possible, Outcome::Filled(matches))
    }
}
