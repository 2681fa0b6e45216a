use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::quiz::{AnswerText, Points, read};
use crate::takehome::armour::armour;
use crate::takehome::desk::{ChangedQuiz, Desk};
use crate::takehome::pack::{Order, Pack};
use crate::takehome::pack_id::PackId;
use crate::takehome::seal::seal;
use crate::takehome::sitting::{Moment, Sitting};
use crate::takehome::submission::Submission;

const QUIZ: &str = r#"
title = "T"

[[questions]]
id = "a"
prompt = "A?"
keywords = ["alpha"]

[[questions]]
id = "b"
type = "choice"
prompt = "B?"
options = [{ text = "right", correct = true }, "wrong"]
time_limit = "10s"
"#;

struct Case {
    quiz: Quiz,
    key: PrivateKey,
    pack: Pack,
}

fn case() -> Case {
    let quiz = read(QUIZ).value.expect("a quiz").quiz;
    let key = PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]));
    let order = Order { time_limit: Some(Millis(60_000)), ..Order::default() };
    let pack = Pack::new(&quiz, &key, PackId([1; 16]), &order).expect("a pack");
    Case { quiz, key, pack }
}

fn moment(at: u64) -> Moment {
    Moment { at: Millis(at), clock: Millis(1_000_000 + at) }
}

impl Case {
    fn handle(&self, place: usize) -> &Handle {
        &self.pack.questions[place].id
    }

    fn begun(&self) -> Sitting {
        let mut sitting = Sitting::begin(&self.pack, AnswerText::new("Ann"), Millis(1_000_000));
        sitting.open(self.handle(0), moment(0));
        sitting
    }

    fn report(&self, submission: &Submission) -> Report {
        let random = &mut ChaCha20Rng::from_seed([2; 32]);
        let sealed = seal(&submission.write(), self.key.public(), random).expect("sealed");
        let quizzes = [&self.quiz];
        let desk = Desk::new(&self.key, &quizzes, ChangedQuiz::Refuse);
        let accepted = desk.open(armour(&sealed).as_bytes()).remove(0).expect("it counts");
        report(&accepted, &self.quiz, &Grader::new(&self.quiz), &self.key)
    }
}

fn earned(report: &Report) -> Vec<(Points, bool)> {
    report.questions.iter().map(|it| (it.earned, it.late)).collect()
}

#[test]
fn an_answer_counts_by_when_it_was_written_though_it_was_left_late() {
    let case = case();
    let one = Points::from_thousandths(1000);
    for (written, expected) in [(50_000, (one, false)), (70_000, (Points::ZERO, true))] {
        let mut sitting = case.begun();
        sitting.write(&Given::text("alpha"), moment(written));
        // Nobody looked at the clock for an hour: the machine slept.
        sitting.time_up(moment(3_600_000));
        let report = case.report(&sitting.submission(&case.pack, moment(3_600_500)));
        assert_eq!(earned(&report)[0], expected, "{written}");
        assert_eq!(report.sitting.expect("sat").home.expect("at home").clock_back, Millis(0));
    }
}

#[test]
fn so_does_one_to_a_question_with_a_limit_of_its_own() {
    let case = case();
    let right = Given::text(case.pack.questions[1].kind.parts()[0].handle.as_str());
    for (written, late) in [(9_000, false), (20_000, true)] {
        let mut sitting = case.begun();
        sitting.open(case.handle(1), moment(1000));
        sitting.write(&right, moment(written));
        let report = case.report(&sitting.submission(&case.pack, moment(40_000)));
        assert_eq!(earned(&report)[1].1, late, "{written}");
    }
}

#[test]
fn a_submission_that_does_not_say_when_answers_were_changed_is_read() {
    let case = case();
    let mut sitting = case.begun();
    sitting.write(&Given::text("alpha"), moment(50_000));
    let mut submission = sitting.submission(&case.pack, moment(51_000));
    for happening in &mut submission.events {
        if let Seen::Answered { changed, .. } = &mut happening.event {
            *changed = None;
        }
    }
    assert_eq!(earned(&case.report(&submission))[0], (Points::from_thousandths(1000), false));
}

#[test]
fn the_end_of_what_can_have_happened_is_told() {
    let case = case();
    let mut submission = case.begun().submission(&case.pack, moment(1000));
    let shown = submission.events[1].clone();
    submission.events.resize(100_000, shown.clone());
    assert!(Submission::read(&submission.write()).is_ok());
    submission.events.push(shown);
    let refusal = Submission::read(&submission.write()).expect_err("too many").to_string();
    assert_eq!(refusal, "it tells of 100001 events, and no more than 100000 are read");
}

#[test]
fn parts_without_end_take_no_time_without_end() {
    let case = case();
    let mut submission = case.begun().submission(&case.pack, moment(1000));
    let parts = (0..200_000).map(|number| number.to_string());
    submission.answers.insert(case.handle(1).clone(), Given::parts(parts));
    assert_eq!(earned(&case.report(&submission))[1].0, Points::ZERO);
}
