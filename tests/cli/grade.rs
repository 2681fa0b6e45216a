//! `viva grade` and `viva explain`

use serde_json::Value;

use crate::harness::Viva;

const QUIZ: &str = "title = \"Signals\"\n[[questions]]\nid = \"signals\"\nprompt = \"What is sent?\"\n\
    points = 2\nkeywords = [\"pre_save\", \"post_save\"]\n\
    [[questions]]\nid = \"sync\"\ntype = \"boolean\"\nprompt = \"Synchronous?\"\ncorrect = true\n";

fn graded(input: &str, arguments: &[&str]) -> crate::harness::Output {
    let arguments = ["grade", "quiz.toml", "-"].iter().chain(arguments);
    Viva::new().file("quiz.toml", QUIZ).stdin(input).args(arguments.copied()).output()
}

#[test]
fn a_bad_row_is_named_and_the_rest_is_graded() {
    let csv = "candidate,question,answer\nann,signals,per_save\nbob,nope,x\nbob,sync,yes\n";
    let output = graded(csv, &["--format", "jsonl"]);
    assert_eq!(output.status, 1);
    assert!(output.stderr.starts_with("<stdin>:3: unknown question `nope`"), "{}", output.stderr);
    let lines: Vec<Value> =
        output.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!((&lines[0]["candidate"], &lines[0]["points"]), (&"ann".into(), &1.into()));
    assert_eq!(lines[0]["keywords"][0]["state"], "fuzzy");
    assert_eq!(lines[0]["keywords"][0]["spans"], serde_json::json!([[0, 8]]));
    assert_eq!(lines[0]["keywords"][1]["similarity"], Value::Null);
    assert_eq!(lines[1]["error"]["line"], 3);
    assert_eq!(lines[2]["points"], 1);
}

#[test]
fn json_lines_may_be_broken_or_not_utf8() {
    let mut input =
        b"{\"candidate\":\"a\",\"question\":\"signals\",\"answer\":\"pre_save\"}\n{oops\n".to_vec();
    input.extend(b"{\"candidate\":\"\xff\",\"question\":\"signals\",\"answer\":\"x\"}\n");
    input.extend(br#"{"candidate":"b","question":"signals","answer":"\ud800 post_save"}"#);
    let output = Viva::new()
        .file("quiz.toml", QUIZ)
        .stdin(&input)
        .args(["grade", "quiz.toml", "-", "--format", "jsonl"])
        .output();
    assert_eq!((output.status, output.stdout.lines().count()), (1, 4));
    assert!(output.stderr.contains("<stdin>:2: "), "{}", output.stderr);
    assert!(output.stderr.contains("<stdin>:3: "), "{}", output.stderr);
}

#[test]
fn further_columns_are_carried_and_formulas_disarmed() {
    let csv = "candidate,question,answer,room\n=cmd,signals,pre_save,42\n";
    let output = graded(csv, &["--format", "csv"]);
    assert_eq!(output.status, 0, "{}", output.stderr);
    let mut reader = csv::Reader::from_reader(output.stdout.as_bytes());
    assert!(reader.headers().unwrap().iter().any(|name| name == "room"));
    let row = reader.records().next().unwrap().unwrap();
    assert!(row.iter().all(|field| !field.starts_with('=')), "{row:?}");
    assert!(row.iter().any(|field| field == "42"));
}

#[test]
fn the_table_adds_up_by_candidate_and_topic() {
    let csv =
        "candidate,question,answer\nann,signals,pre_save post_save\nann,sync,yes\nbob,sync,no\n";
    let output = graded(csv, &[]);
    assert_eq!(output.status, 0, "{}", output.stderr);
    insta::assert_snapshot!(output.stdout);
}

#[test]
fn a_missing_file_stops_before_anything_is_graded() {
    let output =
        Viva::new().file("quiz.toml", QUIZ).args(["grade", "quiz.toml", "nowhere.csv"]).output();
    assert_eq!((output.status, output.stdout.as_str()), (3, ""));
    assert!(output.stderr.contains("nowhere.csv"));
}

#[test]
fn an_explanation_names_the_rule_and_the_nearest_thing() {
    let output = Viva::new()
        .file("quiz.toml", QUIZ)
        .args(["explain", "quiz.toml", "signals", "per_save, and later postsav\u{1b}[31m"])
        .output();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(!output.stdout.contains('\u{1b}'));
    insta::assert_snapshot!(output.stdout);
}

#[test]
fn an_unknown_question_names_the_nearest() {
    let output =
        Viva::new().file("quiz.toml", QUIZ).args(["explain", "quiz.toml", "signal", "x"]).output();
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("did you mean `signals`?"), "{}", output.stderr);
}
