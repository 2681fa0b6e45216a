use super::lines;
use crate::attempt::answer::Given;
use crate::attempt::{Attempt, Drawn, Millis, Mode, Occasion, Selection, Start, draw};
use crate::grade::Grader;
use crate::quiz::{Quiz, read};
use crate::terminal::interviewer::{Asked, Revealed, Setting};

const QUIZ: &str = r#"
title = "Feedback"
[[questions]]
id = "signals"
prompt = "What are signals?"
points = 4
hint = "Think of rows."
hint_cost = 0.5
answer = "A signal runs code when an *event* happens."
keywords = [
  "pre_save",
  { label = "the deletion pair", any = ["pre_delete", "post_delete"], min = 2 },
  "Memcached",
  { term = "Varnish", feedback = "It keeps whole pages." },
  { label = "what triggers it", any = ["event"], required = true, feedback = "Say what triggers it." },
]
misconceptions = [{ any = ["celery task"], penalty = 0.5, feedback = "A signal is synchronous." }]
[[questions]]
id = "command"
type = "short"
prompt = "Which command?"
accept = ["makemigrations"]
[[questions]]
id = "several"
type = "multi"
prompt = "Which are databases?"
options = [{ text = "SQLite", correct = true }, { text = "MySQL", correct = true }, { text = "Celery", feedback = "A queue." }]
[[questions]]
id = "number"
type = "number"
prompt = "How long?"
correct = 4.2
tolerance = 0.1
unit = "ms"
[[questions]]
id = "gaps"
type = "cloze"
prompt = "A list called {{urlpatterns}} of {{path}} calls."
"#;

/// What is shown after answering the question called `id` with `answer`.
fn shown(id: &str, answer: Given, width: usize, words: bool) -> String {
    colored::control::set_override(false);
    let quiz = read(QUIZ).value.expect("a quiz").quiz;
    let mut attempt = Attempt::begin(start(&quiz));
    let place = quiz.questions.iter().position(|question| question.id.as_str() == id).unwrap();
    attempt.show(place, Millis(0)).unwrap();
    if id == "signals" {
        attempt.take_hint(place, Millis(0)).unwrap();
    }
    attempt.answer(place, answer, Millis(1)).unwrap();
    let graded = attempt.grade_one(place, &quiz, &Grader::new(&quiz)).unwrap();
    let asked = asked(&quiz, &attempt.drawn()[place], place);
    lines(&Revealed { asked: &asked, graded: &graded, late: false }, width, words).join("\n")
}

fn start(quiz: &Quiz) -> Start {
    Start {
        quiz: quiz.digest,
        candidate: None,
        started: Millis(0),
        mode: Mode::Practice,
        occasion: Occasion::Quiz,
        seed: 1,
        time_limit: None,
        questions: draw(quiz, &Selection::default()).unwrap(),
    }
}

fn asked<'a>(quiz: &'a Quiz, drawn: &'a Drawn, place: usize) -> Asked<'a> {
    Asked {
        draft: None,
        question: &quiz.questions[place],
        drawn,
        topic: "general",
        number: place + 1,
        of: quiz.questions.len(),
        time_left: None,
        question_time_left: None,
        hint_taken: true,
        previous: None,
        earlier: None,
        setting: Setting::Practice,
    }
}

const ANSWER: &str = "Before a row is written per_save is sent, and post_delete too, as a celery task. \
    It does not use Memcached, rather Vanish.";

#[test]
fn every_kind_of_find_is_marked_and_explained() {
    let mut all = Vec::new();
    for (width, words) in [(80, false), (40, false), (80, true)] {
        all.push(format!(
            "--- {width} columns\n{}",
            shown("signals", Given::text(ANSWER), width, words)
        ));
    }
    insta::assert_snapshot!(all.join("\n\n"));
}

#[test]
fn other_types_say_what_would_have_been_right() {
    let all = [
        shown("command", Given::text("makemigratoins"), 80, false),
        shown("command", Given::text("migrate"), 80, false),
        shown("several", Given::parts(["SQLite", "Celery"]), 80, false),
        shown("number", Given::text("4.4 ms"), 80, false),
        shown("gaps", Given::parts(["urlpatern", ""]), 80, false),
    ];
    insta::assert_snapshot!(all.join("\n\n"));
}
