//! Which questions are asked, and in which order.

use rand_chacha::ChaCha8Rng;

use super::event::Drawn;
use super::millis::Millis;
use super::shuffle::{for_draw, for_question, out_of_order, shuffle};
use crate::quiz::question::{Question, Task};
use crate::quiz::{Level, Quiz, TopicId, nearest};

/// What to draw from a quiz. The default is every question in the file's order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Only these topics; empty for all.
    pub topics: Vec<TopicId>,
    /// Only these levels; empty for all.
    pub levels: Vec<Level>,
    /// Only questions with one of these tags; empty for all.
    pub tags: Vec<String>,
    /// At most so many, drawn by the seed.
    pub count: Option<usize>,
    /// Whether questions, and the options of each, are put in an order that the seed decides. The
    /// items of an `order` question always are.
    pub shuffle: bool,
    /// Repeats a draw.
    pub seed: u64,
}

/// Why nothing can be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// The quiz has no such topic.
    #[error("unknown topic `{name}`; {}", known_names(nearest.as_deref(), known))]
    Topic {
        /// As asked for.
        name: String,
        /// The topic that is spelled most like it.
        nearest: Option<String>,
        /// All there are.
        known: Vec<TopicId>,
    },
    /// No question has such a tag.
    #[error("unknown tag `{name}`{}", suggest(nearest.as_deref()))]
    Tag {
        /// As asked for.
        name: String,
        /// The tag that is spelled most like it.
        nearest: Option<String>,
    },
    /// Topics, levels and tags exist, but no question has all of them.
    #[error("no question fits the filters")]
    Nothing,
}

fn suggest(nearest: Option<&str>) -> String {
    nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
}

fn known_names(nearest: Option<&str>, known: &[TopicId]) -> String {
    let names = || known.iter().map(|topic| format!("`{topic}`")).collect::<Vec<_>>().join(", ");
    let nearest = nearest.map(|name| format!("did you mean `{name}`?"));
    nearest.unwrap_or_else(|| format!("there are {}", names()))
}

/// Draws questions of `quiz`.
pub fn draw(quiz: &Quiz, selection: &Selection) -> Result<Vec<Drawn>, DrawError> {
    draw_from(quiz, selection, &selection.seed.to_le_bytes())
}

/// Draws questions of `quiz` by a secret that nobody finds by trying, whatever the selection's seed.
pub fn draw_secretly(
    quiz: &Quiz,
    selection: &Selection,
    secret: &[u8; 32],
) -> Result<Vec<Drawn>, DrawError> {
    draw_from(quiz, selection, secret)
}

/// The questions of `quiz` that the filters of `selection` let through, in the file's order; at least
/// one.
pub fn eligible<'q>(quiz: &'q Quiz, selection: &Selection) -> Result<Vec<&'q Question>, DrawError> {
    known_topics(quiz, &selection.topics)?;
    known_tags(quiz, &selection.tags)?;
    let fit = quiz.questions.iter().filter(|question| selection.fits(question));
    let questions: Vec<_> = fit.collect();
    if questions.is_empty() { Err(DrawError::Nothing) } else { Ok(questions) }
}

/// Draws these questions in this order; the options of each as `selection` says.
#[must_use]
pub fn draw_these(questions: &[&Question], selection: &Selection) -> Vec<Drawn> {
    let seed = selection.seed.to_le_bytes();
    questions.iter().map(|question| drawn(question, selection, &seed)).collect()
}

fn draw_from(quiz: &Quiz, selection: &Selection, seed: &[u8]) -> Result<Vec<Drawn>, DrawError> {
    let mut questions: Vec<_> = eligible(quiz, selection)?.into_iter().enumerate().collect();
    let mut generator = for_draw(seed);
    if selection.shuffle || selection.count.is_some() {
        shuffle(&mut questions, &mut generator);
    }
    questions.truncate(selection.count.unwrap_or(usize::MAX));
    if !selection.shuffle {
        questions.sort_by_key(|(position, _)| *position);
    }
    Ok(questions.into_iter().map(|(_, question)| drawn(question, selection, seed)).collect())
}

impl Selection {
    fn fits(&self, question: &Question) -> bool {
        let topic = self.topics.is_empty() || self.topics.contains(&question.topic);
        let level = self.levels.is_empty()
            || question.level.is_some_and(|level| self.levels.contains(&level));
        let tag = self.tags.is_empty() || question.tags.iter().any(|tag| self.tags.contains(tag));
        topic && level && tag
    }
}

fn drawn(question: &Question, selection: &Selection, seed: &[u8]) -> Drawn {
    let mut generator = for_question(seed, &question.id);
    Drawn {
        question: question.id.clone(),
        shown: places(&question.task, selection.shuffle, &mut generator),
        time_limit: question.time_limit.map(Millis::from),
    }
}

/// The order in which options or items are shown; empty for the file's.
fn places(task: &Task, shuffled: bool, generator: &mut ChaCha8Rng) -> Vec<u32> {
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    match task {
        Task::Order(sequence) => out_of_order(count(sequence.0.len()), generator),
        Task::Choice(options) | Task::Multi(options) if shuffled => {
            let mut places: Vec<u32> = (0..count(options.0.len())).collect();
            shuffle(&mut places, generator);
            places
        }
        _ => Vec::new(),
    }
}

fn known_topics(quiz: &Quiz, asked: &[TopicId]) -> Result<(), DrawError> {
    match asked.iter().find(|topic| quiz.topic(topic).is_none()) {
        None => Ok(()),
        Some(topic) => {
            let name = topic.as_str().to_owned();
            let nearest = nearest(&name, quiz.topics.iter().map(|topic| topic.id.as_str()));
            let known = quiz.topics.iter().map(|topic| topic.id.clone()).collect();
            Err(DrawError::Topic { nearest: nearest.map(str::to_owned), name, known })
        }
    }
}

fn known_tags(quiz: &Quiz, asked: &[String]) -> Result<(), DrawError> {
    let mut tags = quiz.questions.iter().flat_map(|question| &question.tags);
    match asked.iter().find(|tag| !tags.clone().any(|known| known == *tag)) {
        None => Ok(()),
        Some(tag) => {
            let nearest = nearest(tag, tags.by_ref().map(String::as_str)).map(str::to_owned);
            Err(DrawError::Tag { name: tag.clone(), nearest })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::Markdown;
    use crate::quiz::question::Sequence;
    use crate::score::sample::{question, quiz};

    fn ids(drawn: &[Drawn]) -> Vec<&str> {
        drawn.iter().map(|drawn| drawn.question.as_str()).collect()
    }

    fn letters() -> Quiz {
        quiz(["a", "b", "c", "d", "e", "f"].map(|id| question(id, "letters", 1000)).to_vec())
    }

    #[test]
    fn everything_is_drawn_in_the_files_order_by_default() {
        let drawn = draw(&letters(), &Selection::default()).unwrap();
        assert_eq!(ids(&drawn), ["a", "b", "c", "d", "e", "f"]);
    }

    #[test]
    fn a_count_draws_by_the_seed_and_keeps_the_files_order() {
        let selection = Selection { count: Some(3), seed: 1, ..Selection::default() };
        let drawn = draw(&letters(), &selection).unwrap();
        assert_eq!(drawn.len(), 3);
        assert!(ids(&drawn).is_sorted());
        let other = Selection { seed: 2, ..selection };
        assert_ne!(draw(&letters(), &other).unwrap(), drawn);
    }

    #[test]
    fn a_shuffle_is_repeated_by_its_seed() {
        let selection = Selection { shuffle: true, seed: 7, ..Selection::default() };
        let drawn = draw(&letters(), &selection).unwrap();
        assert_eq!(draw(&letters(), &selection).unwrap(), drawn);
        assert!(!ids(&drawn).is_sorted());
    }

    #[test]
    fn filters_must_all_fit() {
        let mut quiz = letters();
        quiz.questions[1].level = Some(Level::Senior);
        quiz.questions[2].level = Some(Level::Senior);
        quiz.questions[2].tags = vec!["vowel".into()];
        let seniors = Selection { levels: vec![Level::Senior], ..Selection::default() };
        assert_eq!(ids(&draw(&quiz, &seniors).unwrap()), ["b", "c"]);
        let vowels = Selection { tags: vec!["vowel".into()], ..seniors };
        assert_eq!(ids(&draw(&quiz, &vowels).unwrap()), ["c"]);
        let none = Selection { levels: vec![Level::Junior], ..vowels };
        assert_eq!(draw(&quiz, &none), Err(DrawError::Nothing));
    }

    #[test]
    fn an_unknown_topic_names_the_nearest() {
        let selection = Selection { topics: vec![TopicId::new("leters")], ..Selection::default() };
        let error = draw(&letters(), &selection).unwrap_err();
        assert_eq!(error.to_string(), "unknown topic `leters`; did you mean `letters`?");
        let selection = Selection { topics: vec![TopicId::new("x")], ..Selection::default() };
        let error = draw(&letters(), &selection).unwrap_err();
        assert_eq!(error.to_string(), "unknown topic `x`; there are `letters`");
        let selection = Selection { tags: vec!["x".into()], ..Selection::default() };
        assert_eq!(draw(&letters(), &selection).unwrap_err().to_string(), "unknown tag `x`");
    }

    #[test]
    fn items_to_order_are_never_shown_in_the_right_order() {
        let mut quiz = letters();
        let items = ["one", "two", "three"].map(Markdown::new).to_vec();
        quiz.questions[0].task = Task::Order(Sequence(items));
        for seed in 0..100 {
            let drawn = draw(&quiz, &Selection { seed, ..Selection::default() }).unwrap();
            let mut places = drawn[0].shown.clone();
            assert_ne!(places, [0, 1, 2]);
            places.sort_unstable();
            assert_eq!(places, [0, 1, 2]);
        }
    }
}
