//! Answers to the bundled Django quiz by people who had not seen its keywords, each with the range
//! of the points that a fair person would give.

use serde::Deserialize;
use vivavoce::grade::Grader;
use vivavoce::quiz::{AnswerText, QuestionId, Response, read};

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
    ("expert", 0.85, 1.0),
    ("good", 0.75, 1.0),
    ("blogpost", 0.3, 0.6),
    ("typos", 0.85, 1.0),
    ("wrong", 0.0, 0.3),
    ("nonsense", 0.0, 0.15),
    ("prompt-echo", 0.0, 0.15),
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

fn outcomes() -> Vec<Outcome> {
    let quiz = read(include_str!("../quizzes/django.toml")).value.expect("the quiz reads").quiz;
    let grader = Grader::new(&quiz);
    include_str!("answers/django.jsonl")
        .lines()
        .map(|line| {
            let judged: Judged = serde_json::from_str(line).expect("a judged answer");
            let question = grader
                .by_id(&QuestionId::new(judged.question.as_str()))
                .expect("a question of the quiz");
            let grade = question.grade(&Response::Written(AnswerText::new(judged.answer.as_str())));
            let share = f64::from(grade.earned.share_of(grade.possible).thousandths()) / 1000.0;
            Outcome { judged, share }
        })
        .collect()
}

fn mean(outcomes: &[Outcome], kind: &str) -> f64 {
    let shares: Vec<f64> =
        outcomes.iter().filter(|o| o.judged.kind == kind).map(|o| o.share).collect();
    assert!(!shares.is_empty(), "no answers of kind {kind}");
    shares.iter().sum::<f64>() / f64::from(u32::try_from(shares.len()).unwrap())
}

/// `cargo test --test answers -- --nocapture` shows every answer outside its range.
#[test]
fn answers_nobody_saw_are_graded_as_a_fair_person_would() {
    let outcomes = outcomes();
    for outcome in outcomes.iter().filter(|outcome| outcome.off() > 0.0) {
        let Judged { question, answer, low, high, kind } = &outcome.judged;
        println!("{question} ({kind}): {:.2}, fair {low}..{high}: {answer}", outcome.share);
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
    assert!(inside >= 0.70);
}
