//! `viva report`

use serde_json::Value;

use crate::harness::{Output, Viva};

const QUIZ: &str = "title = \"Signals\"\n[[questions]]\nid = \"signals\"\nprompt = \"What is sent?\"\n\
    points = 2\nkeywords = [\"pre_save\", \"post_save\"]\nanswer = \"Both.\"\n\
    [[questions]]\nid = \"sync\"\ntype = \"boolean\"\nprompt = \"Synchronous?\"\ncorrect = true\n";

const ROWS: &str = "candidate,question,answer\nann,signals,pre_save\nbob,sync,yes\n\
    ann,sync,yes\nbob,signals,nothing\n";

const V1: &str = include_str!("../reports/v1.json");

fn viva() -> Viva {
    Viva::new().file("quiz.toml", QUIZ).file("rows.csv", ROWS).file("v1.json", V1)
}

fn report(arguments: &[&str]) -> Output {
    viva().args(["report"]).args(arguments.iter().copied()).output()
}

fn json(output: &Output) -> Value {
    serde_json::from_str(&output.stdout).expect("JSON")
}

#[test]
fn a_report_of_an_earlier_version_is_drawn_as_text() {
    let output = report(&["v1.json"]);
    assert_eq!((output.stderr.as_str(), output.status), ("", 0));
    for part in ["Django interview", "too few to tell", "3–51%", "To ask"] {
        assert!(output.stdout.contains(part), "{part}: {}", output.stdout);
    }
    assert!(!output.stdout.contains('\u{1b}'));
}

#[test]
fn rows_become_a_report_for_each_candidate_with_their_ranking() {
    let output = report(&["rows.csv", "--quiz", "quiz.toml", "--format", "json"]);
    assert_eq!((output.stderr.as_str(), output.status), ("", 0));
    let many = json(&output);
    assert_eq!(many["reports"][0]["candidate"], "ann");
    assert_eq!(many["reports"][0]["total"]["earned"], 2);
    assert_eq!(many["reports"][0]["sitting"], Value::Null);
    assert_eq!(many["ranking"]["places"][1]["candidate"], "bob");
    assert_eq!(many["ranking"]["places"][1]["rank"]["place"], 2);
}

#[test]
fn what_one_report_writes_another_reads() {
    let rows = report(&["rows.csv", "--quiz", "quiz.toml", "--format", "json"]);
    let again = viva()
        .file("many.json", &rows.stdout)
        .args(["report", "many.json", "--format", "json"])
        .output();
    assert_eq!(again.stdout, rows.stdout);
    let piped = viva().stdin(&rows.stdout).args(["report", "-", "--format", "json"]).output();
    assert_eq!(piped.stdout, rows.stdout);
}

#[test]
fn one_and_many_fit_the_published_schema() {
    let schema = Viva::new().args(["schema", "report"]).output();
    let validator = jsonschema::draft202012::new(&json(&schema)).expect("a schema");
    let sources = [
        report(&["v1.json", "--format", "json"]),
        report(&["v1.json", "--format", "json", "--for", "candidate"]),
        report(&["v1.json", "--format", "json", "--for", "public"]),
        report(&["rows.csv", "--quiz", "quiz.toml", "--format", "json"]),
        report(&["rows.csv", "v1.json", "--quiz", "quiz.toml", "--format", "json"]),
    ];
    for output in sources {
        let errors: Vec<_> =
            validator.iter_errors(&json(&output)).map(|it| it.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    }
    assert!(!validator.is_valid(&serde_json::json!({ "version": 2, "reports": [{}] })));
}

#[test]
fn many_reports_of_one_quiz_say_what_they_say_about_it() {
    let many = json(&report(&["rows.csv", "--quiz", "quiz.toml", "--format", "json"]));
    assert_eq!(many["analysis"]["candidates"], 2);
    let item = &many["analysis"]["items"][0];
    assert_eq!(
        (&item["id"], &item["difficulty"]["state"]),
        (&"signals".into(), &"withheld".into())
    );
    assert_eq!(item["details"][1]["label"], "post_save");
    let two = json(&report(&["rows.csv", "v1.json", "--quiz", "quiz.toml", "--format", "json"]));
    assert_eq!(two["analysis"], Value::Null);
}

#[test]
fn an_item_analysis_without_the_key_names_no_keyword() {
    let arguments = ["rows.csv", "--quiz", "quiz.toml", "--format", "json", "--redact", "key"];
    let many = json(&report(&arguments));
    assert_eq!(many["analysis"]["items"][0]["details"], serde_json::json!([]));
}

#[test]
fn a_candidate_gets_the_own_answers_and_no_key() {
    let arguments = ["rows.csv", "--quiz", "quiz.toml", "--format", "json", "--for", "candidate"];
    let output = report(&arguments);
    assert!(output.stdout.contains("pre_save"), "the own answer");
    assert!(!output.stdout.contains("post_save") && !output.stdout.contains("Both."));
    let output = report(&["rows.csv", "--quiz", "quiz.toml", "--redact", "names,answers"]);
    assert!(!output.stdout.contains("ann"), "{}", output.stdout);
    assert!(output.stdout.contains("candidate 1"), "{}", output.stdout);
}

#[test]
fn the_ending_of_the_output_says_the_format() {
    let output = report(&["v1.json", "--output", "kept.json"]);
    assert_eq!((output.stdout.as_str(), output.stderr.as_str(), output.status), ("", "", 0));
    assert!(output.file("kept.json").starts_with("{\n  \"version\": 2"));
    let output = report(&["v1.json", "--output", "kept.docx"]);
    assert_eq!(output.status, 2);
    assert!(output.stderr.starts_with("kept.docx: a report's name ends in one of "));
}

#[test]
fn a_source_is_never_overwritten() {
    let output = report(&["v1.json", "--output", "./v1.json"]);
    assert_eq!(output.status, 2);
    assert_eq!(output.stderr, "./v1.json: is read, and would be overwritten\n");
    assert_eq!(output.file("v1.json"), V1);
}

#[test]
fn a_report_that_fails_leaves_what_the_output_held() {
    let output = viva()
        .file("wrong.json", "{\"version\": 2, \"reports\": [7]}")
        .file("kept.csv", "before")
        .args(["report", "v1.json", "wrong.json", "--output", "kept.csv"])
        .output();
    assert_eq!((output.status, output.file("kept.csv").as_str()), (3, "before"));
    assert!(output.names().iter().all(|name| !name.starts_with(".viva-")), "{:?}", output.names());
}

#[cfg(unix)]
#[test]
fn one_that_is_told_to_end_leaves_no_half_file() {
    for signal in ["INT", "TERM"] {
        let mut running = viva()
            .file("kept.csv", "before")
            .args(["report", "-", "--quiz", "quiz.toml", "--output", "kept.csv"])
            .start();
        running.write(ROWS);
        running.wait_for_file(".viva-");
        let output = running.signal(signal).end();
        assert_eq!((output.status, output.stderr.as_str()), (130, ""), "{signal}");
        assert_eq!(output.file("kept.csv"), "before");
        assert_eq!(output.names(), ["kept.csv", "quiz.toml", "rows.csv", "v1.json"]);
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_no_file_is_written_as_it_is() {
    let output = report(&["v1.json", "--format", "csv", "--output", "/dev/stdout"]);
    assert!(output.stdout.starts_with("attempt,candidate,"), "{output}");
    let output = report(&["v1.json", "--output", "absent/kept.csv"]);
    assert_eq!(output.status, 3);
    assert!(output.stderr.starts_with("absent/kept.csv: "), "{output}");
}

#[test]
fn nothing_that_is_read_is_overwritten() {
    let cases: [(&[&str], &str); 3] = [
        (&["rows.csv", "--quiz", "quiz.toml", "--format", "text"], "quiz.toml"),
        (&["in", "--quiz", "quiz.toml", "--key", "key.pem", "--format", "text"], "key.pem"),
        (&["in", "--quiz", "quiz.toml", "--key", "key.pem", "--format", "text"], "in/sent.txt"),
    ];
    for (arguments, output) in cases {
        let run = viva().folder("in").file("in/sent.txt", "sent").file("key.pem", "key");
        let done = run.args(["report"]).args(arguments.iter().copied()).args(["--output", output]);
        let done = done.output();
        assert_eq!(done.status, 2, "{output}: {done}");
        assert_eq!(done.stderr, format!("{output}: is read, and would be overwritten\n"));
        assert_eq!((done.file("key.pem"), done.file("in/sent.txt")), ("key".into(), "sent".into()));
    }
}

#[test]
fn json_leaves_nothing_for_a_terminal_to_obey() {
    let rows = "candidate,question,answer\na\u{202e}nn\u{9b},signals,pre_save\u{7f}\u{e0041}\n";
    let output = viva()
        .stdin(rows)
        .args(["report", "-", "--quiz", "quiz.toml", "--format", "json"])
        .output();
    assert!(output.stdout.contains("a\\u202enn\\u009b"), "{output}");
    assert!(!output.stdout.contains(['\u{202e}', '\u{9b}', '\u{7f}', '\u{e0041}']), "{output}");
    let answer = &json(&output)["questions"][0]["response"]["text"];
    assert_eq!(answer, "pre_save\u{7f}\u{e0041}");
}

#[test]
fn what_is_no_report_is_named() {
    let cases = [
        ("[]", "not a report: "),
        ("{}", "not a report: missing field `version`"),
        ("{\"version\": 99}", "the report has version 99, and this program reads versions up to 2"),
        ("{\"version\": 2, \"reports\": [{\"version\": 99}]}", "the report has version 99"),
        ("{\"version\": 2, \"reports\": [7]}", "not a report: "),
        ("oops", "not a report: "),
        ("", "not a report: "),
    ];
    for (text, message) in cases {
        let output = viva().file("wrong.json", text).args(["report", "wrong.json"]).output();
        assert_eq!(output.status, 3, "{text}");
        let expected = format!("wrong.json: {message}");
        assert!(output.stderr.starts_with(&expected), "{text}: {}", output.stderr);
    }
    assert_eq!(report(&["absent.json"]).status, 3);
}

#[test]
fn rows_without_a_quiz_are_asked_for_one() {
    let output = report(&["rows.csv"]);
    assert_eq!(output.status, 2);
    assert_eq!(output.stderr, "rows.csv: rows of answers need a quiz; name it by --quiz\n");
}

#[test]
fn a_row_that_is_refused_is_named_and_the_rest_is_reported() {
    let csv = "candidate,question,answer\nann,nope,x\nann,sync,yes\n";
    let output =
        viva().stdin(csv).args(["report", "-", "--quiz", "quiz.toml", "--format", "json"]).output();
    assert_eq!(output.status, 1);
    assert!(output.stderr.starts_with("<stdin>:2: unknown question `nope`"), "{}", output.stderr);
    assert_eq!(json(&output)["total"]["earned"], 1);
}

#[test]
fn the_sheet_asks_about_everything() {
    let asks = |output: Output| output.stdout.matches("on question").count();
    assert_eq!(asks(report(&["v1.json"])), 3);
    assert!(asks(report(&["v1.json", "--sheet"])) > 6);
    assert_eq!(asks(report(&["v1.json", "--for", "candidate", "--sheet"])), 0);
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_the_feature_pdf_is_told_how_to_be_had() {
    for arguments in [["v1.json", "--format", "pdf"], ["v1.json", "--output", "kept.PDF"]] {
        let output = report(&arguments);
        assert_eq!((output.stdout.as_str(), output.status), ("", 2));
        assert!(output.stderr.contains("--features pdf"), "{}", output.stderr);
    }
}

#[cfg(feature = "pdf")]
#[test]
fn pdf_goes_to_a_file_and_what_has_no_font_is_told() {
    let output = report(&["v1.json", "--output", "kept.pdf", "--paper", "letter"]);
    assert_eq!((output.stdout.as_str(), output.status), ("", 0));
    let kept = std::fs::read(output.path("kept.pdf")).expect("the file was written");
    assert!(kept.starts_with(b"%PDF-1.7"));
}
