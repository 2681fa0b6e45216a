//! `viva list` and `viva show`

use serde_json::Value;

use crate::harness::Viva;

const SECRETS: &str = r#"title = "T"
[[questions]]
prompt = "One?"
answer = "secretmodel"
hint = "secrethint"
sources = ["secretsource"]
keywords = [{ term = "secretterm", aliases = ["secretalias"], feedback = "secretfeedback" }]
misconceptions = [{ any = ["secretwrong"], penalty = 0.5 }]
examples = [{ answer = "secretexample", at_most = 0.0 }]
[[questions]]
type = "cloze"
prompt = "Fill {{secretgap}} in."
[[questions]]
type = "order"
prompt = "Order?"
items = ["zebra", "ant"]
"#;

#[test]
fn nothing_of_the_key_is_shown() {
    for format in ["text", "json"] {
        let output = Viva::new()
            .file("quiz.toml", SECRETS)
            .args(["show", "quiz.toml", "--format", format])
            .output();
        assert_eq!(output.status, 0, "{}", output.stderr);
        assert!(!output.stdout.contains("secret"), "{}", output.stdout);
        let place = |item: &str| output.stdout.find(item).expect("an item");
        assert!(place("ant") < place("zebra"), "items stand in the right order");
    }
}

#[test]
fn the_key_is_shown_on_request() {
    let output =
        Viva::new().file("quiz.toml", SECRETS).args(["show", "quiz.toml", "--answers"]).output();
    for part in ["secretmodel", "secretterm", "secretalias", "secretgap"] {
        assert!(output.stdout.contains(part), "{part} is missing: {}", output.stdout);
    }
}

#[test]
fn every_bundled_quiz_is_listed() {
    let output = Viva::new().args(["list", "--format", "json"]).output();
    let entries: Vec<Value> = serde_json::from_str(&output.stdout).expect("JSON");
    let names: Vec<_> = entries.iter().map(|entry| entry["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["django", "rust", "sql"]);
    let text = Viva::new().args(["list"]).output().stdout;
    assert!(names.iter().all(|name| text.contains(name)), "{text}");
}
