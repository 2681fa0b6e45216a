//! Attempts of the history, graded again and reported beside others.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::Viva;

const QUIZ: &str = r#"title = "Words"

[[questions]]
id = "colour"
prompt = "Which colour?"
type = "short"
accept = ["red"]

[[questions]]
id = "size"
prompt = "Which size?"
type = "short"
accept = ["small"]
"#;

fn viva(data: &TempDir, arguments: &[&str]) -> Viva {
    let viva = Viva::new().env("VIVA_DATA_DIR", &Path::join(data.path(), "data").to_string_lossy());
    viva.args(arguments.iter().copied())
}

/// A data folder with an attempt of which "blue" was wrong.
fn practised() -> (TempDir, String) {
    let data = TempDir::new().expect("a folder");
    let quiz = data.path().join("words.toml").to_string_lossy().into_owned();
    std::fs::write(&quiz, QUIZ).expect("a quiz");
    viva(&data, &["run", &quiz]).stdin("blue\nsmall\n").output();
    (data, quiz)
}

#[test]
fn a_regrade_says_what_todays_quiz_would_give_and_changes_nothing() {
    let (data, quiz) = practised();
    viva(&data, &["history", "regrade"])
        .stdout("1 attempt graded again, 0 with other figures\n")
        .run();
    let changed = QUIZ
        .replace("[\"red\"]", "[\"red\", \"blue\"]")
        .replace("id = \"size\"", "id = \"length\"");
    std::fs::write(&quiz, changed).expect("a quiz");
    let expected = "1  Words: 0 -> 1 points\n  colour: 0 -> 1 of 1\n  size: not asked any more\n\
                    1 attempt graded again, 1 with other figures\n";
    viva(&data, &["history", "regrade", "1"]).stdout(expected).run();
    viva(&data, &["history", "regrade", "--keep"]).stdout(expected).run();
    viva(&data, &["history", "regrade"])
        .stdout("1  Words: 1 -> 1 points\n  size: not asked any more\n1 attempt graded again, 1 with other figures\n")
        .run();
    let unknown = viva(&data, &["history", "regrade", "7"]).output();
    assert_eq!(unknown.stderr, "no attempt 7; `viva history` lists them\n");
    assert_eq!(unknown.status, 3);
}

#[test]
fn a_regrade_and_an_export_follow_their_schemas() {
    let (data, quiz) = practised();
    std::fs::write(&quiz, QUIZ.replace("\"red\"", "\"blue\"")).expect("a quiz");
    let follows = |subject: &str, arguments: &[&str]| {
        let schema = Viva::new().args(["schema", subject]).output().stdout;
        let schema: Value = serde_json::from_str(&schema).expect("a schema");
        let printed = viva(&data, arguments).output().stdout;
        let printed: Value = serde_json::from_str(&printed).expect("JSON");
        jsonschema::validate(&schema, &printed).expect("as the schema says");
        printed
    };
    let regraded = follows("regrade", &["history", "regrade", "--format", "json"]);
    assert_eq!(regraded[0]["changed"][0]["question"], "colour");
    follows("export", &["history", "export"]);
}

#[test]
fn attempts_of_the_history_stand_beside_other_reports() {
    let (data, quiz) = practised();
    let second = ["run", &quiz, "--candidate", "ada", "--format", "json"];
    let second = viva(&data, &second).stdin("red\nsmall\n").output().stdout;
    let shown = viva(&data, &["report", "--attempt", "2", "--format", "json"]).output().stdout;
    assert_eq!(shown, second);
    let both =
        viva(&data, &["report", "--attempt", "1,2", "--rows", "attempts", "--format", "csv"]);
    assert_eq!(both.output().stdout.lines().count(), 3);
    let mixed =
        viva(&data, &["report", "--attempt", "1", "-", "--rows", "attempts", "--format", "csv"]);
    assert_eq!(mixed.stdin(second).output().stdout.lines().count(), 3);
    let none = viva(&data, &["report", "--attempt", "9"]).output();
    assert_eq!(
        (none.stderr.as_str(), none.status),
        ("no attempt 9; `viva history` lists them\n", 3)
    );
}
