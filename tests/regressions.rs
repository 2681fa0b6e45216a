//! The kept inputs of the fuzz targets, held to what each target demands.

#[path = "../fuzz/properties/answers.rs"]
mod answers;
#[path = "../fuzz/properties/events.rs"]
mod events;
#[path = "../fuzz/properties/matchers.rs"]
mod matchers;
#[path = "../fuzz/properties/packs.rs"]
mod packs;
#[path = "../fuzz/properties/quiz.rs"]
mod quiz;
#[path = "../fuzz/properties/rows.rs"]
mod rows;
#[path = "../fuzz/properties/submissions.rs"]
mod submissions;

use std::fs;

/// Holds every kept input of `target` to its property.
fn every_input(target: &str, holds: fn(&[u8])) {
    let folder = format!("{}/fuzz/regressions/{target}", env!("CARGO_MANIFEST_DIR"));
    let inputs: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!inputs.is_empty());
    for input in inputs {
        println!("{}", input.display());
        holds(&fs::read(input).unwrap());
    }
}

#[test]
fn answers() {
    every_input("answers", answers::holds);
}

#[test]
fn events() {
    every_input("events", events::holds);
}

#[test]
fn matchers() {
    every_input("matchers", matchers::holds);
}

#[test]
fn packs() {
    every_input("packs", packs::holds);
}

#[test]
fn quiz() {
    every_input("quiz", quiz::holds);
}

#[test]
fn rows() {
    every_input("rows", rows::holds);
}

#[test]
fn submissions() {
    every_input("submissions", submissions::holds);
}
