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

const RICH: &str = r#"title = "T"
pass = 0.6
time_limit = "45m"
[[questions]]
id = "save"
tags = ["web", "orm"]
time_limit = "90s"
prompt = """
What does `save()` **send**?

```python
user.save()   # and then?
```
"""
keywords = ["pre_save"]
"#;

#[test]
fn prompts_are_shown_as_run_shows_them_with_all_that_a_candidate_may_know() {
    Viva::new()
        .file("quiz.toml", RICH)
        .args(["show", "quiz.toml"])
        .stdout(
            "T\n1 question · 1 point · 60% passes · 45m at most\n\n\
            1. save · general · text · 1 point · 1m 30s at most · #web · #orm\n   \
            What does `save()` send?\n\n       user.save()   # and then?\n",
        )
        .run();
}

#[test]
fn json_has_the_form_that_the_schemas_say() {
    for (command, subject) in
        [(vec!["list"], "list"), (vec!["show", "django", "--answers"], "show")]
    {
        let schema = Viva::new().args(["schema", subject]).output().stdout;
        let schema: Value = serde_json::from_str(&schema).expect("JSON");
        let form = jsonschema::validator_for(&schema).expect("a JSON Schema");
        let output = Viva::new().args(command).args(["--format", "json"]).output();
        let document: Value = serde_json::from_str(&output.stdout).expect("JSON");
        let complaints: Vec<_> =
            form.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(complaints, [] as [String; 0], "{subject}");
        assert!(!form.is_valid(&serde_json::json!({ "title": 1 })), "{subject}");
    }
}
