//! The quizzes that are compiled in.

use std::time::Duration;

use super::Points;

/// A quiz of the binary. What lists say of it stands here, so that listing reads no quiz; a test
/// holds it to what the quiz says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// What a person calls it: `django`.
    pub name: &'static str,
    /// The quiz's title.
    pub title: &'static str,
    /// What it says of itself.
    pub description: &'static str,
    /// How many questions it has.
    pub questions: usize,
    /// What they are worth together.
    pub points: Points,
    /// Its time limit.
    pub time_limit: Option<Duration>,
    /// The file's text.
    pub text: &'static str,
}

/// All of them, by name.
pub static BUNDLED: &[Bundled] = &[
    Bundled {
        name: "django",
        title: "Django interview",
        description: "Twelve questions about how Django thinks and works, from sessions to slow \
            queries. Two or three sentences are enough for each.",
        questions: 12,
        points: Points::from_thousandths(41_000),
        time_limit: None,
        text: include_str!("../../quizzes/django.toml"),
    },
    Bundled {
        name: "rust",
        title: "Rust",
        description: "Ownership, lifetimes, traits, errors, concurrency and tooling, for people who \
            write Rust at work.",
        questions: 21,
        points: Points::from_thousandths(44_000),
        time_limit: None,
        text: include_str!("../../quizzes/rust.toml"),
    },
    Bundled {
        name: "sql",
        title: "SQL",
        description: "Joins, grouping, nulls, indexes, transactions and modelling, for people who \
            write queries at work.",
        questions: 22,
        points: Points::from_thousandths(46_000),
        time_limit: None,
        text: include_str!("../../quizzes/sql.toml"),
    },
];

/// The bundled quiz called `name`.
#[must_use]
pub fn bundled(name: &str) -> Option<&'static Bundled> {
    BUNDLED.iter().find(|quiz| quiz.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    #[test]
    fn lists_say_of_a_quiz_what_it_says_of_itself() {
        for bundled in BUNDLED {
            let read = read(bundled.text);
            let Some(loaded) = read.value else {
                panic!("{}: {:#?}", bundled.name, read.diagnostics);
            };
            let quiz = loaded.quiz;
            let points: Points = quiz.questions.iter().map(|question| question.points).sum();
            assert_eq!(bundled.title, quiz.title);
            assert_eq!(Some(bundled.description), quiz.description.as_deref());
            assert_eq!(bundled.questions, quiz.questions.len());
            assert_eq!(bundled.points, points);
            assert_eq!(bundled.time_limit, quiz.time_limit);
        }
    }

    #[test]
    fn names_are_sorted_and_unique() {
        assert!(BUNDLED.is_sorted_by(|left, right| left.name < right.name));
    }
}
