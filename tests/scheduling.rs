//! The scheduler held against an independent one: 1,000 random histories whose values py-fsrs worked
//! out (`tests/fsrs/make.py`).

use vivavoce::quiz::PerMille;
use vivavoce::review::{Memory, Rating, Retention};

const HISTORIES: &str = include_str!("fsrs/histories.csv");

/// What single precision leaves of a value after a dozen steps.
const PRECISION: f64 = 1e-4;

struct History {
    retention: Retention,
    answers: Vec<(u32, Rating)>,
    stability: f64,
    difficulty: f64,
    interval: u32,
    wait: u32,
    retrievability: f64,
}

impl History {
    fn read(line: &str) -> Self {
        let fields: Vec<&str> = line.split(',').collect();
        let [retention, answers, stability, difficulty, interval, wait, retrievability] =
            fields[..]
        else {
            panic!("seven fields: {line}")
        };
        let answer = |answer: &str| {
            let (days, rating) = answer.split_once(':').expect("days and rating");
            let rating = Rating::of_number(rating.parse().expect("a rating")).expect("1 to 4");
            (days.parse().expect("days"), rating)
        };
        let number = |text: &str| text.parse::<f64>().expect("a number");
        let share = PerMille::new(retention.parse::<u16>().expect("per cent") * 10);
        Self {
            retention: Retention::new(share).expect("a retention"),
            answers: answers.split(' ').map(answer).collect(),
            stability: number(stability),
            difficulty: number(difficulty),
            interval: interval.parse().expect("days"),
            wait: wait.parse().expect("days"),
            retrievability: number(retrievability),
        }
    }

    fn memory(&self) -> Memory {
        let (_, first) = self.answers[0];
        let later = &self.answers[1..];
        later
            .iter()
            .fold(Memory::first(first), |memory, (days, rating)| memory.after(*days, *rating))
    }
}

#[test]
fn memories_and_intervals_are_those_of_an_independent_implementation() {
    let near = |ours: f64, theirs: f64| (ours - theirs).abs() <= PRECISION * theirs.abs();
    let (mut seen, mut intervals) = (0, 0);
    for line in HISTORIES.lines().skip(1) {
        let history = History::read(line);
        let memory = history.memory();
        assert!(near(memory.stability.into(), history.stability), "{line}: {memory:?}");
        assert!(near(memory.difficulty.into(), history.difficulty), "{line}: {memory:?}");
        let chance = f64::from(memory.retrievability(history.wait).thousandths()) / 1000.0;
        assert!((chance - history.retrievability).abs() <= 0.000_6, "{line}: {chance}");
        // After a failure a question is due at once here, as with a learning step of no time there.
        if memory.rating != Rating::Again {
            let ours = history.retention.interval(memory);
            let rounding = u32::from(history.interval > 1_000);
            assert!(ours.abs_diff(history.interval) <= rounding, "{line}: {ours} days");
            intervals += 1;
        }
        seen += 1;
    }
    assert_eq!(seen, 1_000);
    assert!(intervals > 700, "{intervals} intervals were compared");
}
