//! What tests of the history have in common: one quiz, its right answers, and a look into a data folder.

use std::path::Path;

use vivavoce::attempt::{Attempt, Given};
use vivavoce::store::{Number, Store, examine};

use crate::harness::{Output, Viva};

pub const EVERY_TYPE: &str = include_str!("../pty/every_type.toml");
pub const TITLE: &str = "All types";

/// Right answers to the eight questions.
pub const RIGHT: [&str; 8] = [
    "pre_save and post_save upon an event",
    "makemigrations",
    "2",
    "1|2",
    "no",
    "1.35",
    "edit models.py|makemigrations|migrate",
    "urlpatterns|re_path",
];

pub fn run(data: &Path) -> Viva {
    Viva::new().file("quiz.toml", EVERY_TYPE).env("VIVA_DATA_DIR", &data.to_string_lossy()).args([
        "run",
        "quiz.toml",
        "--format",
        "json",
    ])
}

pub fn history(data: &Path, arguments: &[&str]) -> Output {
    let viva = Viva::new().env("VIVA_DATA_DIR", &data.to_string_lossy()).args(["history"]);
    viva.args(arguments.iter().copied()).output()
}

pub fn report(output: &Output) -> serde_json::Value {
    serde_json::from_str(&output.stdout).expect("a report in JSON")
}

pub fn lines(answers: &[&str]) -> String {
    answers.join("\n") + "\n"
}

pub fn store(data: &Path) -> Store {
    let opened = Store::open_existing(data).expect("a history").expect("a history");
    assert_eq!(opened.set_aside, None);
    let health = examine(data).expect("a database").expect("a database");
    assert_eq!(health.problems, Vec::<String>::new());
    opened.store
}

pub fn attempt(store: &Store, number: i64) -> Option<Attempt> {
    store.attempt(Number(number)).expect("a database").map(|kept| kept.attempt().expect("events"))
}

pub fn answers(attempt: &Attempt) -> Vec<Given> {
    let places = (0..attempt.drawn().len()).filter_map(|place| attempt.progress(place));
    places.filter_map(|progress| progress.answer().cloned()).collect()
}
