//! `viva stats`, and what a run's report says of the time before.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Output, Viva};

const QUIZ: &str = r#"title = "Words"

[[topics]]
id = "one"
title = "First words"

[[questions]]
id = "joins"
topic = "one"
prompt = "What does select_related do?"
keywords = ["joins", { term = "one query", aliases = ["single query"] }]

[[questions]]
id = "yes"
topic = "two"
type = "short"
prompt = "Say yes."
accept = ["yes"]
"#;

fn viva(data: &Path, now: &str, arguments: &[&str]) -> Viva {
    let viva = Viva::new().file("quiz.toml", QUIZ).env("VIVA_DATA_DIR", &data.to_string_lossy());
    viva.env("VIVA_NOW", now).env("TZ", "UTC").args(arguments.iter().copied())
}

fn run(data: &Path, now: &str, answers: &str) -> Output {
    viva(data, now, &["run", "quiz.toml"]).stdin(answers).output()
}

#[test]
fn nothing_kept_is_no_figure() {
    let data = TempDir::new().expect("a folder");
    viva(data.path(), "2026-11-25T10:00:00Z", &["stats"])
        .stdout("no figures: no answers are kept yet\n")
        .run();
    assert!(!data.path().join("vivavoce.db").exists());
}

#[test]
fn figures_say_what_practice_brought() {
    let data = TempDir::new().expect("a folder");
    run(data.path(), "2026-11-20T10:00:00Z", "no idea at all\nno\n");
    run(data.path(), "2026-11-24T10:00:00Z", "it joins\nyes\n");
    run(data.path(), "2026-11-25T10:00:00Z", "it joins in one query\nyes\n");
    let stats = viva(data.path(), "2026-11-25T11:00:00Z", &["stats"]).output();
    let shown: Vec<&str> = stats.stdout.lines().collect();
    assert_eq!(
        shown[..11],
        [
            "Practised on 3 days, 3 of the last 30, 2 in a row. 2 questions asked so far,",
            "none due today.",
            "",
            "The last weeks",
            "  last 7 days  3 days  █████░░░░░   58%  4 of 6 points",
            "",
            "How ready you are",
            "  Words",
            "    too few to tell, the pass mark is 70%; all 2 asked",
            "",
            "Topics, attempt by attempt",
        ]
    );
    assert_eq!(shown[11], "  Words: First words                        ▁▄█         100%   +50");
    assert_eq!(shown[12], "  Words: Two                                ▁██         100%");
    let narrow = viva(data.path(), "2026-11-25T11:00:00Z", &["stats"]).env("TERM", "dumb");
    let narrow = narrow.output().stdout;
    assert!(narrow.contains("  Words: First words                        059         100%   +50"));
    assert!(narrow.is_ascii(), "{narrow}");
}

#[test]
fn what_was_missed_and_claimed_is_counted_and_follows_the_schema() {
    let data = TempDir::new().expect("a folder");
    run(data.path(), "2026-11-20T10:00:00Z", "it joins\nno\n");
    run(data.path(), "2026-11-24T10:00:00Z", "\nyes\n");
    let json = ["stats", "--format", "json"];
    let stats = viva(data.path(), "2026-11-25T11:00:00Z", &json).output().stdout;
    let stats: Value = serde_json::from_str(&stats).expect("JSON");
    let schema = Viva::new().args(["schema", "stats"]).output().stdout;
    let schema = serde_json::from_str(&schema).expect("a schema");
    jsonschema::validate(&schema, &stats).expect("as the schema says");
    assert_eq!(
        (&stats["keywords"][0]["keyword"], &stats["keywords"][0]["times"]),
        (&"one query".into(), &2.into())
    );
    assert_eq!(
        (&stats["keywords"][1]["keyword"], &stats["keywords"][1]["times"]),
        (&"joins".into(), &1.into())
    );
    assert_eq!(stats["missed"][0]["question"], "joins");
    assert_eq!(stats["practised"]["in_a_row"], 1);
    assert_eq!(stats["readiness"][0]["expected"], Value::Null);
    assert_eq!(stats["claims"], Value::Array(Vec::new()));
}

#[test]
fn a_report_says_what_changed_since_the_last_time() {
    let data = TempDir::new().expect("a folder");
    let first = run(data.path(), "2026-11-20T10:00:00Z", "it joins\nyes\n");
    assert!(!first.stdout.contains("Since"), "{first}");
    let second = run(data.path(), "2026-11-24T10:00:00Z", "it joins in one query\nno\n");
    let since = "Since the last time, the same questions\n  First words    50% →  100%    +50\n  Two           100% →    0%   -100\n";
    assert!(second.stdout.contains(since), "{second}");
    let shown = viva(data.path(), "2026-11-25T10:00:00Z", &["history", "show", "2"]).output();
    assert!(shown.stdout.contains(since), "{shown}");
    let other = ["run", "quiz.toml", "--candidate", "ada"];
    let other = viva(data.path(), "2026-11-25T10:00:00Z", &other).stdin("it joins\nyes\n").output();
    assert!(!other.stdout.contains("Since"), "{other}");
}
