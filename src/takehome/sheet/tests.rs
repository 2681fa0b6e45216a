use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::quiz::Quiz;
use crate::takehome::document::document;
use crate::takehome::key::PrivateKey;
use crate::takehome::pack::Order;
use crate::takehome::pack_id::PackId;

fn key() -> PrivateKey {
    PrivateKey::generate(&mut ChaCha20Rng::from_seed([1; 32]))
}

/// A question of every type.
fn quiz() -> Quiz {
    let loaded = crate::quiz::read(include_str!("../../../checks/every.toml"));
    loaded.value.expect("a quiz").quiz
}

fn page() -> String {
    let message = Some(Markdown::new("Good **luck**."));
    let order = Order { message, time_limit: Some(Millis(60_000)), ..Order::default() };
    document(&Pack::new(&quiz(), &key(), PackId([1; 16]), &order).expect("a pack"))
}

#[test]
fn a_packed_quiz_is_asked_in_its_own_words() {
    let (sheet, quiz) = (Sheet::read(&page()).unwrap(), quiz());
    assert_eq!(sheet.message, Some(Markdown::new("Good **luck**.")));
    assert_eq!(sheet.key, *key().public());
    assert_eq!(sheet.questions().len(), quiz.questions.len());
    for (asked, question) in sheet.questions().iter().zip(&quiz.questions) {
        assert_eq!(asked.prompt.as_str(), question.prompt.as_str().trim());
        assert_eq!(asked.task.kind(), question.task.kind());
        assert_eq!((asked.points, asked.level), (question.points, question.level));
    }
}

#[test]
fn what_is_picked_is_handed_in_by_handle_and_shown_by_its_text() {
    let sheet = Sheet::read(&page()).unwrap();
    for (place, question) in sheet.questions().iter().enumerate() {
        let parts = sheet.packed(place).unwrap().kind.parts();
        let given = match &question.task {
            Task::Choice(_) => Given::text("2"),
            Task::Multi(_) => Given::text("2|1"),
            Task::Order(_) => Given::parts((1..=parts.len()).rev().map(|it| it.to_string())),
            _ => continue,
        };
        let handed_in = sheet.handed_in(place, &given).unwrap();
        let handle = |at: usize| parts[at].handle.as_str().to_owned();
        let expected = match &question.task {
            Task::Choice(_) => Given::text(handle(1)),
            Task::Multi(_) => Given::parts([handle(0), handle(1)]),
            _ => Given::parts((0..parts.len()).rev().map(handle)),
        };
        assert_eq!(handed_in, expected);
        let shown = sheet.shown(place, &handed_in);
        assert_eq!(sheet.handed_in(place, &shown).unwrap(), handed_in, "{shown:?}");
    }
}

#[test]
fn what_cannot_be_read_as_an_answer_is_refused() {
    let sheet = Sheet::read(&page()).unwrap();
    let is_choice = |it: &Question| matches!(it.task, Task::Choice(_));
    let choice = sheet.questions().iter().position(is_choice).unwrap();
    assert!(sheet.handed_in(choice, &Given::text("none of them")).is_err());
    assert_eq!(sheet.handed_in(choice, &Given::text(" ")).unwrap(), Given::text(""));
}

#[test]
fn a_file_that_was_edited_is_refused() {
    let page = page();
    let refused = |page: &str| Sheet::read(page).unwrap_err().to_string();
    assert!(refused("<!DOCTYPE html>").contains("no file"));
    assert!(refused(page.split("</script>").next().unwrap()).contains("cut off"));
    let edited = page.replace(
        "\"time_limit\":60000,\"deadline\":null,\"title\"",
        "\"time_limit\":99,\"deadline\":null,\"title\"",
    );
    assert_ne!(edited, page);
    assert!(refused(&edited).contains("signed"));
    assert!(
        refused(&page.replace("\"version\":1,\"manifest\"", "\"version\":2,\"manifest\""))
            .contains("version 2")
    );
    assert!(
        refused(&page.replace("\"gaps\":2", "\"gaps\":4000000000")).contains("cannot be answered")
    );
    assert!(refused(&page.replacen("\\u003cp>", "\\u003cp onclick='x'>", 1)).contains("onclick"));
    assert!(refused(&page.replace("\"point\":\"B", "\"point\":\"C")).contains("key"));
}
