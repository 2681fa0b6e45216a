//! Where points were lost, and what to read about it.

use super::tally::{Marked, Score};
use crate::quiz::{PerMille, Points, TopicId};

/// A weak topic, and where its lost points can be won back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Study {
    /// The topic.
    pub topic: TopicId,
    /// Points lost in it.
    pub lost: Points,
    /// The sources of the questions that lost points, those that lost most first, each once.
    pub sources: Vec<String>,
}

/// Most topics that are named as weak.
const TOPICS: usize = 3;

/// A topic with at least this share is no weak one.
const STRONG: PerMille = PerMille::new(900);

/// The weakest topics, lowest share first; of equals the one that lost more points.
#[must_use]
pub fn weakest(score: &Score, marked: &[Marked<'_>]) -> Vec<Study> {
    let mut weak: Vec<_> = score.topics.iter().filter(|topic| topic.tally.share < STRONG).collect();
    weak.sort_by_key(|topic| {
        let lost = topic.tally.possible.saturating_sub(topic.tally.earned);
        (topic.tally.share, std::cmp::Reverse(lost))
    });
    weak.truncate(TOPICS);
    weak.into_iter().map(|topic| study(&topic.topic, marked)).collect()
}

fn study(topic: &TopicId, marked: &[Marked<'_>]) -> Study {
    let mut lossy: Vec<_> = marked
        .iter()
        .filter(|marked| marked.question.topic == *topic && lost(marked) > Points::ZERO)
        .collect();
    lossy.sort_by_key(|marked| std::cmp::Reverse(lost(marked)));
    let mut sources: Vec<String> = Vec::new();
    for source in lossy.iter().flat_map(|marked| &marked.question.sources) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    Study { topic: topic.clone(), lost: lossy.into_iter().map(lost).sum(), sources }
}

fn lost(marked: &Marked<'_>) -> Points {
    marked.question.points.saturating_sub(marked.earned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::question::Question;
    use crate::score::sample::{question, quiz};

    fn mark(question: &Question, earned: u32) -> Marked<'_> {
        let earned = Points::from_thousandths(earned);
        Marked { question, earned, claimed: earned }
    }

    #[test]
    fn the_lowest_share_comes_first_and_strong_topics_are_left_out() {
        let quiz = quiz(vec![
            question("a", "strong", 1000),
            question("b", "middling", 1000),
            question("c", "weak", 1000),
        ]);
        let marked: Vec<_> =
            quiz.questions.iter().zip([900, 500, 0]).map(|(q, earned)| mark(q, earned)).collect();
        let weakest = weakest(&Score::new(&quiz, &marked), &marked);
        let topics: Vec<_> = weakest.iter().map(|study| study.topic.as_str()).collect();
        assert_eq!(topics, ["weak", "middling"]);
    }

    #[test]
    fn only_questions_that_lost_points_name_their_sources() {
        let mut questions = vec![
            question("full", "one", 1000),
            question("half", "one", 1000),
            question("none", "one", 1000),
        ];
        for question in &mut questions {
            question.sources = vec![format!("https://{}", question.id), "https://all".into()];
        }
        let quiz = quiz(questions);
        let marked: Vec<_> =
            quiz.questions.iter().zip([1000, 500, 0]).map(|(q, earned)| mark(q, earned)).collect();
        let study = &weakest(&Score::new(&quiz, &marked), &marked)[0];
        assert_eq!(study.sources, ["https://none", "https://all", "https://half"]);
        assert_eq!(study.lost, Points::from_thousandths(1500));
    }
}
