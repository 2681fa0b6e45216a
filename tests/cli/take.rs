//! `viva take` where there is no terminal

use crate::harness::{Output, Viva};
use serde_json::Value;

const EVERY: &str = include_str!("../../checks/every.toml");

/// Right answers to `EVERY`, in its order; items in the order in which they are asked differ.
const RIGHT: &str = "pre_delete and post_delete\n#[test]\n`pre_save`\npre_save|post_save\nno\n8,3\n\
                     middleware | URL resolver | view | response\npath|urlpatterns\n";

struct Packed {
    key: String,
    page: String,
}

fn packed(arguments: &[&str]) -> Packed {
    let key = Viva::new().args(["keygen", "--output", "key.pem"]).output().file("key.pem");
    let output = Viva::new()
        .file("quiz.toml", EVERY)
        .file("key.pem", &key)
        .args(["pack", "quiz.toml", "--key", "key.pem", "--output", "a.html"])
        .args(arguments)
        .output();
    assert_eq!(output.status, 0, "{output}");
    Packed { page: output.file("a.html"), key }
}

fn take(page: &str, arguments: &[&str]) -> Viva {
    Viva::new().file("a.html", page).args(["take", "a.html"]).args(arguments)
}

fn graded(key: &str, submission: &str) -> (Value, Output) {
    let output = Viva::new()
        .file("quiz.toml", EVERY)
        .file("key.pem", key)
        .file("a.txt", submission)
        .args(["grade", "quiz.toml", "a.txt", "--key", "key.pem", "--format", "jsonl"])
        .output();
    (serde_json::from_str(&output.stdout).expect("a report"), output)
}

/// The name of the file that a run says it wrote.
fn written(output: &Output) -> String {
    let name = output.stdout.strip_prefix("wrote ").expect("a file is written");
    name.trim_end().to_owned()
}

#[test]
fn right_answers_from_a_pipe_come_back_with_all_points() {
    let Packed { key, page } = packed(&[]);
    let output = take(&page, &["--agree", "--name", " Ann Lee "]).stdin(RIGHT).output();
    assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{output}");
    let (report, said) = graded(&key, &output.file(&written(&output)));
    assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{said}");
    assert_eq!(report["candidate"], "Ann Lee");
    assert_eq!(report["total"]["share"], 1, "{report}");
    assert_eq!(report["sitting"]["home"]["taken_in"], "terminal");
    assert_eq!(report["sitting"]["end"], "finished");
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_handed_in() {
    let Packed { key, page } = packed(&["--candidate", "Bob"]);
    let output = take(&page, &["--agree", "--output", "mine.txt"])
        .stdin("x\n\nno such option\npre_save\nperhaps\n")
        .stdout("wrote mine.txt\n")
        .stderr(
            "<stdin>:3: `question 3`: `no such option` is none of the 3 options; write its text or \
             a number from 1 to 3\n\
             <stdin>:5: `question 5`: `perhaps` is neither true nor false; write true, false, yes or \
             no\n",
        )
        .status(1)
        .run();
    let (report, _) = graded(&key, &output.file("mine.txt"));
    assert_eq!(report["candidate"], "Bob");
    let questions = report["questions"].as_array().expect("questions");
    let answered: Vec<_> =
        questions.iter().filter(|it| it["status"] == "answered").map(|it| &it["id"]).collect();
    assert_eq!(answered, ["signals", "saving"]);
}

#[test]
fn nobody_is_recorded_who_has_not_agreed() {
    let Packed { page, .. } = packed(&["--candidate", "Ann", "--time-limit", "45m"]);
    let output = take(&page, &[]).stdin(RIGHT).output();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""), "{output}");
    for told in
        ["For: Ann", "8 questions, 8 points", "Time: 45 min", "What is recorded", "by --agree"]
    {
        assert!(output.stderr.contains(told), "{output}");
    }
}

#[test]
fn a_deadline_that_is_over_is_told_and_refuses_nothing() {
    let past = packed(&["--candidate", "Ann", "--deadline", "2020-01-01T00:00:00Z"]);
    let output = take(&past.page, &[]).output();
    assert!(output.stderr.contains("This moment is over. You can still hand in"), "{output}");
    let output = take(&past.page, &["--agree"]).stdin(RIGHT).output();
    assert_eq!(output.status, 0, "{output}");
    let later = packed(&["--candidate", "Ann", "--deadline", "2999-01-01T00:00:00Z"]);
    let output = take(&later.page, &[]).output();
    assert!(output.stderr.contains("Hand in by: ") && !output.stderr.contains("over"), "{output}");
}

#[test]
fn a_name_is_asked_for_only_where_the_file_has_none() {
    let open = packed(&[]).page;
    let for_ann = packed(&["--candidate", "Ann"]).page;
    let long = "x".repeat(201);
    for (page, arguments, said) in [
        (&open, &["--agree"][..], "nobody can be asked for a name; give it by --name\n"),
        (&open, &["--agree", "--name", " "], "--name is to have 1 to 200 characters\n"),
        (&open, &["--agree", "--name", &long], "--name is to have 1 to 200 characters\n"),
        (
            &for_ann,
            &["--agree", "--name", "Bob"],
            "the file says whom it is for; leave out --name\n",
        ),
    ] {
        take(page, arguments).stdin(RIGHT).stderr(said).status(2).run();
    }
}

#[test]
fn nothing_is_overwritten() {
    let page = packed(&["--candidate", "Ann"]).page;
    take(&page, &["--agree", "--output", "a.html"])
        .stderr("a.html: exists already, and nothing is overwritten\n")
        .status(3)
        .run();
    let name = written(&take(&page, &["--agree"]).output());
    let output = take(&page, &["--agree"]).file(&name, "mine").output();
    assert_eq!(written(&output), name.replace(".txt", "-2.txt"));
    assert_eq!(output.file(&name), "mine");
    let output = take(&page, &["--agree", "--output", "-"]).output();
    assert!(output.stdout.starts_with("-----BEGIN VIVA SUBMISSION-----\n"), "{output}");
}

#[test]
fn what_is_no_packed_file_is_refused_with_the_reason() {
    let page = packed(&["--candidate", "Ann", "--time-limit", "45m"]).page;
    let utf16: Vec<u8> = "<!DOCTYPE html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, said) in [
        (b"<html></html>".to_vec(), "a.html: this is no file that `viva pack` has made\n"),
        ([b"\xff\xfe".to_vec(), utf16].concat(), "a.html: not a text in UTF-8\n"),
        (
            page.as_bytes()[..page.find("\"questions\"").unwrap()].to_vec(),
            "a.html: cut off: get the file anew from whoever sent it\n",
        ),
        (
            page.replace("\"time_limit\":2700000", "\"time_limit\":9900000").into_bytes(),
            "a.html: altered: it does not ask what its maker has signed\n",
        ),
        (vec![b' '; (16 << 20) + 1], "a.html: longer than 16 MiB, the most that is read\n"),
    ] {
        Viva::new().file("a.html", bytes).args(["take", "a.html"]).stderr(said).status(3).run();
    }
    Viva::new()
        .args(["take", "none.html"])
        .stderr("none.html: No such file or directory (os error 2)\n")
        .status(3)
        .run();
}

#[test]
fn a_hostile_file_reaches_the_terminal_as_text() {
    let page = packed(&["--candidate", "\u{1b}]0;x\u{7}Ann"]).page;
    let escape = "\\u001b[2J\\u009b31m\\u202e";
    let page = page.replace("\"title\":\"", &format!("\"title\":\"{escape}"));
    let page =
        page.replace("\"message\":null", &format!("\"message\":\"\\u003cp>{escape}\\u003c/p>\""));
    let output = take(&page, &[]).output();
    assert!(output.stderr.contains('␛'), "{output}");
    let obeyed = |character: char| character.is_control() && character != '\n';
    assert!(!output.stderr.contains(obeyed) && !output.stderr.contains('\u{202e}'), "{output}");
}

#[test]
fn forgetting_says_whether_there_was_anything() {
    let page = packed(&[]).page;
    take(&page, &["--forget"]).stdout("nothing is kept of this quiz on this computer\n").run();
}
