use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::takehome::key::PrivateKey;
use crate::takehome::pack::Order;

fn pack() -> Pack {
    let quiz = crate::quiz::read(
        "title = \"T\"\n[[questions]]\ntopic = \"t\"\nprompt = \"A?\"\nkeywords = [\"a\"]\n\
         [[questions]]\ntopic = \"t\"\nprompt = \"B?\"\nkeywords = [\"b\"]\ntime_limit = \"10s\"\n",
    );
    let key = PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]));
    let order = Order { time_limit: Some(Millis(60_000)), ..Order::default() };
    Pack::new(&quiz.value.expect("a quiz").quiz, &key, PackId([1; 16]), &order).expect("a pack")
}

/// The moment `at` after a start at 1,000,000.
fn moment(at: u64) -> Moment {
    Moment { at: Millis(at), clock: Millis(1_000_000 + at) }
}

fn begun(pack: &Pack) -> Sitting {
    let mut sitting = Sitting::begin(pack, AnswerText::new("Ann"), Millis(1_000_000));
    sitting.open(&pack.questions[0].id, moment(10));
    sitting
}

fn names(submission: &Submission) -> Vec<String> {
    let name = |it: &Happening| {
        let json = serde_json::to_value(it).unwrap();
        format!("{} {}", it.at.0, json["event"].as_str().unwrap())
    };
    submission.events.iter().map(name).collect()
}

#[test]
fn what_happens_is_told_as_the_page_tells_it() {
    let pack = pack();
    let mut sitting = begun(&pack);
    assert!(sitting.write(&Given::text("a"), moment(500)));
    assert!(!sitting.write(&Given::text("a"), moment(700)));
    assert!(sitting.write(&Given::text("ab"), moment(900)));
    sitting.open(&pack.questions[1].id, moment(1000));
    let submission = sitting.submission(&pack, moment(2000));
    let expected =
        ["0 started", "10 shown", "500 first_key", "1000 answered", "1000 shown", "2000 submitted"];
    assert_eq!(names(&submission), expected);
    assert_eq!(submission.answers[&pack.questions[0].id], Given::text("ab"));
    assert_eq!(submission.answers.len(), 1);
    assert!(!sitting.is_sealed());
    sitting.submitted(moment(2000));
    assert!(sitting.is_sealed());
    assert_eq!(sitting.submission(&pack, moment(3000)).events[..6], submission.events[..]);
}

#[test]
fn what_was_written_when_it_was_cut_off_counts_from_then_and_the_time_goes_on() {
    let pack = pack();
    let mut sitting = begun(&pack);
    sitting.write(&Given::text("half"), moment(3000));
    let kept = serde_json::to_string(&sitting).unwrap();
    let mut sitting: Sitting = serde_json::from_str(&kept).unwrap();
    assert!(sitting.is_of(&pack));
    let now = sitting.resume(Millis(1_000_000 + 50_000));
    assert_eq!(now.at, Millis(50_000));
    assert_eq!(sitting.time_left(&pack, now), Some(Millis(10_000)));
    let expected = ["0 started", "10 shown", "3000 first_key", "3000 answered", "50000 resumed"];
    let mut submission = sitting.submission(&pack, now);
    submission.events.pop();
    assert_eq!(names(&submission), expected);
}

#[test]
fn a_clock_set_back_takes_no_time_away() {
    let pack = pack();
    let mut sitting = begun(&pack);
    sitting.seen(moment(9000));
    assert_eq!(sitting.resume(Millis(500_000)).at, Millis(9000));
}

#[test]
fn after_the_time_limit_nothing_is_changed() {
    let pack = pack();
    let mut sitting = begun(&pack);
    sitting.write(&Given::text("in time"), moment(100));
    sitting.time_up(moment(60_000));
    assert!(!sitting.write(&Given::text("late"), moment(60_500)));
    let submission = sitting.submission(&pack, moment(61_000));
    assert_eq!(submission.answers[&pack.questions[0].id], Given::text("in time"));
    assert_eq!(names(&submission)[3..], ["60000 answered", "60000 time_up", "61000 submitted"]);
}

#[test]
fn a_question_with_a_limit_of_its_own_is_locked_after_it() {
    let pack = pack();
    let (first, second) = (&pack.questions[0], &pack.questions[1]);
    let mut sitting = begun(&pack);
    sitting.open(&second.id, moment(1000));
    assert_eq!(sitting.question_time_left(second, moment(5000)), Some(Millis(6000)));
    sitting.open(&first.id, moment(5000));
    assert!(!sitting.is_locked(&pack, second, moment(30_000)));
    sitting.open(&second.id, moment(40_000));
    assert!(
        sitting.is_locked(&pack, second, moment(46_000))
            && !sitting.is_locked(&pack, first, moment(46_000))
    );
}

#[test]
fn an_answer_taken_back_is_none() {
    let pack = pack();
    let mut sitting = begun(&pack);
    sitting.write(&Given::text("a"), moment(100));
    sitting.write(&Given::text(""), moment(200));
    let submission = sitting.submission(&pack, moment(300));
    assert!(submission.answers.is_empty());
    assert_eq!(sitting.answer(&pack.questions[0].id), None);
}

#[test]
fn events_without_end_are_not_kept_but_answers_are() {
    let pack = pack();
    let mut sitting = begun(&pack);
    for turn in 0..30_000 {
        sitting.open(&pack.questions[turn % 2].id, moment(20 + turn as u64));
    }
    sitting.write(&Given::text("late and kept"), moment(40_000));
    let submission = sitting.submission(&pack, moment(41_000));
    assert_eq!(submission.events.len(), MOST_EVENTS + 2);
    assert_eq!(names(&submission)[MOST_EVENTS..], ["41000 answered", "41000 submitted"]);
}
