//! Quizzes for tests, of questions about true and false.

use crate::quiz::question::{Question, QuestionId, Task};
use crate::quiz::{Digest, LanguageTag, Markdown, PerMille, Points, Quiz, Topic, TopicId, Weight};

pub(crate) fn question(id: &str, topic: &str, points: u32) -> Question {
    Question {
        id: QuestionId::new(id),
        was: Vec::new(),
        topic: TopicId::new(topic),
        tags: Vec::new(),
        level: None,
        prompt: Markdown::new(format!("Is {id} true?")),
        points: Points::from_thousandths(points),
        time_limit: None,
        hint: None,
        answer: None,
        sources: Vec::new(),
        allow: Vec::new(),
        task: Task::Boolean(true),
    }
}

pub(crate) fn quiz(questions: Vec<Question>) -> Quiz {
    let mut topics: Vec<Topic> = Vec::new();
    for question in &questions {
        if topics.iter().all(|topic| topic.id != question.topic) {
            let title = question.topic.to_string();
            topics.push(Topic { id: question.topic.clone(), title, weight: Weight::ONE });
        }
    }
    Quiz {
        title: "Sample".to_owned(),
        description: None,
        language: LanguageTag::default(),
        license: None,
        pass: PerMille::new(700),
        time_limit: None,
        topics,
        questions,
        allow: Vec::new(),
        digest: Digest([7; 32]),
    }
}
