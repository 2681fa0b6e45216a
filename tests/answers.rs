//! Answers to the bundled quizzes, held against what a fair person would give: to the Django quiz by
//! people who had not seen its keywords, and to all three those on which the keywords were tuned.

use std::collections::BTreeSet;

use serde::Deserialize;
use vivavoce::grade::Grader;
use vivavoce::quiz::{AnswerText, QuestionId, Response, bundled, read};

#[derive(Deserialize)]
struct Judged {
    question: String,
    answer: String,
    low: f64,
    high: f64,
    kind: String,
}

/// What the mean share of each kind of answer must not leave.
const BOUNDS: [(&str, f64, f64); 7] = [
    ("expert", 0.97, 1.0),
    ("good", 0.88, 1.0),
    ("blogpost", 0.35, 0.5),
    ("typos", 0.98, 1.0),
    ("wrong", 0.0, 0.07),
    ("nonsense", 0.0, 0.08),
    ("prompt-echo", 0.0, 0.08),
];

struct Outcome {
    judged: Judged,
    share: f64,
}

impl Outcome {
    /// How far outside the fair range, as a share of the points.
    fn off(&self) -> f64 {
        (self.judged.low - self.share).max(self.share - self.judged.high).max(0.0)
    }
}

fn grader(name: &str) -> Grader {
    Grader::new(&read(bundled(name).expect("a bundled quiz").text).value.expect("it reads").quiz)
}

/// What an answer earns, as a share of the points.
fn share_of(grader: &Grader, question: &str, answer: &str) -> f64 {
    let question = grader.by_id(&QuestionId::new(question)).expect("a question of the quiz");
    let grade = question.grade(&Response::Written(AnswerText::new(answer)));
    f64::from(grade.earned.share_of(grade.possible).thousandths()) / 1000.0
}

fn outcomes() -> Vec<Outcome> {
    let grader = grader("django");
    include_str!("answers/django.jsonl")
        .lines()
        .map(|line| {
            let judged: Judged = serde_json::from_str(line).expect("a judged answer");
            let share = share_of(&grader, &judged.question, &judged.answer);
            Outcome { judged, share }
        })
        .collect()
}

fn questions(outcomes: &[Outcome]) -> BTreeSet<&str> {
    outcomes.iter().map(|outcome| outcome.judged.question.as_str()).collect()
}

/// The mean share of the answers that `belongs` picks; `None` without any.
fn share(outcomes: &[Outcome], belongs: impl Fn(&Judged) -> bool) -> Option<f64> {
    let shares: Vec<f64> =
        outcomes.iter().filter(|o| belongs(&o.judged)).map(|o| o.share).collect();
    let count = u32::try_from(shares.len()).expect("few answers");
    (count > 0).then(|| shares.iter().sum::<f64>() / f64::from(count))
}

fn mean(outcomes: &[Outcome], kind: &str) -> f64 {
    share(outcomes, |judged| judged.kind == kind).unwrap_or_else(|| panic!("no answer is {kind}"))
}

/// `cargo test --test answers -- --nocapture` shows the means, and no answer: whoever writes
/// keywords must not have read them.
#[test]
fn answers_nobody_saw_are_graded_as_a_fair_person_would() {
    let outcomes = outcomes();
    for question in questions(&outcomes) {
        let of_kind =
            |kind| share(&outcomes, |judged| judged.question == question && judged.kind == kind);
        let shares = BOUNDS.map(|(kind, ..)| (kind, of_kind(kind)));
        let shares =
            shares.iter().filter_map(|(kind, share)| Some(format!("{kind} {:.2}", (*share)?)));
        println!("{question}: {}", shares.collect::<Vec<_>>().join(", "));
    }
    for (kind, ..) in BOUNDS {
        println!("{kind:12} mean {:.3}", mean(&outcomes, kind));
    }
    let count = f64::from(u32::try_from(outcomes.len()).unwrap());
    let inside = outcomes.iter().filter(|outcome| outcome.off() <= 0.05).count();
    let inside = f64::from(u32::try_from(inside).unwrap()) / count;
    let off = outcomes.iter().map(Outcome::off).sum::<f64>() / count;
    println!("{:.1}% in range, {off:.3} off on average", inside * 100.0);

    for (kind, least, most) in BOUNDS {
        let mean = mean(&outcomes, kind);
        assert!((least..=most).contains(&mean), "{kind}: {mean:.3}, not in {least}..={most}");
    }
    assert!(inside >= 0.83, "{inside:.3} in range");
}

/// An answer on which keywords were tuned.
#[derive(Deserialize)]
struct Tuned {
    question: String,
    kind: String,
    answer: String,
}

/// Their means say nothing of answers to come; they only must not get worse.
#[test]
fn answers_that_the_keywords_were_tuned_on_keep_their_grades() {
    for (name, answers) in [
        ("django", include_str!("answers/django-tuned.jsonl")),
        ("rust", include_str!("answers/rust-tuned.jsonl")),
        ("sql", include_str!("answers/sql-tuned.jsonl")),
    ] {
        let grader = grader(name);
        let tuned = answers.lines().map(|line| serde_json::from_str(line).expect("an answer"));
        let tuned: Vec<Tuned> = tuned.collect();
        for (kind, least, most) in
            [("expert", 0.97, 1.0), ("blogpost", 0.3, 0.6), ("wrong", 0.0, 0.06)]
        {
            let of_kind = tuned.iter().filter(|answer| answer.kind == kind);
            let shares: Vec<f64> =
                of_kind.map(|tuned| share_of(&grader, &tuned.question, &tuned.answer)).collect();
            let count = f64::from(u32::try_from(shares.len()).expect("few answers"));
            let mean = shares.iter().sum::<f64>() / count;
            assert!((least..=most).contains(&mean), "{name}, {kind}: {mean:.3}");
        }
    }
}
