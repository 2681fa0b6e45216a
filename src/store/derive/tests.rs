use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::attempt::{Attempt, Drawn, Given, Millis, Mode, Occasion, Start};
use crate::quiz::question::QuestionId;
use crate::quiz::{AnswerText, Digest, PerMille, TopicId};
use crate::review::{Known, Rating};
use crate::store::{AttemptUpdate, KeptQuiz, Paper, Source};

const DAY: u64 = 86_400_000;

fn open(folder: &Path) -> Store {
    Store::open(folder).unwrap().store
}

fn paper() -> Paper {
    let (digest, title) = (Digest([1; 32]), "Django".to_owned());
    let source = Source::Bundled("django".into());
    let quiz = KeptQuiz { digest, title: title.clone(), text: String::new(), source };
    Paper { digest, title, parts: vec![quiz] }
}

fn attempt(candidate: Option<&str>) -> Attempt {
    let drawn =
        |id: &str| Drawn { question: QuestionId::new(id), shown: Vec::new(), time_limit: None };
    let mut attempt = Attempt::begin(Start {
        quiz: Digest([1; 32]),
        candidate: candidate.map(AnswerText::new),
        started: Millis(0),
        mode: Mode::Practice,
        occasion: Occasion::Quiz,
        seed: 1,
        time_limit: None,
        questions: vec![drawn("orm"), drawn("views")],
    });
    attempt.show(0, Millis(0)).unwrap();
    attempt.answer(0, Given::text("joins"), Millis(1)).unwrap();
    attempt
}

fn reviewed(place: usize, question: &str, day: u64, rating: Rating) -> Reviewed {
    let earned = if rating.is_miss() { 0 } else { 2000 };
    Reviewed {
        place,
        subject: Subject {
            quiz: "Django".into(),
            question: QuestionId::new(question),
            topic: TopicId::new("models"),
            topic_title: "Models".into(),
            kind: "text".into(),
            level: Some(Level::Mid),
        },
        review: Review {
            at: Millis(day * DAY),
            rating,
            earned: Points::from_thousandths(earned),
            possible: Points::from_thousandths(2000),
            spent: Millis(4000),
            missed: if rating.is_miss() { vec!["joins".into(), "rows".into()] } else { vec![] },
            claimed: Vec::new(),
        },
    }
}

fn begin(store: &mut Store, candidate: Option<&str>, reviews: &[Reviewed]) -> Number {
    let attempt = attempt(candidate);
    let now = Millis(100 * DAY);
    store.begin(&paper(), &AttemptUpdate { attempt: &attempt, reviews, now }).unwrap().0
}

fn only(store: &Store, person: Option<&str>) -> Known {
    let cards = store.cards(person).unwrap();
    let [card] = cards.as_slice() else { panic!("{cards:?}") };
    card.clone()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn a_card_says_what_the_answers_of_one_person_say_in_the_order_of_their_times() {
    let folder = folder();
    let mut store = open(folder.path());
    begin(&mut store, None, &[reviewed(0, "orm", 5, Rating::Good)]);
    begin(&mut store, None, &[reviewed(0, "orm", 2, Rating::Again)]);
    begin(&mut store, Some("ada"), &[reviewed(0, "orm", 9, Rating::Easy)]);
    let Known { subject, card } = only(&store, None);
    assert_eq!(subject, reviewed(0, "orm", 0, Rating::Good).subject);
    let reviews = [(2, Rating::Again), (5, Rating::Good)];
    let reviews = reviews.map(|(day, rating)| reviewed(0, "orm", day, rating).review);
    assert_eq!(Some(card), Card::of(&reviews));
    assert_eq!(only(&store, Some("ada")).card.reviews, 1);
    assert_eq!(store.cards(Some("bob")).unwrap(), []);
}

#[test]
fn an_answer_that_changes_counts_once() {
    let folder = folder();
    let mut store = open(folder.path());
    let number = begin(&mut store, None, &[reviewed(0, "orm", 1, Rating::Again)]);
    let attempt = attempt(None);
    let changed = [reviewed(0, "orm", 1, Rating::Good), reviewed(1, "views", 1, Rating::Hard)];
    let news = AttemptUpdate { attempt: &attempt, reviews: &changed, now: Millis(0) };
    store.append(number, attempt.log().len(), &news).unwrap();
    let cards = store.cards(None).unwrap();
    let counts: Vec<_> = cards.iter().map(|it| (it.card.reviews, it.card.misses)).collect();
    assert_eq!(counts, [(1, 0), (1, 1)]);
}

#[test]
fn what_is_deleted_is_forgotten() {
    let folder = folder();
    let mut store = open(folder.path());
    let first = begin(&mut store, None, &[reviewed(0, "orm", 1, Rating::Again)]);
    let second = begin(&mut store, None, &[reviewed(0, "orm", 3, Rating::Good)]);
    store.delete(second).unwrap();
    assert_eq!(only(&store, None).card.share, PerMille::ZERO);
    store.delete(first).unwrap();
    assert_eq!(store.cards(None).unwrap(), []);
}

#[test]
fn what_was_not_worked_out_is_worked_out_once() {
    let folder = folder();
    let mut store = open(folder.path());
    let number = begin(&mut store, None, &[]);
    store.connection.execute("UPDATE attempt SET derived = 0", []).unwrap();
    assert_eq!(store.underived(10).unwrap(), [number]);
    let gone = Number(99);
    let says = |number| (number, vec![reviewed(0, "orm", 1, Rating::Good)]);
    store.derive(&[says(gone), says(number)]).unwrap();
    assert_eq!(store.underived(10).unwrap(), []);
    assert_eq!(only(&store, None).card.reviews, 1);
}

#[test]
fn memory_follows_a_question_to_its_new_name() {
    let folder = folder();
    let mut store = open(folder.path());
    begin(&mut store, None, &[reviewed(0, "orm", 1, Rating::Again)]);
    store.rename("Other", &[("orm", "queries")]).unwrap();
    assert_eq!(only(&store, None).subject.question.as_str(), "orm");
    store.rename("Django", &[("orm", "queries")]).unwrap();
    assert_eq!(only(&store, None).subject.question.as_str(), "queries");
    // An attempt from another machine comes with the earlier name.
    begin(&mut store, None, &[reviewed(0, "orm", 0, Rating::Good)]);
    store.rename("Django", &[("orm", "queries")]).unwrap();
    let Known { subject, card } = only(&store, None);
    assert_eq!((subject.question.as_str(), card.reviews, card.misses), ("queries", 2, 1));
    assert_eq!(card.share, PerMille::ZERO);
}

#[test]
fn the_last_review_is_that_of_the_last_time_whichever_came_in_last() {
    let folder = folder();
    let mut store = open(folder.path());
    begin(&mut store, None, &[reviewed(0, "orm", 5, Rating::Good)]);
    begin(&mut store, None, &[reviewed(0, "orm", 2, Rating::Again)]);
    let orm = QuestionId::new("orm");
    let last = |before| {
        let last = store.last_review(None, "Django", &orm, Millis(before * DAY)).unwrap();
        last.map(|last| (last.at.0 / DAY, last.share))
    };
    assert_eq!(last(9), Some((5, PerMille::ONE)));
    assert_eq!(last(5), Some((2, PerMille::ZERO)));
    assert_eq!(last(2), None);
    assert_eq!(store.last_review(Some("ada"), "Django", &orm, Millis(9 * DAY)).unwrap(), None);
}
