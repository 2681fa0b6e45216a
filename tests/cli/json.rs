//! What `--format json` and `jsonl` have in common, whatever the command: a form that `viva schema`
//! describes, and nothing that a terminal obeys.

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::Viva;

/// Escape, CSI, delete, a line break that is none, right to left, isolate, a hidden tag.
const HOSTILE: &str = "\u{1b}[31m\u{9b}31m\u{7f}\u{85}\u{202e}\u{2066}\u{e0041}";

/// A quiz in which everything that a person writes is hostile.
fn quiz() -> String {
    let text = "\\u001b[31m\\u009b31m\\u007f\\u0085\\u202e\\u2066\\U000e0041";
    format!(
        "title = \"Title {text}\"\ndescription = \"{text}\"\n[[topics]]\nid = \"t\"\ntitle = \"{text}\"\n\
         [[questions]]\nid = \"q\"\ntopic = \"t\"\ntags = [\"x\"]\nprompt = \"What is sent? {text}\"\n\
         answer = \"A queue is sent {text}.\"\nhint = \"queue {text}\"\nsources = [\"https://x.org/{text}\"]\n\
         keywords = [{{ label = \"{text}\", any = [\"queue\"], feedback = \"{text}\" }}]\n\
         misconceptions = [{{ label = \"wrong {text}\", any = [\"stack\"], penalty = 1, feedback = \"{text}\" }}]\n\
         examples = [{{ answer = \"nothing {text}\", at_least = 1.0 }}]\n"
    )
}

/// What a command with a `--format` prints, and what describes it.
fn cases() -> Vec<(&'static [&'static str], &'static str)> {
    vec![
        (&["check", "quiz.toml", "--format", "json"], "check"),
        (&["show", "quiz.toml", "--answers", "--format", "json"], "show"),
        (&["explain", "quiz.toml", "q", "stac \u{202e}\u{9b}", "--format", "json"], "explain"),
        (&["grade", "quiz.toml", "rows.csv", "--format", "jsonl"], "rows"),
        (&["report", "rows.csv", "--quiz", "quiz.toml", "--format", "json"], "report"),
        (&["calibrate", "quiz.toml", "scored.csv", "--format", "json"], "calibrate"),
        (&["suggest", "bare.toml", "--format", "json"], "suggest"),
        (&["run", "quiz.toml", "--answers", "answers.json", "--format", "json"], "report"),
        (&["history", "--format", "json"], "history"),
        (&["history", "show", "1", "--format", "json"], "report"),
        (&["history", "regrade", "--format", "json"], "regrade"),
        (&["history", "export"], "export"),
        (&["review", "--list", "--format", "json"], "review"),
        (&["stats", "--format", "json"], "stats"),
        (&["config", "--format", "json"], "config"),
        (&["doctor", "--format", "json"], "doctor"),
        (&["list", "--format", "json"], "list"),
    ]
}

#[test]
fn no_json_holds_what_a_terminal_obeys_and_all_of_it_has_its_schema() {
    let data = TempDir::new().expect("a folder");
    let answers = serde_json::json!({ "q": format!("stack {HOSTILE}") }).to_string();
    let quiz = quiz();
    let without_keywords = quiz.lines().filter(|line| !line.starts_with("keywords"));
    let bare = without_keywords.collect::<Vec<_>>().join("\n");
    let config = "candidate = \"Ann \\u009b\\u202e\"\n";
    for (arguments, schema) in cases() {
        let output = Viva::new()
            .env("VIVA_DATA_DIR", &data.path().to_string_lossy())
            .env("VIVA_CONFIG", "config.toml")
            .file("config.toml", config)
            .file("quiz.toml", &quiz)
            .file("bare.toml", &bare)
            .file(
                "rows.csv",
                format!("candidate,question,answer,{HOSTILE}\n{HOSTILE},q,queue {HOSTILE},x\n"),
            )
            .file(
                "scored.csv",
                format!(
                    "candidate,question,answer,score\n{HOSTILE},q,queue {HOSTILE},1\nb,q,stack,0\n"
                ),
            )
            .file("answers.json", &answers)
            .args(arguments.iter().copied())
            .output();
        let said = &output.stdout;
        assert!(!said.is_empty(), "{arguments:?}: {output}");
        let obeyed = |c: char| {
            (c.is_control() && c != '\n') || matches!(c, '\u{202e}' | '\u{2066}' | '\u{e0041}')
        };
        let raw = said.find(obeyed).map(|at| &said[at.saturating_sub(40)..]);
        assert_eq!(raw, None, "{arguments:?}");
        follows(schema, said, arguments);
    }
}

/// Demands that each document in `said` has the form that `viva schema` gives.
fn follows(schema: &str, said: &str, arguments: &[&str]) {
    let schema = Viva::new().args(["schema", schema]).output().stdout;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let form = jsonschema::validator_for(&schema).expect("a JSON Schema");
    for document in serde_json::Deserializer::from_str(said).into_iter::<Value>() {
        let document = document.unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{said}"));
        let wrong: Vec<_> = form.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(wrong, [] as [String; 0], "{arguments:?}");
    }
    assert!(!form.is_valid(&Value::from(1)), "the schema of {arguments:?} takes anything");
}
