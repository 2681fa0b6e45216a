//! What is kept is there again, whatever happens to the process, the file or the version.

mod file;

use std::path::Path;
use std::{fs, iter};

use rusqlite::Connection;
use tempfile::TempDir;

use super::migrate::{SCRIPTS, known};
use super::{
    Arrival, AttemptUpdate, ExportedAttempt, Filter, KeptQuiz, Number, Opened, Paper, Source,
    Store, StoreError, examine,
};
use crate::attempt::{Attempt, Drawn, End, Given, Millis, Mode, Occasion, Start};
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Digest};

const NOW: Millis = Millis(1_790_000_000_000);

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn open(folder: &Path) -> Store {
    let Opened { store, set_aside } = Store::open(folder).unwrap();
    assert_eq!(set_aside, None);
    store
}

fn quiz(number: u8) -> KeptQuiz {
    KeptQuiz {
        digest: Digest([number; 32]),
        title: format!("Quiz {number}"),
        text: format!("title = 'Quiz {number}'"),
        source: Source::File("/home/ada/quiz: one.toml".into()),
    }
}

fn paper(quiz: KeptQuiz) -> Paper {
    Paper { digest: quiz.digest, title: quiz.title.clone(), parts: vec![quiz] }
}

fn news(attempt: &Attempt, now: Millis) -> AttemptUpdate<'_> {
    AttemptUpdate { attempt, reviews: &[], now }
}

fn attempt() -> Attempt {
    let drawn =
        |id: &str| Drawn { question: QuestionId::new(id), shown: vec![1, 0], time_limit: None };
    Attempt::begin(Start {
        quiz: Digest([1; 32]),
        candidate: None,
        started: NOW,
        mode: Mode::Practice,
        occasion: Occasion::Quiz,
        seed: u64::MAX,
        time_limit: Some(Millis(60_000)),
        questions: vec![drawn("a"), drawn("b")],
    })
}

/// An attempt whose first question is answered, after it was kept from its start.
fn answered(store: &mut Store) -> (Number, Attempt) {
    let mut attempt = attempt();
    let (number, _) = store.begin(&paper(quiz(1)), &news(&attempt, NOW)).unwrap();
    attempt.show(0, Millis(0)).unwrap();
    attempt.answer(0, Given::parts(["so \u{1b}[31m", "it|is"]), Millis(5000)).unwrap();
    store.append(number, 1, &news(&attempt, NOW + Millis(5000))).unwrap();
    (number, attempt)
}

#[test]
fn an_attempt_is_there_again_with_its_quiz_and_its_times() {
    let folder = folder();
    let (number, attempt) = answered(&mut open(folder.path()));
    let kept = open(folder.path()).attempt(number).unwrap().unwrap();
    assert_eq!(kept.attempt().unwrap(), attempt);
    assert_eq!(kept.paper, paper(quiz(1)));
    let written: Vec<_> = kept.log.iter().map(|timed| timed.written.since(NOW).0).collect();
    assert_eq!(written, [0, 5000, 5000]);
}

#[test]
fn what_was_appended_twice_is_refused_and_nothing_changes() {
    let folder = folder();
    let mut store = open(folder.path());
    let (number, attempt) = answered(&mut store);
    assert!(store.append(number, 2, &news(&attempt, NOW)).is_err());
    assert_eq!(store.attempt(number).unwrap().unwrap().attempt().unwrap(), attempt);
}

#[test]
fn an_attempt_is_without_end_until_it_ends() {
    let folder = folder();
    let mut store = open(folder.path());
    let (number, mut attempt) = answered(&mut store);
    let open = |store: &Store, title: &str, candidate, mode| {
        let found = store.without_end(title, candidate, mode).unwrap();
        found.iter().map(|cut_off| cut_off.number).collect::<Vec<_>>()
    };
    assert_eq!(open(&store, "Quiz 1", None, Mode::Practice), [number]);
    assert_eq!(open(&store, "Quiz 2", None, Mode::Practice), []);
    assert_eq!(open(&store, "Quiz 1", Some("ada"), Mode::Practice), []);
    assert_eq!(open(&store, "Quiz 1", None, Mode::Exam), []);
    let kept = attempt.log().len();
    attempt.stop(Millis(6000)).unwrap();
    store.append(number, kept, &news(&attempt, NOW)).unwrap();
    assert_eq!(open(&store, "Quiz 1", None, Mode::Practice), []);
    assert_eq!(
        store.attempt(number).unwrap().unwrap().attempt().unwrap().end(),
        Some(End::Stopped)
    );
}

#[test]
fn the_parts_of_a_mixture_come_in_order() {
    let folder = folder();
    let mut store = open(folder.path());
    let parts = vec![quiz(3), quiz(2)];
    let paper = Paper { digest: Digest([9; 32]), title: "Both".into(), parts };
    let (number, _) = store.begin(&paper, &news(&attempt(), NOW)).unwrap();
    assert_eq!(store.attempt(number).unwrap().unwrap().paper, paper);
}

#[test]
fn what_no_attempt_needs_goes_with_the_last_that_did() {
    let folder = folder();
    let mut store = open(folder.path());
    let (first, _) = answered(&mut store);
    let (second, _) = answered(&mut store);
    let count = |store: &Store, table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        store.connection.query_row(&sql, [], |row| row.get::<_, u32>(0)).unwrap()
    };
    assert!(store.delete(first).unwrap());
    assert!(!store.delete(first).unwrap());
    assert_eq!((count(&store, "quiz"), count(&store, "event")), (1, 3));
    assert!(store.delete(second).unwrap());
    assert_eq!((count(&store, "quiz"), count(&store, "event")), (0, 0));
    let (third, _) = answered(&mut store);
    assert!(third > second, "a number is never used again");
}

#[test]
fn an_attempt_is_claimed_by_one_at_a_time() {
    let folder = folder();
    let mut store = open(folder.path());
    let (_, id) = store.begin(&paper(quiz(1)), &news(&attempt(), NOW)).unwrap();
    let claim = store.claim(&id).unwrap();
    assert!(claim.is_some());
    assert!(open(folder.path()).claim(&id).unwrap().is_none());
    assert!(open(folder.path()).is_claimed(&id));
    drop(claim);
    assert!(!store.is_claimed(&id));
    assert!(store.claim(&id).unwrap().is_some());
}

#[test]
fn a_claim_says_how_far_an_attempt_had_come_when_its_process_was_killed() {
    let folder = folder();
    let mut store = open(folder.path());
    let (_, id) = store.begin(&paper(quiz(1)), &news(&attempt(), NOW)).unwrap();
    let mut claim = store.claim(&id).unwrap().expect("free");
    assert_eq!(claim.last_seen(), None);
    claim.beat(Millis(700_000));
    let path = folder.path().join("running").join(&id.0);
    let written = iter::repeat_with(|| fs::read_to_string(&path).unwrap_or_default());
    let said = written.take(1_000_000).find(|said| !said.is_empty()).expect("a beat");
    drop(claim);
    assert!(!path.exists());

    fs::write(&path, said).unwrap();
    let seen = || store.claim(&id).unwrap().expect("free").last_seen().expect("a moment");
    assert!((700_000..760_000).contains(&seen().0), "{:?}", seen());
    store.claim(&id).unwrap().expect("free").forget();
    assert!(!path.exists());
}

#[test]
fn what_is_written_is_on_the_disk_when_the_call_returns() {
    const FULL: i64 = 2;
    let folder = folder();
    let store = open(folder.path());
    let is = |name| store.connection.pragma_query_value(None, name, |row| row.get(0));
    assert_eq!(is("synchronous"), Ok(FULL));
    let journal: String =
        store.connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(journal, "wal");
}

#[test]
fn processes_that_write_at_once_lose_nothing() {
    let folder = folder();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let mut store = open(folder.path());
                (0..10).for_each(|_| drop(answered(&mut store)));
            });
        }
    });
    let store = open(folder.path());
    for number in 1..=80 {
        let kept = store.attempt(Number(number)).unwrap().unwrap();
        assert!(kept.attempt().unwrap().progress(0).unwrap().is_decided());
    }
}

#[test]
fn attempts_are_found_by_title_candidate_and_time_the_last_first() {
    let folder = folder();
    let mut store = open(folder.path());
    for (day, title, candidate) in [(0, 1, None), (2, 2, Some("ada")), (1, 1, Some("bob"))] {
        let mut start = attempt().start().clone();
        start.started = NOW + Millis(day * 1000);
        start.candidate = candidate.map(AnswerText::new);
        store.begin(&paper(quiz(title)), &news(&Attempt::begin(start), NOW)).unwrap();
    }
    let find = |filter: Filter| -> Vec<i64> {
        store.find(&filter).unwrap().into_iter().map(|number| number.0).collect()
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(find(Filter::default()), [2, 3, 1]);
    assert_eq!(find(Filter { limit: Some(1), ..Filter::default() }), [2]);
    assert_eq!(find(Filter { title: text("QUIZ 1"), ..Filter::default() }), [3, 1]);
    assert_eq!(find(Filter { candidate: text("ada"), ..Filter::default() }), [2]);
    let (from, before) = (Some(NOW + Millis(1000)), Some(NOW + Millis(2000)));
    assert_eq!(find(Filter { from, before, ..Filter::default() }), [3]);
}

#[test]
fn a_draft_is_kept_until_it_is_sent_or_the_attempt_ends() {
    let folder = folder();
    let mut store = open(folder.path());
    let (number, mut attempt) = answered(&mut store);
    let (a, b) = (QuestionId::new("a"), QuestionId::new("b"));
    let draft = |store: &mut Store, question, text: &str| {
        store.put_draft(number, question, &Given::text(text)).unwrap();
        store.drafts(number).unwrap()
    };
    assert_eq!(draft(&mut store, &b, "half")[&b], Given::text("half"));
    assert_eq!(draft(&mut store, &b, "half a")[&b], Given::text("half a"));
    assert_eq!(draft(&mut store, &a, "again").len(), 2);
    assert_eq!(draft(&mut store, &a, " ").len(), 1);
    let kept = attempt.log().len();
    attempt.show(1, Millis(6000)).unwrap();
    attempt.answer(1, Given::text("half a thought"), Millis(7000)).unwrap();
    store.append(number, kept, &news(&attempt, NOW)).unwrap();
    assert_eq!(store.drafts(number).unwrap().len(), 0);
    draft(&mut store, &a, "again");
    let kept = attempt.log().len();
    attempt.stop(Millis(8000)).unwrap();
    store.append(number, kept, &news(&attempt, NOW)).unwrap();
    assert_eq!(store.drafts(number).unwrap().len(), 0);
    store.put_draft(Number(99), &a, &Given::text("of nothing")).unwrap();
}

#[test]
fn two_courses_of_one_attempt_come_to_the_same_in_either_order() {
    let (here, there) = (folder(), folder());
    let (mut here, mut there) = (open(here.path()), open(there.path()));
    let (number, attempt) = answered(&mut here);
    let exported = |log: &Attempt, written: u64| {
        let mut exported = ExportedAttempt::from(here.attempt(number).unwrap().unwrap());
        let entries = log.log().iter().cloned();
        exported.log =
            entries.map(|entry| super::Timed { written: NOW + Millis(written), entry }).collect();
        exported
    };
    let on_with = |text: &str| {
        let mut attempt = attempt.clone();
        attempt.show(1, Millis(6000)).unwrap();
        attempt.answer(1, Given::text(text), Millis(7000)).unwrap();
        attempt
    };
    let (one, other) = (on_with("one"), on_with("other"));
    let courses = [exported(&one, 1), exported(&other, 2)];
    let mut import_attempt = |place: usize| {
        let course = &courses[place];
        there.import_attempt(course, &course.attempt().unwrap()).unwrap()
    };
    let arrivals = [import_attempt(0), import_attempt(1), import_attempt(0)];
    assert_eq!(arrivals, [Arrival::Added, Arrival::Continued, Arrival::Known]);
    assert_eq!(there.attempt(Number(1)).unwrap().unwrap().attempt().unwrap(), other);
}

#[test]
fn a_text_that_was_asked_here_takes_the_place_of_one_that_came_in() {
    let (here, there) = (folder(), folder());
    let (mut here, mut there) = (open(here.path()), open(there.path()));
    let (number, attempt) = answered(&mut here);
    let mut forged = ExportedAttempt::from(here.attempt(number).unwrap().unwrap());
    forged.paper.parts[0].text = "title = 'Another'".into();
    there.import_attempt(&forged, &attempt).unwrap();
    answered(&mut there);
    let kept = there.attempt(Number(1)).unwrap().unwrap();
    assert_eq!(kept.paper.parts[0].text, "title = 'Quiz 1'");
}
