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
fn what_a_pattern_found_goes_by_its_label() {
    let quiz = "title = \"T\"\n[[questions]]\nid = \"q\"\nprompt = \"What comes first?\"\n\
        keywords = [{ label = \"a status line\", pattern = 'HTTP/1\\.[01] \\d{3}' }]\n";
    let row = "{\"candidate\":\"a\",\"question\":\"q\",\"answer\":\"It is HTTP/1.1 200\"}\n";
    let viva = Viva::new().file("quiz.toml", quiz).stdin(row);
    let output = viva.args(["grade", "quiz.toml", "-", "--format", "jsonl"]).output();
    let line: Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!(line["keywords"][0]["found"], serde_json::json!(["a status line"]));
    assert_eq!(line["keywords"][0]["spans"], serde_json::json!([[6, 18]]));
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
fn the_table_says_how_much_was_answered_beside_eight_topics() {
    let csv = "candidate,question,answer\nann,signals,pre_save\n";
    let output = Viva::new().args(["grade", "django", "-"]).stdin(csv).output();
    assert!(output.stdout.contains("passed  given"), "{}", output.stdout);
    assert!(output.stdout.lines().all(|line| line.len() <= 80), "{}", output.stdout);
}

#[test]
fn one_answer_of_twelve_is_no_pass() {
    let csv = "candidate,question,answer\nzed,request-order,1|2|3|4|5|6\n";
    let output = Viva::new().args(["grade", "django", "-"]).stdin(csv).output();
    let line = output.stdout.lines().find(|line| line.starts_with("zed")).expect("a line of Zed");
    let words: Vec<&str> = line.split_whitespace().take(4).collect();
    assert_eq!(words, ["zed", "4.8%", "no", "1"]);
}

/// Rows of every kind that a total may count or not.
const MIXED: &str = "candidate,question,answer\nann,signals,pre_save post_save\nann,sync,yes\n\
    bob,sync,yes\ncem,signals,pre_save\ncem,sync,perhaps\ncem,sync,yes\ndee,nope,x\n\
    eve,sync,no\neve,sync,yes\nfay,signals,\nfay,sync,yes\n";

#[test]
fn the_table_and_the_reports_count_alike() {
    let table = graded(MIXED, &[]).stdout;
    let reports = Viva::new()
        .file("quiz.toml", QUIZ)
        .stdin(MIXED)
        .args(["report", "-", "--quiz", "quiz.toml", "--format", "csv", "--rows", "attempts"])
        .output();
    let mut reader = csv::Reader::from_reader(reports.stdout.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let at = |name: &str| headers.iter().position(|header| header == name).expect("a column");
    let [name, share, passed, answered] = ["candidate", "share", "passed", "answered"].map(at);
    let mut compared = 0;
    for record in reader.records().map(Result::unwrap) {
        let line = table.lines().find(|line| line.starts_with(&record[name]));
        let line: Vec<&str> = line.expect("a line").split_whitespace().collect();
        let share: f64 = record[share].parse().unwrap();
        let told: f64 = line[1].trim_end_matches('%').parse().unwrap();
        assert!((told - share * 100.0).abs() < 0.001, "{line:?} {share}");
        assert_eq!((line[2] == "yes").to_string(), record[passed]);
        assert_eq!(line[3], &record[answered]);
        compared += 1;
    }
    assert_eq!(compared, 6);
    assert!(table.contains("2 rows for questions answered before"), "{table}");
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

#[test]
fn rows_keep_their_order_over_many_chunks_and_threads() {
    use std::fmt::Write as _;

    let mut csv = String::from("candidate,question,answer\n");
    for number in 0..20_000 {
        let question = if number % 1000 == 7 { "nope" } else { "signals" };
        let answer = if number % 2 == 0 { "pre_save" } else { "nothing" };
        writeln!(csv, "{number},{question},{answer}").unwrap();
    }
    let output = graded(&csv, &["--format", "jsonl"]);
    assert_eq!((output.status, output.stderr.lines().count()), (1, 20));
    for (number, line) in output.stdout.lines().enumerate() {
        let row: Value = serde_json::from_str(line).unwrap();
        if number % 1000 == 7 {
            assert_eq!(row["error"]["line"], number + 2);
        } else {
            assert_eq!(row["candidate"], number.to_string());
            assert_eq!(row["points"], usize::from(number % 2 == 0));
        }
    }
    assert_eq!(output.stdout.lines().count(), 20_000);
}

#[test]
fn several_files_are_graded_one_after_the_other() {
    let output = Viva::new()
        .file("quiz.toml", QUIZ)
        .file("a.csv", "candidate,question,answer\nann,sync,yes\n")
        .file("b.jsonl", "{\"candidate\":\"bob\",\"question\":\"x\",\"answer\":\"y\"}\n")
        .args(["grade", "quiz.toml", "a.csv", "b.jsonl", "--format", "jsonl"])
        .output();
    assert_eq!((output.status, output.stdout.lines().count()), (1, 2));
    assert!(output.stderr.starts_with("b.jsonl:1: unknown question `x`"), "{}", output.stderr);
    let refused: Value = serde_json::from_str(output.stdout.lines().nth(1).unwrap()).unwrap();
    assert_eq!(
        (&refused["error"]["file"], &refused["error"]["line"]),
        (&"b.jsonl".into(), &1.into())
    );
}

#[test]
fn in_csv_a_refused_row_of_one_of_several_files_names_it() {
    let output = Viva::new()
        .file("quiz.toml", QUIZ)
        .file("a.csv", "who,what\nann,yes\n")
        .file("b.csv", "candidate,question,answer,room\nann,sync,yes,42\nbob,nope,y,7\n")
        .args(["grade", "quiz.toml", "a.csv", "b.csv", "--format", "csv"])
        .output();
    assert_eq!(output.status, 1);
    let mut reader = csv::Reader::from_reader(output.stdout.as_bytes());
    assert_eq!(&reader.headers().unwrap()[8], "further");
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(&rows[0][7], "a.csv, line 1: the header has no column `candidate`");
    assert_eq!((&rows[1][0], &rows[1][8]), ("ann", r#"{"room":"42"}"#));
    assert!(rows[2][7].starts_with("b.csv, line 3: unknown question `nope`"), "{:?}", rows[2]);
}

#[test]
fn in_csv_no_further_column_of_json_lines_is_lost() {
    let lines = concat!(
        r#"{"candidate":"a","question":"sync","answer":"yes","room":42,"further":"mine"}"#,
        "\n",
        r#"{"candidate":"b","question":"sync","answer":"no","seat":"=1","room":43,"ok":null}"#,
    );
    let output = graded(lines, &["--format", "csv"]);
    assert_eq!((output.stderr.as_str(), output.status), ("", 0));
    let mut reader = csv::Reader::from_reader(output.stdout.as_bytes());
    let further: Vec<_> = reader.headers().unwrap().iter().skip(8).map(str::to_owned).collect();
    assert_eq!(further, ["room", "input_further", "further"]);
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!((&rows[0][8], &rows[0][9], &rows[0][10]), ("42", "mine", ""));
    assert_eq!((&rows[1][8], &rows[1][9]), ("43", ""));
    assert_eq!(&rows[1][10], r#"{"seat":"=1","ok":null}"#);
}

#[test]
fn every_line_fits_the_schema_of_rows() {
    let schema = Viva::new().args(["schema", "rows"]).output().stdout;
    let schema = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let csv = "candidate,question,answer,points\nann,signals,pre_svae and post,5\n\
        ann,sync,yes,1\nann,sync,perhaps,1\nann,signals,,0\n";
    let output = graded(csv, &["--format", "jsonl"]);
    assert_eq!(output.stdout.lines().count(), 4);
    for line in output.stdout.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        assert!(validator.is_valid(&row), "{line}");
        assert!(row.get("error").is_some() || row.get("input_points").is_some(), "{line}");
    }
    assert!(!validator.is_valid(&serde_json::json!({ "candidate": "ann" })));
}

#[test]
fn explain_says_that_a_short_answer_must_stand_alone() {
    let quiz = "title = \"T\"\n[[questions]]\nid = \"cherry\"\ntype = \"short\"\nprompt = \"Which command \
        copies a commit?\"\naccept = [\"git cherry-pick\"]\n";
    let explained = |answer: &str| {
        let arguments = ["explain", "quiz.toml", "cherry", answer];
        Viva::new().file("quiz.toml", quiz).args(arguments).output().stdout
    };
    assert_eq!(
        explained("use git cherry-pick"),
        "0 of 1 point\n\ngit cherry-pick: all that is written must be this; “git cherry-pick” is there,\n  \
         but does not count\n"
    );
    assert!(explained("git cherry pics").contains("be this; nearest is “git cherry pics”"));
    assert!(explained("git cherry-pick").ends_with("git cherry-pick: found as written\n"));
}

#[test]
fn a_hostile_row_reaches_neither_stream_raw() {
    let csv =
        "candidate,question,answer\n\u{1b}[31mann,\u{1b}[2J\u{202e},x\n\u{1b}[31mann,sync,yes\n";
    for format in ["text", "csv", "jsonl"] {
        let output = graded(csv, &["--format", format]);
        assert!(!output.stderr.contains(['\u{1b}', '\u{202e}']), "{}", output.stderr);
        assert!(!output.stdout.contains('\u{1b}'), "{}", output.stdout);
    }
}

#[test]
fn a_reader_that_leaves_early_ends_it_quietly() {
    use std::io::{BufRead, BufReader, Write as _};
    use std::process::{Command, Stdio};

    let folder = tempfile::tempdir().unwrap();
    let quiz = folder.path().join("quiz.toml");
    std::fs::write(&quiz, QUIZ).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_viva"))
        .arg("grade")
        .arg(&quiz)
        .args(["-", "--format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let rows = "ann,signals,pre_save\n".repeat(100_000);
        let _ = stdin.write_all(b"candidate,question,answer\n");
        let _ = stdin.write_all(rows.as_bytes());
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    writer.join().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(first.starts_with("{\"candidate\":\"ann\""), "{first}");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), [].as_slice()));
}

#[test]
fn an_explanation_as_json_has_spans_of_the_answer() {
    let output = Viva::new()
        .file("quiz.toml", QUIZ)
        .stdin("Django sends per_save\n")
        .args(["explain", "quiz.toml", "signals", "-", "--format", "json"])
        .output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let explained: Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!(explained["answer"], "Django sends per_save");
    assert_eq!(explained["reasons"][0]["spans"], serde_json::json!([[13, 21]]));
    assert_eq!(explained["reasons"][0]["state"], "fuzzy");
    assert_eq!(explained["reasons"][1]["earned"], 0);
}

#[test]
fn an_explanation_is_coloured_where_colour_is_asked_for() {
    let explained = |name: &str, value: &str| {
        Viva::new()
            .file("quiz.toml", QUIZ)
            .env(name, value)
            .args(["explain", "quiz.toml", "signals", "pre_save"])
            .output()
            .stdout
    };
    assert!(explained("CLICOLOR_FORCE", "1").contains('\u{1b}'));
    assert!(!explained("NO_COLOR", "1").contains('\u{1b}'));
}
