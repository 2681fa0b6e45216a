//! Several quizzes asked as one.

use std::collections::BTreeSet;

use super::canonical::digest;
use super::digest::Digest;
use super::language::LanguageTag;
use super::model::{Quiz, Topic};
use super::name::{QuestionId, TopicId};
use super::question::Question;
use super::read::slug;
use crate::measure::PerMille;

/// Several quizzes asked as one; of one quiz, that quiz itself.
///
/// Ids of questions and topics are unique in a quiz and not among quizzes, so in a mixture the quiz's
/// name goes before them: `orm` of "Django interview" is `django-interview.orm`.
#[derive(Debug, Clone, PartialEq)]
pub struct Mixture {
    parts: Vec<Quiz>,
    /// What is asked: the parts' questions one after the other.
    whole: Quiz,
}

/// Where a question of a mixture comes from.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'m> {
    /// Its quiz.
    pub quiz: &'m Quiz,
    /// The question as it stands there.
    pub question: &'m Question,
}

impl From<Quiz> for Mixture {
    fn from(quiz: Quiz) -> Self {
        Self { parts: vec![quiz.clone()], whole: quiz }
    }
}

impl Mixture {
    /// Mixes `parts`, called `title` together; `None` of none. One quiz stays as it is.
    #[must_use]
    pub fn new(title: &str, mut parts: Vec<Quiz>) -> Option<Self> {
        if parts.len() < 2 {
            return parts.pop().map(Self::from);
        }
        let mut whole = Quiz {
            title: title.to_owned(),
            description: None,
            language: common_language(&parts),
            license: None,
            pass: parts.iter().map(|part| part.pass).max().unwrap_or(PerMille::ONE),
            time_limit: None,
            topics: Vec::new(),
            questions: Vec::new(),
            allow: Vec::new(),
            digest: Digest([0; 32]),
        };
        for (part, name) in parts.iter().zip(names(&parts)) {
            whole.topics.extend(part.topics.iter().map(|topic| Topic {
                id: named_topic(&name, &topic.id),
                title: format!("{}: {}", part.title, topic.title),
                weight: topic.weight,
            }));
            whole.questions.extend(part.questions.iter().map(|question| named(&name, question)));
        }
        whole.digest = digest(&whole);
        Some(Self { parts, whole })
    }

    /// The same under another digest: that of an attempt that goes on.
    #[must_use]
    pub const fn with_digest(mut self, digest: Digest) -> Self {
        self.whole.digest = digest;
        self
    }

    /// What is asked, as one quiz.
    #[must_use]
    pub const fn quiz(&self) -> &Quiz {
        &self.whole
    }

    /// The quizzes, in order.
    #[must_use]
    pub fn parts(&self) -> &[Quiz] {
        &self.parts
    }

    /// Each topic as its quiz has it, with that quiz and the id it has in the mixture.
    pub fn topics(&self) -> impl Iterator<Item = (&Quiz, &Topic, &TopicId)> {
        let own = self.parts.iter().flat_map(|quiz| quiz.topics.iter().map(move |it| (quiz, it)));
        own.zip(&self.whole.topics).map(|((quiz, topic), mixed)| (quiz, topic, &mixed.id))
    }

    /// Where the question called `id` in the mixture comes from.
    #[must_use]
    pub fn origin(&self, id: &QuestionId) -> Option<Origin<'_>> {
        let mut place = self.whole.position(id)?;
        for quiz in &self.parts {
            if let Some(question) = quiz.questions.get(place) {
                return Some(Origin { quiz, question });
            }
            place -= quiz.questions.len();
        }
        None
    }
}

/// The language that all are in, else none.
fn common_language(parts: &[Quiz]) -> LanguageTag {
    let same = parts.windows(2).all(|pair| match pair {
        [one, other] => one.language == other.language,
        _ => true,
    });
    parts.first().filter(|_| same).map_or_else(|| LanguageTag::new("und"), |it| it.language.clone())
}

/// A name for each quiz, made from its title; no two are the same.
fn names(parts: &[Quiz]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let name = |part: &Quiz| {
        let slug = slug(&part.title);
        let base = if slug.is_empty() { "quiz".to_owned() } else { slug };
        let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
        let mut names = std::iter::once(base.clone()).chain(numbered);
        names.find(|name| taken.insert(name.clone())).unwrap_or(base)
    };
    parts.iter().map(name).collect()
}

fn named_topic(name: &str, topic: &TopicId) -> TopicId {
    TopicId::new(format!("{name}.{topic}"))
}

fn named(name: &str, question: &Question) -> Question {
    let id = |id: &QuestionId| QuestionId::new(format!("{name}.{id}"));
    Question {
        id: id(&question.id),
        was: question.was.iter().map(id).collect(),
        topic: named_topic(name, &question.topic),
        ..question.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::read;

    fn quiz(title: &str, ids: &[&str]) -> Quiz {
        let questions = ids.iter().map(|id| {
            format!(
                "[[questions]]\nid = \"{id}\"\ntype = \"boolean\"\nprompt = \"x\"\ncorrect = true\n"
            )
        });
        let text = format!("title = \"{title}\"\n{}", questions.collect::<String>());
        let read = read(&text);
        read.value.unwrap_or_else(|| panic!("{:?}", read.diagnostics)).quiz
    }

    #[test]
    fn one_quiz_stays_as_it_is() {
        let quiz = quiz("Django", &["orm"]);
        let mixture = Mixture::new("All", vec![quiz.clone()]).unwrap();
        assert_eq!(mixture.quiz(), &quiz);
        assert_eq!(mixture.origin(&QuestionId::new("orm")).unwrap().question, &quiz.questions[0]);
        assert!(Mixture::new("All", Vec::new()).is_none());
    }

    #[test]
    fn ids_that_two_quizzes_share_are_told_apart_and_lead_back() {
        let parts = vec![quiz("C", &["a", "b"]), quiz("C++", &["b"]), quiz("?!", &["a"])];
        let mixture = Mixture::new("All", parts.clone()).unwrap();
        let ids = mixture.quiz().questions.iter().map(|question| question.id.as_str());
        assert_eq!(ids.collect::<Vec<_>>(), ["c.a", "c.b", "c-2.b", "quiz.a"]);
        let origin = |id: &str| {
            let origin = mixture.origin(&QuestionId::new(id)).unwrap();
            (origin.quiz.title.as_str(), origin.question.id.as_str())
        };
        assert_eq!(origin("c-2.b"), ("C++", "b"));
        assert_eq!(origin("quiz.a"), ("?!", "a"));
        assert!(mixture.origin(&QuestionId::new("b")).is_none());
        assert_ne!(mixture.quiz().digest, Mixture::new("Other", parts).unwrap().quiz().digest);
    }
}
