//! A set of questions that fits a time.

use std::collections::BTreeMap;

use super::pace::Pace;
use crate::attempt::{Lots, Millis};
use crate::quiz::question::Question;
use crate::quiz::{Level, Quiz, TopicId, Weight};

/// Draws from `questions` of `quiz` what takes `time` at this pace, and not longer: each topic gets
/// time by its weight, within a topic each level the same, and easier levels come first. A question
/// without a level counts as one for people with a few years.
#[must_use]
pub fn interview<'a>(
    quiz: &Quiz,
    questions: &[&'a Question],
    pace: &Pace,
    time: Millis,
    seed: u64,
) -> Vec<&'a Question> {
    let mut lots = Lots::new(seed, "an interview");
    let mut left = questions.to_vec();
    lots.shuffle(&mut left);
    let mut plan =
        Plan { quiz, pace, left: time, topics: BTreeMap::new(), levels: BTreeMap::new() };
    let mut drawn = Vec::new();
    while let Some(place) = plan.next(&left) {
        let question = left.remove(place);
        plan.spend(question);
        drawn.push(question);
    }
    drawn.sort_by_key(|question| level(question));
    drawn
}

/// Where the time went so far.
struct Plan<'p> {
    quiz: &'p Quiz,
    pace: &'p Pace,
    left: Millis,
    topics: BTreeMap<TopicId, u64>,
    levels: BTreeMap<(TopicId, Level), u64>,
}

impl Plan<'_> {
    /// The place of the question whose topic, and in it whose level, has had the least time for its
    /// weight; of those that still fit.
    fn next(&self, questions: &[&Question]) -> Option<usize> {
        let fits = |question: &Question| self.pace.of_question(question) <= self.left;
        let places = questions.iter().enumerate().filter(|(_, question)| fits(question));
        places.min_by_key(|(_, question)| self.had(question)).map(|(place, _)| place)
    }

    fn had(&self, question: &Question) -> (u64, u64) {
        let topic = &question.topic;
        let weight = self.quiz.topic(topic).map_or(Weight::ONE, |topic| topic.weight);
        let time = self.topics.get(topic).copied().unwrap_or(0);
        let level = self.levels.get(&(topic.clone(), level(question))).copied();
        (time.saturating_mul(1000) / u64::from(weight.thousandths()).max(1), level.unwrap_or(0))
    }

    fn spend(&mut self, question: &Question) {
        let time = self.pace.of_question(question);
        self.left = self.left.since(time);
        *self.topics.entry(question.topic.clone()).or_default() += time.0;
        *self.levels.entry((question.topic.clone(), level(question))).or_default() += time.0;
    }
}

fn level(question: &Question) -> Level {
    question.level.unwrap_or(Level::Mid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::sample::{question, quiz};

    /// Twelve questions of 30 seconds in each of two topics, a third of them of each level.
    fn sample() -> Quiz {
        let ids = (0..24).map(|number| (number, if number % 2 == 0 { "orm" } else { "views" }));
        let mut quiz =
            quiz(ids.map(|(number, topic)| question(&format!("q{number}"), topic, 1000)).collect());
        for (place, question) in quiz.questions.iter_mut().enumerate() {
            question.level = Some(Level::ALL[place / 2 % 3]);
        }
        quiz
    }

    fn draw(quiz: &Quiz, seconds: u64, seed: u64) -> Vec<&Question> {
        let questions: Vec<_> = quiz.questions.iter().collect();
        interview(quiz, &questions, &Pace::default(), Millis(seconds * 1000), seed)
    }

    #[test]
    fn the_time_is_filled_and_never_exceeded() {
        let quiz = sample();
        assert_eq!(draw(&quiz, 29, 1).len(), 0);
        assert_eq!(draw(&quiz, 209, 1).len(), 6);
        assert_eq!(draw(&quiz, 10_000, 1).len(), 24);
    }

    #[test]
    fn topics_share_the_time_by_weight_and_levels_evenly_easier_ones_first() {
        let mut quiz = sample();
        quiz.topics[0].weight = Weight::from_thousandths(3000);
        for seed in 0..20 {
            let drawn = draw(&quiz, 30 * 12, seed);
            let of = |topic: &str| drawn.iter().filter(|it| it.topic.as_str() == topic).count();
            assert_eq!((of("orm"), of("views")), (9, 3));
            let levels: Vec<_> = drawn.iter().filter_map(|it| it.level).collect();
            assert!(levels.is_sorted());
            for level in Level::ALL {
                assert_eq!(levels.iter().filter(|it| **it == level).count(), 4);
            }
        }
        assert_eq!(draw(&quiz, 90, 7), draw(&quiz, 90, 7));
    }
}
