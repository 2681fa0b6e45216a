//! A quiz with every question type, and an attempt at it, for the tests of every face.

use super::value::Report;
use crate::attempt::{Attempt, Drawn, Given, Millis, Mode, Occasion, Start};
use crate::grade::Grader;
use crate::quiz::question::{
    Accepted, Choice, Cloze, Criterion, Exactness, Hint, Matching, Misconception, Need, Options,
    Piece, Question, Rubric, Sequence, Target, Task,
};
use crate::quiz::{AnswerText, Level, Markdown, PerMille, Points, Quiz, Weight};
use crate::score::sample::{question, quiz};

fn term(term: &str) -> Need {
    Need::Term { term: term.to_owned(), aliases: Vec::new() }
}

fn keyword(name: &str, feedback: Option<&str>) -> Criterion {
    Criterion {
        label: name.to_owned(),
        need: term(name),
        weight: Weight::ONE,
        required: false,
        feedback: feedback.map(str::to_owned),
        matching: Matching::default(),
    }
}

fn prose() -> Task {
    Task::Text(Rubric {
        sides: Vec::new(),
        keywords: vec![
            keyword("pre_save", None),
            keyword("post_save", None),
            keyword("event", Some("Say what triggers it.")),
        ],
        misconceptions: vec![Misconception {
            label: "signals run in a task queue".to_owned(),
            need: term("celery"),
            penalty: Points::from_thousandths(500),
            feedback: Some("A signal is synchronous.".to_owned()),
            matching: Matching::default(),
        }],
        full_at: PerMille::ONE,
        examples: Vec::new(),
    })
}

fn options(texts: &[(&str, bool)]) -> Options {
    let option = |(text, correct): &(&str, bool)| Choice {
        text: Markdown::new(*text),
        correct: *correct,
        feedback: (!correct).then(|| format!("{text} is wrong.")),
    };
    Options(texts.iter().map(option).collect())
}

fn accepted(answer: &str) -> Accepted {
    Accepted { answers: vec![answer.to_owned()], case: false, exactness: Exactness::Fuzzy(None) }
}

fn asked(id: &str, topic: &str, points: u32, prompt: &str, task: Task) -> Question {
    Question { task, prompt: Markdown::new(prompt), ..question(id, topic, points) }
}

/// A quiz with every question type over three topics.
pub(super) fn every_type() -> Quiz {
    let mut questions = vec![
        asked(
            "signals",
            "signals",
            3000,
            "What are signals? Name the ones sent around *saving* a model.",
            prose(),
        ),
        asked("unused", "signals", 1000, "What is a receiver?", prose()),
        asked(
            "header",
            "http",
            1000,
            "Which header names the `Host`?",
            Task::Short(accepted("Host")),
        ),
        asked(
            "cache",
            "http",
            1000,
            "Which status says that nothing changed?",
            Task::Choice(options(&[("200", false), ("304", true), ("404", false)])),
        ),
        asked(
            "safe",
            "http",
            2000,
            "Which methods are safe?",
            Task::Multi(options(&[("GET", true), ("HEAD", true), ("POST", false)])),
        ),
        asked("stateless", "http", 1000, "HTTP is stateless.", Task::Boolean(true)),
        asked(
            "port",
            "http",
            1000,
            "Which port does HTTPS use?",
            Task::Number(Target { value: 443.into(), tolerance: 0.into(), unit: None }),
        ),
        asked(
            "stages",
            "requests",
            2000,
            "Put the stages of a request in order.",
            Task::Order(Sequence(["URLconf", "view", "template"].map(Markdown::new).to_vec())),
        ),
        asked(
            "urls",
            "requests",
            1000,
            "Django looks for ____ in the URLconf.",
            Task::Cloze(Cloze(vec![
                Piece::Text("Django looks for ".to_owned()),
                Piece::Gap(accepted("urlpatterns")),
                Piece::Text(" in the URLconf.".to_owned()),
            ])),
        ),
    ];
    for (question, level) in questions.iter_mut().zip([Level::Mid, Level::Junior].iter().cycle()) {
        question.level = Some(*level);
        question.sources = vec![format!("https://docs.example/{}", question.id)];
    }
    questions[0].hint = Some(Hint {
        text: Markdown::new("Before and after."),
        cost: Points::from_thousandths(250),
    });
    questions[0].answer = Some(Markdown::new("`pre_save` and `post_save` around the event."));
    let mut quiz = quiz(questions);
    quiz.title = "Django interview".to_owned();
    quiz.topics[0].title = "Signals".to_owned();
    quiz.topics[1].title = "The Hypertext Transfer Protocol and its many headers".to_owned();
    quiz.topics[2].title = "リクエスト処理".to_owned();
    quiz
}

/// The start of an attempt at every question of `quiz`.
pub(super) fn start(quiz: &Quiz, mode: Mode) -> Start {
    let drawn = |question: &Question| Drawn {
        question: question.id.clone(),
        shown: Vec::new(),
        time_limit: None,
    };
    Start {
        quiz: quiz.digest,
        candidate: Some(AnswerText::new("Ann \u{1b}[31mExample")),
        started: Millis(1_795_559_700_000),
        mode,
        occasion: Occasion::Quiz,
        seed: 42,
        time_limit: None,
        questions: quiz.questions.iter().map(drawn).collect(),
    }
}

/// An attempt at [`every_type`] with something of everything in it, and its report.
pub(super) fn mixed() -> Report {
    let quiz = every_type();
    let mut attempt = Attempt::begin(start(&quiz, Mode::Practice));
    let answers: [Option<Given>; 8] = [
        Some(Given::text("Django sends \u{1b}[2J pre_save first, in celery.")),
        None,
        Some(Given::text("hosst")),
        Some(Given::text("404")),
        Some(Given::text("GET|POST")),
        Some(Given::text("no")),
        Some(Given::text("80")),
        Some(Given::text("2|1|3")),
    ];
    for (place, answer) in answers.into_iter().enumerate() {
        let at = Millis(place as u64 * 60_000);
        attempt.show(place, at).unwrap();
        if place == 0 {
            attempt.take_hint(place, at).unwrap();
        }
        match answer {
            Some(answer) => attempt.answer(place, answer, at + Millis(45_000)).unwrap(),
            None => attempt.skip(place, at + Millis(5_000)).unwrap(),
        }
    }
    attempt.claim(0, "event", Millis(480_000)).unwrap();
    attempt.stop(Millis(490_000)).unwrap();
    let grader = Grader::new(&quiz);
    Report::new(&quiz, &attempt, &attempt.grade(&quiz, &grader))
}
