//! Sums of points.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::quiz::question::Question;
use crate::quiz::{Level, PerMille, Points, Quiz, TopicId, Weight};

/// A question that was drawn, with what it earned. One that was not drawn is not marked; one that
/// was left unanswered earns nothing and counts.
#[derive(Debug, Clone, Copy)]
pub struct Marked<'q> {
    /// The question.
    pub question: &'q Question,
    /// What it earned, less the hint.
    pub earned: Points,
    /// The same with what the person claims; at least `earned`.
    pub claimed: Points,
}

/// What was earned of what was possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// Points earned as graded.
    pub earned: Points,
    /// Points earned if every claim is granted; at least `earned`.
    pub claimed: Points,
    /// Points of all questions.
    pub possible: Points,
    /// `earned / possible`, rounded down, so that a share that passes was really reached.
    pub share: PerMille,
    /// `claimed / possible`, rounded down.
    pub claimed_share: PerMille,
    /// How many questions it rests on.
    pub questions: u32,
}

/// Everything added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// All questions, each topic multiplied by its weight.
    pub total: Tally,
    /// Topics with at least one question drawn, unweighted, in the quiz's order.
    pub topics: Vec<TopicScore>,
    /// Levels with at least one question drawn, unweighted, easiest first.
    pub levels: Vec<LevelScore>,
    /// Whether the graded share reaches the quiz's pass mark.
    pub passed: bool,
}

/// A topic's own figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicScore {
    /// The topic.
    pub topic: TopicId,
    /// Its questions, unweighted.
    pub tally: Tally,
}

/// A level's own figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelScore {
    /// The level.
    pub level: Level,
    /// Its questions, unweighted.
    pub tally: Tally,
}

impl Score {
    /// Adds up `marked`, questions of `quiz`.
    #[must_use]
    pub fn new(quiz: &Quiz, marked: &[Marked<'_>]) -> Self {
        let total = total(quiz, marked);
        let topics = quiz.topics.iter().map(|topic| TopicScore {
            topic: topic.id.clone(),
            tally: sum(marked, |question| question.topic == topic.id),
        });
        let levels = Level::ALL.into_iter().map(|level| LevelScore {
            level,
            tally: sum(marked, |question| question.level == Some(level)),
        });
        Self {
            total,
            topics: topics.filter(|score| score.tally.questions > 0).collect(),
            levels: levels.filter(|score| score.tally.questions > 0).collect(),
            passed: total.share >= quiz.pass,
        }
    }
}

fn total(quiz: &Quiz, marked: &[Marked<'_>]) -> Tally {
    let mut sums = Sums::default();
    for marked in marked {
        let topic = quiz.topic(&marked.question.topic);
        sums.add(marked, topic.map_or(Weight::ONE, |topic| topic.weight));
    }
    sums.tally()
}

fn sum(marked: &[Marked<'_>], belongs: impl Fn(&Question) -> bool) -> Tally {
    let mut sums = Sums::default();
    for marked in marked.iter().filter(|marked| belongs(marked.question)) {
        sums.add(marked, Weight::ONE);
    }
    sums.tally()
}

/// Exact sums of points times weights, in millionths.
#[derive(Debug, Default)]
struct Sums {
    earned: u64,
    claimed: u64,
    possible: u64,
    questions: u32,
}

impl Sums {
    fn add(&mut self, marked: &Marked<'_>, weight: Weight) {
        self.earned = self.earned.saturating_add(marked.earned.weighted(weight));
        self.claimed = self.claimed.saturating_add(marked.claimed.weighted(weight));
        self.possible = self.possible.saturating_add(marked.question.points.weighted(weight));
        self.questions += 1;
    }

    fn tally(&self) -> Tally {
        Tally {
            earned: points(self.earned),
            claimed: points(self.claimed),
            possible: points(self.possible),
            share: PerMille::reached(self.earned, self.possible),
            claimed_share: PerMille::reached(self.claimed, self.possible),
            questions: self.questions,
        }
    }
}

/// Millionths as points, rounded half up to thousandths.
fn points(millionths: u64) -> Points {
    Points::from_thousandths(u32::try_from((millionths + 500) / 1000).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::sample::{question, quiz};

    fn points(thousandths: u32) -> Points {
        Points::from_thousandths(thousandths)
    }

    fn mark(question: &Question, earned: u32) -> Marked<'_> {
        Marked { question, earned: points(earned), claimed: points(earned) }
    }

    #[test]
    fn a_topics_weight_counts_in_the_total_and_not_in_its_own_figure() {
        let mut quiz = quiz(vec![question("a", "one", 1000), question("b", "two", 1000)]);
        quiz.topics[1].weight = Weight::from_thousandths(3000);
        let marked = [mark(&quiz.questions[0], 1000), mark(&quiz.questions[1], 500)];
        let score = Score::new(&quiz, &marked);
        assert_eq!(score.total.earned, points(2500));
        assert_eq!(score.total.possible, points(4000));
        assert_eq!(score.total.share.thousandths(), 625);
        assert_eq!(score.topics[1].tally.possible, points(1000));
        assert_eq!(score.topics[1].tally.share.thousandths(), 500);
    }

    #[test]
    fn questions_that_were_not_drawn_do_not_count_and_unanswered_ones_do() {
        let quiz = quiz(vec![
            question("a", "one", 1000),
            question("b", "one", 1000),
            question("c", "two", 5000),
        ]);
        let marked = [mark(&quiz.questions[0], 1000), mark(&quiz.questions[1], 0)];
        let score = Score::new(&quiz, &marked);
        assert_eq!(score.total.possible, points(2000));
        assert_eq!(score.topics.len(), 1);
    }

    #[test]
    fn just_below_the_pass_mark_is_not_passed() {
        let mut quiz = quiz(vec![question("a", "one", 3000)]);
        quiz.pass = PerMille::new(667);
        let just_below = Score::new(&quiz, &[mark(&quiz.questions[0], 2000)]);
        assert_eq!((just_below.total.share.thousandths(), just_below.passed), (666, false));
        let reached = Score::new(&quiz, &[mark(&quiz.questions[0], 2001)]);
        assert!(reached.passed);
    }

    #[test]
    fn claims_never_make_a_pass() {
        let quiz = quiz(vec![question("a", "one", 1000)]);
        let claimed =
            Marked { question: &quiz.questions[0], earned: points(0), claimed: points(1000) };
        let score = Score::new(&quiz, &[claimed]);
        assert_eq!(score.total.claimed_share, PerMille::ONE);
        assert!(!score.passed);
    }

    #[test]
    fn nothing_drawn_is_nothing_earned() {
        let quiz = quiz(vec![question("a", "one", 1000)]);
        assert_eq!(Score::new(&quiz, &[]).total, Tally::default());
    }
}
