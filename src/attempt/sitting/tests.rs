use super::*;
use crate::attempt::answer::Given;
use crate::attempt::event::Mode;
use crate::attempt::occasion::Occasion;
use crate::quiz::{AnswerText, Digest};

fn drawn(id: &str) -> Drawn {
    Drawn { question: QuestionId::new(id), shown: Vec::new(), time_limit: None }
}

fn start(mode: Mode) -> Start {
    Start {
        quiz: Digest([1; 32]),
        candidate: Some(AnswerText::new("Ann")),
        started: Millis(1_790_000_000_000),
        mode,
        occasion: Occasion::Quiz,
        seed: 7,
        time_limit: Some(Millis(60_000)),
        questions: ["a", "b", "c"].map(drawn).to_vec(),
    }
}

fn practice() -> Attempt {
    Attempt::begin(start(Mode::Practice))
}

fn exam() -> Attempt {
    Attempt::begin(start(Mode::Exam))
}

impl Attempt {
    fn shown_and_answered(&mut self, place: usize, from: u64, to: u64) {
        self.show(place, Millis(from)).unwrap();
        self.answer(place, Given::text("x"), Millis(to)).unwrap();
    }
}

#[test]
fn questions_are_asked_in_order_until_all_are_decided() {
    let mut attempt = practice();
    assert_eq!(attempt.current(Millis(0)), Some(0));
    attempt.shown_and_answered(0, 0, 10);
    attempt.show(1, Millis(10)).unwrap();
    attempt.skip(1, Millis(20)).unwrap();
    assert_eq!(attempt.current(Millis(20)), Some(2));
    attempt.shown_and_answered(2, 20, 30);
    assert_eq!(attempt.current(Millis(30)), None);
    attempt.finish(Millis(40)).unwrap();
    assert_eq!(attempt.end(), Some(End::Finished));
    assert_eq!(attempt.show(0, Millis(50)), Err(Refused::Over));
}

#[test]
fn only_the_question_on_the_screen_is_answered() {
    let mut attempt = practice();
    let b = QuestionId::new("b");
    assert_eq!(attempt.skip(1, Millis(1)), Err(Refused::NotShown(b)));
    assert!(matches!(attempt.show(3, Millis(1)), Err(Refused::NotDrawn(_))));
    assert_eq!(attempt.log().len(), 1);
}

#[test]
fn the_last_answer_counts_and_takes_the_claims_with_it() {
    let mut attempt = practice();
    attempt.shown_and_answered(0, 0, 10);
    attempt.claim(0, "cookie", Millis(11)).unwrap();
    attempt.claim(0, "cookie", Millis(12)).unwrap();
    assert_eq!(attempt.progress(0).unwrap().claims, ["cookie"]);
    attempt.go_back(attempt.earlier(Millis(12)).unwrap(), Millis(12)).unwrap();
    attempt.show(0, Millis(12)).unwrap();
    attempt.answer(0, Given::text("better"), Millis(20)).unwrap();
    let progress = attempt.progress(0).unwrap();
    assert_eq!(progress.answer(), Some(&Given::text("better")));
    assert!(progress.claims.is_empty());
    assert_eq!(attempt.current(Millis(20)), Some(1));
}

#[test]
fn what_was_revealed_stands() {
    let mut attempt = practice();
    attempt.shown_and_answered(0, 0, 10);
    attempt.reveal(0, Millis(11)).unwrap();
    assert_eq!(attempt.earlier(Millis(11)), None);
    assert_eq!(attempt.show(0, Millis(12)), Err(Refused::Revealed(QuestionId::new("a"))));
    assert_eq!(attempt.reveal(1, Millis(12)), Err(Refused::NotAnswered(QuestionId::new("b"))));
}

#[test]
fn an_exam_lets_answers_change_and_reveals_nothing() {
    let mut attempt = exam();
    attempt.shown_and_answered(0, 0, 10);
    assert_eq!(attempt.reveal(0, Millis(11)), Err(Refused::InExam));
    assert_eq!(attempt.claim(0, "cookie", Millis(11)), Err(Refused::InExam));
    assert_eq!(attempt.pause(Millis(11)), Err(Refused::InExam));
    assert_eq!(attempt.earlier(Millis(11)), Some(0));
}

#[test]
fn the_answer_under_way_at_the_end_is_kept_and_late() {
    let mut attempt = practice();
    attempt.shown_and_answered(0, 0, 59_999);
    assert!(!attempt.progress(0).unwrap().is_late());
    attempt.show(1, Millis(59_999)).unwrap();
    attempt.answer(1, Given::text("x"), Millis(60_000)).unwrap();
    assert!(attempt.progress(1).unwrap().is_late());
    assert_eq!(attempt.current(Millis(60_001)), None);
    assert_eq!(attempt.show(2, Millis(60_001)), Err(Refused::TimeUp));
    attempt.time_up(Millis(60_001)).unwrap();
    attempt.claim(1, "cookie", Millis(60_002)).unwrap();
    attempt.finish(Millis(60_003)).unwrap();
    assert_eq!(attempt.end(), Some(End::TimeUp));
}

#[test]
fn a_question_has_its_own_limit_over_all_its_showings() {
    let mut start = start(Mode::Exam);
    start.questions[0].time_limit = Some(Millis(100));
    let mut attempt = Attempt::begin(start);
    attempt.shown_and_answered(0, 0, 60);
    attempt.go_back(0, Millis(70)).unwrap();
    attempt.show(0, Millis(80)).unwrap();
    assert_eq!(attempt.question_time_left(0, Millis(90)), Some(Millis(30)));
    attempt.answer(0, Given::text("x"), Millis(120)).unwrap();
    let progress = attempt.progress(0).unwrap();
    assert_eq!((progress.is_late(), progress.spent), (true, Millis(100)));
    assert_eq!(attempt.earlier(Millis(130)), None);
}

#[test]
fn pauses_take_no_time() {
    let mut attempt = practice();
    attempt.show(0, Millis(0)).unwrap();
    attempt.pause(Millis(1000)).unwrap();
    assert_eq!(attempt.skip(0, Millis(2000)), Err(Refused::Paused));
    attempt.resume(Millis(500_000)).unwrap();
    assert_eq!(attempt.time_left(Millis(500_000)), Some(Millis(59_000)));
    attempt.answer(0, Given::text("x"), Millis(501_000)).unwrap();
    let progress = attempt.progress(0).unwrap();
    assert_eq!((progress.is_late(), progress.spent), (false, Millis(2000)));
}

#[test]
fn a_clock_that_goes_back_stands_still() {
    let mut attempt = practice();
    attempt.show(0, Millis(500)).unwrap();
    attempt.skip(0, Millis(100)).unwrap();
    assert_eq!(attempt.log().last().unwrap().at, Millis(500));
}

#[test]
fn stopping_keeps_what_was_answered() {
    let mut attempt = practice();
    attempt.shown_and_answered(0, 0, 10);
    attempt.show(1, Millis(10)).unwrap();
    attempt.stop(Millis(30)).unwrap();
    assert_eq!(attempt.end(), Some(End::Stopped));
    assert!(attempt.progress(0).unwrap().answer().is_some());
    assert_eq!(attempt.progress(1).unwrap().spent, Millis(20));
    assert_eq!(attempt.duration(), Millis(30));
}

#[test]
fn events_are_kept_as_lines_of_json_and_rebuild_the_attempt() {
    let mut attempt = practice();
    attempt.show(0, Millis(5)).unwrap();
    attempt.take_hint(0, Millis(6)).unwrap();
    attempt.answer(0, Given::parts(["a", "b|c"]), Millis(7)).unwrap();
    attempt.claim(0, "what triggers it", Millis(8)).unwrap();
    attempt.go_back(0, Millis(8)).unwrap();
    attempt.pause(Millis(9)).unwrap();
    attempt.resume(Millis(10)).unwrap();
    attempt.show(1, Millis(11)).unwrap();
    attempt.answer(1, Given::text("late"), Millis(70_000)).unwrap();
    attempt.time_up(Millis(70_001)).unwrap();
    attempt.finish(Millis(70_002)).unwrap();
    let lines: Vec<String> =
        attempt.log().iter().map(|entry| serde_json::to_string(entry).unwrap()).collect();
    insta::assert_snapshot!(lines.join("\n"));
    let log: Vec<Entry> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(Attempt::replay(log), Ok(attempt));
}

#[test]
fn a_list_that_is_no_attempt_says_which_event_is_wrong() {
    assert_eq!(Attempt::replay([]), Err(ReplayError::NoStart));
    let mut log = practice().log().to_vec();
    log.push(Entry { at: Millis(1), event: Event::Skipped { question: QuestionId::new("a") } });
    let error = Attempt::replay(log).unwrap_err();
    assert_eq!(error.to_string(), "event 2: `a` is not the question that was shown");
}

#[test]
fn a_forged_punctuality_is_worked_out_again() {
    let mut attempt = practice();
    attempt.show(0, Millis(0)).unwrap();
    attempt.answer(0, Given::text("x"), Millis(90_000)).unwrap();
    let mut log = attempt.log().to_vec();
    if let Event::Answered { late, .. } = &mut log[2].event {
        *late = false;
    }
    assert!(Attempt::replay(log).unwrap().progress(0).unwrap().is_late());
}
