//! `viva run` without a terminal.

use vivavoce::report::Format;

use crate::harness::{Output, Viva};

const EVERY_TYPE: &str = include_str!("../pty/every_type.toml");

fn run() -> Viva {
    Viva::new().file("quiz.toml", EVERY_TYPE).args(["run", "quiz.toml"])
}

fn report(output: &Output) -> serde_json::Value {
    serde_json::from_str(&output.stdout).expect("a report in JSON")
}

fn earned(report: &serde_json::Value) -> Vec<f64> {
    let questions = report["questions"].as_array().expect("questions");
    questions.iter().map(|question| question["earned"].as_f64().expect("points")).collect()
}

/// Right answers, in the order asked; the items of `order` by their texts.
const RIGHT: &str = "pre_save and post_save upon an event\nmakemigrations\n2\n1|2\nno\n1.35\n\
    edit models.py|makemigrations|migrate\nurlpatterns|re_path\n";

#[test]
fn answers_come_one_per_line_and_nothing_is_drawn() {
    let output = run().args(["--format", "json"]).stdin(RIGHT).output();
    assert_eq!((output.stderr.as_str(), output.status), ("", 0));
    assert_eq!(earned(&report(&output)), [3.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn numbers_count_as_in_the_file_where_nobody_is_shown_an_order() {
    let right = RIGHT.replace("edit models.py|makemigrations|migrate", "1|2|3");
    for seed in ["1", "2", "3", "4"] {
        let seeded = run().args(["--seed", seed, "--format", "json"]);
        let piped = seeded.stdin(&right).output();
        assert_eq!(report(&piped)["total"]["share"], 1, "seed {seed}");
        let file = run().file("answers.toml", "ord = [1, 2, 3]\n").args([
            "--answers",
            "answers.toml",
            "--shuffle",
            "--seed",
            seed,
            "--format",
            "json",
        ]);
        assert_eq!(report(&file.output())["total"]["earned"], 1, "seed {seed}");
    }
}

#[test]
fn an_empty_line_skips_and_the_end_of_the_input_stops() {
    let output = run().args(["--format", "json"]).stdin("\nmakemigrations\n").output();
    assert_eq!((output.stderr.as_str(), output.status), ("", 0));
    let report = report(&output);
    assert_eq!(report["sitting"]["end"], "stopped");
    assert_eq!(report["questions"][0]["status"], "skipped");
    assert_eq!(report["questions"][1]["earned"], 1);
    assert_eq!(report["questions"][2]["status"], "unanswered");
}

#[test]
fn an_answer_that_cannot_be_taken_is_named_and_the_rest_is_graded() {
    let output = run().args(["--format", "json"]).stdin("x\nmakemigrations\n9\n1|2\n").output();
    assert_eq!(
        output.stderr,
        "<stdin>:3: `pick`: `9` is none of the 3 options; write its text or a number from 1 to 3\n"
    );
    assert_eq!(output.status, 1);
    assert_eq!(report(&output)["questions"][3]["earned"], 1);
}

#[test]
fn answers_come_from_a_toml_or_json_file_by_question() {
    let toml = "signals = \"pre_save and post_save upon an event\"\nnum = 1.3\nbool = false\n\
        several = [\"`SQLite`\", \"PostgreSQL\"]\n";
    let json = r#"{"signals": "pre_save and post_save upon an event", "num": 1.3, "bool": false,
        "several": ["`SQLite`", "PostgreSQL"]}"#;
    for (name, content) in [("answers.toml", toml), ("answers.json", json)] {
        let output =
            run().file(name, content).args(["--answers", name, "--format", "json"]).output();
        assert_eq!((output.stderr.as_str(), output.status), ("", 0), "{name}");
        assert_eq!(earned(&report(&output)), [3.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0], "{name}");
    }
}

#[test]
fn an_answer_to_no_question_is_an_error_that_names_the_nearest() {
    run()
        .file("answers.toml", "signal = \"x\"\n")
        .args(["--answers", "answers.toml"])
        .stderr("answers.toml: unknown question `signal`; did you mean `signals`?\n")
        .status(3)
        .run();
}

#[test]
fn a_result_below_the_pass_mark_is_an_error_only_on_request() {
    let status = |arguments: &[&str], input: &str| {
        run().args(arguments.iter().copied()).stdin(input).output().status
    };
    assert_eq!(status(&[], "\n"), 0);
    assert_eq!(status(&["--require-pass"], "\n"), 1);
    assert_eq!(status(&["--require-pass"], RIGHT), 0);
}

#[test]
fn a_report_file_that_cannot_be_written_fails_before_the_first_question() {
    let output = run().args(["--report", "no/such/folder.json"]).stdin(RIGHT).output();
    assert_eq!((output.stdout.as_str(), output.status), ("", 3));
    assert!(output.stderr.starts_with("no/such/folder.json: "), "{}", output.stderr);
    let endings = Format::ALL.iter().map(|format| format!(".{}", format.extension()));
    let endings: Vec<_> = endings.collect();
    let message = format!("report.docx: a report's name ends in one of {}\n", endings.join(" "));
    run().args(["--report", "report.docx"]).stderr(&message).status(2).run();
}

#[test]
fn reports_go_to_every_file_asked_for() {
    let output = run().args(["--report", "a.json", "--report", "b.txt"]).stdin(RIGHT).output();
    assert_eq!(output.status, 0);
    assert!(output.file("a.json").contains("\"sitting\":"));
    assert_eq!(output.file("b.txt"), output.stdout);
}

#[test]
fn a_report_never_overwrites_what_the_run_reads_or_another_report() {
    let twice = ["--report", "a.json", "--report", "./a.json"];
    let answers = ["--answers", "answers.json", "--report", "answers.json"];
    for (arguments, message) in [
        (&twice[..], "./a.json: two reports cannot go to one file\n"),
        (&answers[..], "answers.json: a report would overwrite what the run reads\n"),
    ] {
        let output = run().file("answers.json", "{}").args(arguments.iter().copied()).output();
        assert_eq!((output.stderr.as_str(), output.status), (message, 2));
        assert_eq!(output.file("answers.json"), "{}");
    }
    let quiz = Viva::new().file("quiz.json", EVERY_TYPE);
    let output = quiz.args(["run", "quiz.json", "--report", "quiz.json"]).output();
    assert_eq!(output.status, 2);
    assert_eq!(output.file("quiz.json"), EVERY_TYPE);
}

#[test]
fn a_run_that_cannot_begin_leaves_an_older_report_alone() {
    for arguments in [["--topic", "nope"], ["--answers", "nope.toml"]] {
        let older = run().file("report.json", "older").args(["--report", "report.json"]);
        let output = older.args(arguments).output();
        assert_ne!(output.status, 0);
        assert_eq!(output.file("report.json"), "older");
    }
}

#[test]
fn two_answers_to_one_question_are_refused() {
    for (name, content, message) in [
        (
            "a.json",
            r#"{"num": 1.3, "num": 2}"#,
            "a.json: two answers to `num` at line 1 column 22\n",
        ),
        (
            "a.json",
            "[1]",
            "a.json: invalid type: sequence, expected answers by question id at line 1 column 0\n",
        ),
    ] {
        run().file(name, content).args(["--answers", name]).stderr(message).status(3).run();
    }
}

#[test]
fn without_a_terminal_a_quiz_must_be_named() {
    Viva::new()
        .args(["run"])
        .stderr("name a quiz to run; `viva list` shows them\n")
        .status(2)
        .run();
}

#[test]
fn a_draw_is_repeated_by_its_seed() {
    let ids = |seed: &str| {
        let arguments = ["--shuffle", "--count", "4", "--seed", seed, "--format", "json"];
        let output = run().args(arguments).output();
        let questions = report(&output)["questions"].as_array().cloned().unwrap_or_default();
        questions.iter().map(|question| question["id"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids("7"), ids("7"));
    assert_eq!(ids("7").len(), 4);
    assert_ne!(ids("7"), ids("8"));
}

#[test]
fn a_time_limit_of_nothing_is_wrong_usage() {
    let output = run().args(["--time-limit", "0s"]).output();
    assert_eq!((output.stdout.as_str(), output.status), ("", 2));
    assert!(output.stderr.contains("no time at all"), "{}", output.stderr);
}

#[test]
fn filters_that_fit_nothing_are_wrong_usage() {
    run()
        .args(["--topic", "event"])
        .stderr("unknown topic `event`; did you mean `events`?\n")
        .status(2)
        .run();
    run()
        .args(["--topic", "tools", "--level", "junior"])
        .stderr("no question fits the filters\n")
        .status(2)
        .run();
}

#[test]
fn bytes_that_are_no_text_are_an_answer_like_any_other() {
    let output = run().args(["--format", "json"]).stdin(b"\xff\xfe\0 pre_save event\n").output();
    assert_eq!((output.stderr.as_str(), output.status), ("", 0));
    assert_eq!(report(&output)["questions"][0]["earned"], 1.5);
}

#[test]
fn colour_goes_into_a_pipe_only_where_it_is_forced() {
    let coloured = |name: &str, value: &str| {
        let output = run().env(name, value).stdin(RIGHT).output();
        assert_eq!(output.status, 0);
        output.stdout.contains('\u{1b}')
    };
    assert!(!coloured("TERM", "xterm-256color"));
    assert!(!coloured("CLICOLOR_FORCE", "0"));
    assert!(coloured("CLICOLOR_FORCE", "1"));
    let both = run().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").stdin(RIGHT).output();
    assert!(!both.stdout.contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn a_signal_ends_a_piped_run_with_the_partial_report() {
    for signal in ["INT", "TERM", "HUP"] {
        let mut piped = run().args(["--format", "json", "--report", "kept.json"]).start();
        piped.write("pre_save and post_save upon an event\n");
        piped.wait_for("kept.json", "post_save upon an event");
        let output = piped.signal(signal).end();
        assert_eq!((output.stderr.as_str(), output.status), ("", 130), "{signal}");
        let report = report(&output);
        assert_eq!(
            (&report["sitting"]["end"], &report["questions"][0]["earned"]),
            (&"stopped".into(), &3.into())
        );
        assert_eq!(report["questions"][1]["status"], "unanswered");
        assert_eq!(output.file("kept.json"), output.stdout);
    }
}
