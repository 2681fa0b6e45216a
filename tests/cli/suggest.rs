//! `viva suggest`

use serde_json::Value;

use crate::harness::Viva;

const BARE: &str = "# Mine\ntitle = \"Signals\"  # short\n\n[[questions]]\nid     = \"sent\"\n\
    prompt = \"What is sent?\"\nanswer = \"Django sends the signal `pre_save`.\"\n\n\
    # The one that was written by hand\n[[questions]]\nid       = \"by-hand\"\n\
    prompt   = \"Who receives it?\"\nanswer   = \"Every connected receiver.\"\n\
    keywords = [\"receiver\"]\n";

/// What is written for the first question.
const WRITTEN: &str = "full_at = 0.8\nnegation = \"flag\"\nkeywords = [\n";

#[test]
fn keywords_are_shown_and_written_in_place() {
    let output = Viva::new().file("quiz.toml", BARE).args(["suggest", "quiz.toml"]).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(output.stdout);
    let file = output.file("quiz.toml");
    let (before, rest) = BARE.split_once("\n\n# The one").expect("two questions");
    assert!(file.starts_with(&format!("{before}\n{WRITTEN}")), "{file}");
    assert!(file.ends_with(&format!("]\n\n# The one{rest}")), "{file}");
    let checked = Viva::new().file("quiz.toml", &file).args(["check", "quiz.toml"]).output();
    assert_eq!(checked.status, 0, "{}", checked.stdout);
    let again = Viva::new().file("quiz.toml", &file).args(["suggest", "quiz.toml"]).output();
    assert_eq!(again.stdout, "quiz.toml: nothing to propose\n");
    assert_eq!(again.file("quiz.toml"), file);
}

#[test]
fn a_diff_changes_nothing() {
    let arguments = ["suggest", "--stdout", "quiz.toml"];
    let output = Viva::new().file("quiz.toml", BARE).args(arguments).output();
    assert!(output.stdout.starts_with("--- quiz.toml\n+++ quiz.toml\n@@ "), "{}", output.stdout);
    assert!(output.stdout.contains("\n+negation = \"flag\"\n"), "{}", output.stdout);
    assert_eq!(output.file("quiz.toml"), BARE);
}

#[test]
fn all_adds_to_what_the_author_wrote() {
    let arguments = ["suggest", "--all", "quiz.toml"];
    let file = Viva::new().file("quiz.toml", BARE).args(arguments).output().file("quiz.toml");
    assert!(file.ends_with("keywords = [\n  \"receiver\",\n  \"connected\",\n]\n"), "{file}");
}

#[test]
fn a_question_without_a_model_answer_is_named() {
    let bare = "title = 'T'\n[[questions]]\nid = 'q1'\nprompt = 'What?'\n";
    let output = Viva::new().file("quiz.toml", bare).args(["suggest", "quiz.toml"]).output();
    assert_eq!(output.status, 1);
    assert!(output.stdout.starts_with("without keywords: q1 ("), "{}", output.stdout);
    assert_eq!(output.file("quiz.toml"), bare);
}

#[test]
fn what_is_wrong_beside_is_told_and_nothing_is_written() {
    let wrong = BARE.replace("answer =", "anwser =");
    let output = Viva::new().file("quiz.toml", &wrong).args(["suggest", "quiz.toml"]).output();
    assert_eq!((output.status, output.stdout.as_str()), (3, ""));
    assert!(output.stderr.contains("unknown key `anwser`"), "{}", output.stderr);
    assert_eq!(output.file("quiz.toml"), wrong);
}

#[test]
fn a_bundled_quiz_is_not_written() {
    let output = Viva::new().args(["suggest", "--all", "django"]).output();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    assert!(output.stderr.contains("`django` is bundled"), "{}", output.stderr);
}

#[test]
fn grading_a_draft_says_what_proposes_keywords() {
    let output = Viva::new().file("quiz.toml", BARE).args(["run", "quiz.toml"]).output();
    assert_eq!(output.status, 3);
    assert!(output.stderr.contains("error[V006]"), "{}", output.stderr);
    assert!(output.stderr.contains("viva suggest FILE"), "{}", output.stderr);
}

#[test]
fn hostile_model_answers_reach_no_terminal() {
    let hostile = BARE.replace("pre_save", "evil\\u001b[31mred\\u202e");
    let output = Viva::new().file("quiz.toml", &hostile).args(["suggest", "quiz.toml"]).output();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(!output.stdout.contains(['\u{1b}', '\u{202e}']), "{}", output.stdout);
}

#[test]
fn json_has_the_form_that_the_schema_says() {
    let schema = Viva::new().args(["schema", "suggest"]).output().stdout;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let form = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let arguments = ["suggest", "--format", "json", "quiz.toml"];
    let loud = BARE.replace("the signal", "the loud signal");
    let output = Viva::new().file("quiz.toml", loud).args(arguments).output();
    let document: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let complaints: Vec<_> = form.iter_errors(&document).map(|error| error.to_string()).collect();
    assert_eq!(complaints, [] as [String; 0]);
    let keywords = &document["questions"][0]["keywords"];
    assert_eq!(keywords[0]["label"], "Django");
    assert_eq!(keywords[2]["label"], "loud");
    assert_eq!(keywords[2]["aliases"][0]["alias"], "louder");
    assert_eq!(keywords[2]["aliases"][0]["reason"], "compared");
    assert!(!form.is_valid(&serde_json::json!({ "file": 1 })));
}
