//! `viva check`

use serde_json::Value;

use crate::harness::Viva;

const GOOD: &str = "title = \"Signals\"\n[[questions]]\nprompt = \"What is sent?\"\n\
    answer = \"`pre_save` is sent.\"\nkeywords = [\"pre_save\"]\n\
    examples = [{ answer = \"pre_save\", at_least = 1.0 }]\n";
const WARNS: &str = "title = \"Signals\"\n[[questions]]\nprompt = \"What is pre_save?\"\n\
    keywords = [\"pre_save\"]\n";
const BROKEN: &str = "title = \"Signals\"\n[[questions]]\nprompt = \"What?\"\nkeyword = [\"x\"]\n";

#[test]
fn a_good_quiz_passes() {
    Viva::new()
        .file("quiz.toml", GOOD)
        .args(["check", "quiz.toml"])
        .stdout("1 file: 0 errors, 0 warnings; 1 example run\n")
        .run();
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let output = Viva::new().file("quiz.toml", WARNS).args(["check", "quiz.toml"]).output();
    assert_eq!(output.status, 0);
    insta::assert_snapshot!(output.stdout);
    let denied = ["check", "--deny", "warnings", "quiz.toml"];
    assert_eq!(Viva::new().file("quiz.toml", WARNS).args(denied).output().status, 1);
}

#[test]
fn every_file_is_checked_and_an_error_of_one_fails() {
    let output = Viva::new()
        .file("good.toml", GOOD)
        .file("broken.toml", BROKEN)
        .args(["check", "good.toml", "broken.toml"])
        .output();
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("broken.toml:4:1"), "{}", output.stdout);
    assert!(
        output.stdout.ends_with("2 files: 1 error, 0 warnings; 1 example run\n"),
        "{}",
        output.stdout
    );
}

#[test]
fn a_missing_file_is_no_result() {
    let output = Viva::new().args(["check", "nowhere.toml"]).output();
    assert_eq!((output.status, output.stdout.as_str()), (3, ""));
    assert!(output.stderr.contains("nowhere.toml"));
}

#[test]
fn a_missing_file_does_not_stop_the_others() {
    let output = Viva::new()
        .file("warns.toml", WARNS)
        .args(["check", "nowhere.toml", "warns.toml", "gone.toml"])
        .output();
    assert_eq!(output.status, 3);
    assert!(output.stdout.contains("warns.toml:4:13"), "{}", output.stdout);
    assert!(output.stdout.ends_with("1 file: 0 errors, 1 warning; 0 examples run\n"));
    for name in ["nowhere.toml: no such file", "gone.toml: no such file"] {
        assert!(output.stderr.contains(name), "{}", output.stderr);
    }
    let json = Viva::new()
        .file("good.toml", GOOD)
        .args(["check", "nowhere.toml", "good.toml", "--format", "json"])
        .output();
    let document: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!((json.status, document["files"].as_array().map(Vec::len)), (3, Some(1)));
    assert_eq!(document["files"][0]["examples"], 1);
}

#[test]
fn of_very_many_problems_the_first_are_drawn_and_all_are_in_the_json() {
    let many = BROKEN.to_owned() + &"[[questions]]\nx = 1\n".repeat(300);
    let output = Viva::new().file("quiz.toml", &many).args(["check", "quiz.toml"]).output();
    assert_eq!(output.stdout.matches("error[V").count(), 200);
    let json = ["check", "--format", "json", "quiz.toml"];
    let json = Viva::new().file("quiz.toml", &many).args(json).output();
    let value: Value = serde_json::from_str(&json.stdout).expect("JSON");
    let all = value["files"][0]["problems"].as_array().map_or(0, Vec::len);
    let rest = format!("and {} more problems in quiz.toml", all - 200);
    assert!(output.stdout.contains(&rest), "{rest}");
    assert!(
        output.stdout.ends_with(&format!("1 file: {all} errors, 0 warnings; 0 examples run\n"))
    );
}

#[test]
fn json_names_every_place() {
    let output = Viva::new()
        .file("quiz.toml", WARNS)
        .args(["check", "--format", "json", "quiz.toml"])
        .output();
    let value: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let problem = &value["files"][0]["problems"][0];
    assert_eq!(problem["code"], "V101");
    assert_eq!((&problem["line"], &problem["column"]), (&Value::from(4), &Value::from(13)));
    assert_eq!(problem["related"][0]["line"], 3);
}

#[test]
fn a_code_explains_itself() {
    let output = Viva::new().args(["check", "--explain", "V107"]).output();
    assert!(
        output.stdout.starts_with("V107: a hint gives a keyword away\n\n"),
        "{}",
        output.stdout
    );
    let unknown = Viva::new().args(["check", "--explain", "V999"]).output();
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("no problem has the code V999"));
}

#[test]
fn the_bundled_quizzes_pass_without_a_warning() {
    let names = vivavoce::quiz::BUNDLED.iter().map(|quiz| quiz.name);
    let arguments = ["check", "--deny", "warnings"].into_iter().chain(names);
    let output = Viva::new().args(arguments).output();
    assert_eq!(output.status, 0, "{}", output.stdout);
}

#[test]
fn json_has_the_form_that_the_schema_says() {
    let schema = Viva::new().args(["schema", "check"]).output().stdout;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let form = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let output = Viva::new()
        .file("good.toml", GOOD)
        .file("warns.toml", WARNS)
        .file("broken.toml", BROKEN)
        .args(["check", "--format", "json", "good.toml", "warns.toml", "broken.toml"])
        .output();
    let document: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let complaints: Vec<_> = form.iter_errors(&document).map(|error| error.to_string()).collect();
    assert_eq!(complaints, [] as [String; 0]);
    assert!(!form.is_valid(&serde_json::json!({ "files": [{}] })));
}
