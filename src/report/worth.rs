//! What the keywords of a question are worth in its points.

use super::question::{KeywordReport, QuestionReport, ResponseReport};
use crate::measure::{PerMille, Points, Weight};

/// What the keywords of a question are worth in its points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worths {
    possible: Points,
    /// The weight that earns all of them, in millionths.
    enough: u64,
    /// The weight of all keywords, in the same unit.
    all: u64,
}

impl Worths {
    /// Those of `question`; `None` where no keywords were looked for.
    pub(crate) fn of(question: &QuestionReport) -> Option<Self> {
        let Some(ResponseReport::Text { keywords, full_at, .. }) = &question.response else {
            return None;
        };
        let weight = |keyword: &KeywordReport| u64::from(keyword.weight.thousandths());
        let all: u64 = keywords.iter().map(weight).sum();
        let enough = all * u64::from(full_at.thousandths());
        let all = all * u64::from(PerMille::ONE.thousandths());
        Some(Self { possible: question.possible, enough, all })
    }

    /// The points that a weight stands for, before penalties, hints and limits.
    pub(crate) fn points(self, weight: Weight) -> Points {
        let weight = u64::from(weight.thousandths()) * u64::from(PerMille::ONE.thousandths());
        self.possible.scale(weight, self.enough)
    }

    /// The points that all keywords together stand for, where fewer are enough.
    pub(crate) fn more_than_enough(self) -> Option<Points> {
        (self.all > self.enough).then(|| self.possible.scale(self.all, self.enough))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample::mixed;

    #[test]
    fn keywords_share_the_points_by_weight_and_half_of_them_may_be_enough() {
        let mut question = mixed().questions.remove(0);
        let points = Points::from_thousandths;
        let worths = Worths::of(&question).unwrap();
        assert_eq!(worths.points(Weight::ONE), points(1000));
        assert_eq!(worths.more_than_enough(), None);
        if let Some(ResponseReport::Text { full_at, .. }) = &mut question.response {
            *full_at = PerMille::new(500);
        }
        let worths = Worths::of(&question).unwrap();
        assert_eq!(worths.points(Weight::ONE), points(2000));
        assert_eq!(worths.more_than_enough(), Some(points(6000)));
    }
}
