//! `viva history`, and what a run leaves in it.

use tempfile::TempDir;
use vivavoce::attempt::Given;

use crate::harness::Viva;
use crate::kept::{RIGHT, answers, attempt, history, lines, run, store};

#[test]
fn an_attempt_is_kept_unless_nobody_wants_it_or_nothing_was_done() {
    let data = TempDir::new().expect("a folder");
    let silent = run(data.path()).args(["--no-history"]).stdin(lines(&RIGHT)).output();
    assert_eq!((silent.status, data.path().join("vivavoce.db").exists()), (0, false));
    assert_eq!(run(data.path()).output().status, 0);
    assert_eq!(attempt(&store(data.path()), 1), None);
    assert_eq!(run(data.path()).stdin(lines(&RIGHT)).output().status, 0);
    let kept = attempt(&store(data.path()), 1).expect("the attempt");
    assert_eq!(answers(&kept), RIGHT.map(Given::text));
    assert!(kept.end().is_some());
}

#[test]
fn attempts_are_listed_shown_and_deleted() {
    let data = TempDir::new().expect("a folder");
    assert_eq!(history(data.path(), &[]).stdout, "no attempts\n");
    let at = |now: &str, arguments: &[&str], answers: &[&str]| {
        let run = run(data.path()).env("VIVA_NOW", now).env("TZ", "Europe/Berlin");
        run.args(arguments.iter().copied()).stdin(lines(answers)).output()
    };
    let first = at("2026-10-24T22:30:00Z", &[], &RIGHT);
    at("2026-10-25T23:30:00Z", &["--candidate", "=ada\u{1b}[31m", "--exam"], &RIGHT[..2]);
    let listed = Viva::new().env("VIVA_DATA_DIR", &data.path().to_string_lossy());
    let listed = listed.env("TZ", "Europe/Berlin").args(["history"]).output();
    assert_eq!(
        listed.stdout,
        "2  26 Oct 2026, 00:30  All types (=ada␛[31m): exam, 40%, stopped after 2 of 8\n\
         1  25 Oct 2026, 00:30  All types: 100%, passed\n"
    );
    // A day of 25 hours, on which the clocks were put back.
    let day = Viva::new().env("VIVA_DATA_DIR", &data.path().to_string_lossy());
    let day = day.env("TZ", "Europe/Berlin").args(["history", "--since", "2026-10-25"]);
    let day = day.args(["--until", "2026-10-25", "--format", "json"]).output();
    let day: serde_json::Value = serde_json::from_str(&day.stdout).expect("JSON");
    assert_eq!(day.as_array().map(Vec::len), Some(1));
    assert_eq!((&day[0]["number"], &day[0]["score"]["share"]), (&1.into(), &1.into()));
    let csv = history(data.path(), &["--candidate", "=ada\u{1b}[31m", "--format", "csv"]);
    assert_eq!(csv.stdout.lines().count(), 2);
    assert!(
        csv.stdout.contains(",2026-10-25T23:30:00Z,All types,'=ada␛[31m,exam,quiz,stopped,8,2,")
    );
    let shown = history(data.path(), &["show", "1", "--format", "json"]);
    assert_eq!(shown.stdout, first.stdout);
    assert_eq!(history(data.path(), &["delete", "1"]).stdout, "deleted attempt 1\n");
    let gone = history(data.path(), &["delete", "1"]);
    assert_eq!(gone.stderr, "no attempt 1; `viva history` lists them\n");
    assert_eq!((gone.status, history(data.path(), &["show", "1"]).status), (1, 3));
}

#[test]
fn attempts_move_to_another_machine_without_loss_and_without_doubles() {
    let (here, there) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    run(here.path()).stdin(lines(&RIGHT[..3])).output();
    run(here.path()).args(["--candidate", "ada"]).stdin(lines(&RIGHT)).output();
    let exported = history(here.path(), &["export"]).stdout;
    let import = |text: &[u8]| {
        let viva = Viva::new().env("VIVA_DATA_DIR", &there.path().to_string_lossy());
        viva.args(["history", "import", "-"]).stdin(text).output()
    };
    let (begun, _) = exported.rsplit_once(r#",{"written":"#).expect("events");
    let begun = format!("{begun}]}}\n");
    assert_eq!(import(begun.as_bytes()).stdout, "2 added, 0 continued, 0 known already\n");
    assert_eq!(import(exported.as_bytes()).stdout, "0 added, 1 continued, 1 known already\n");
    assert_eq!(import(begun.as_bytes()).stdout, "0 added, 0 continued, 2 known already\n");
    let sorted = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&history(there.path(), &["export"]).stdout), sorted(&exported));
    let half = &exported.as_bytes()[..exported.len() - 200];
    let half = import(&[b"\xff\n", half].concat());
    assert!(half.stderr.starts_with("-:1: ") && half.stderr.contains("\n-:3: EOF"), "{half}");
    assert_eq!(half.stdout, "0 added, 0 continued, 1 known already\n");
    let escape = exported.replacen(r#"{"id":""#, r#"{"id":"../"#, 1);
    let refused = import(escape.as_bytes());
    assert!(refused.stderr.starts_with("-:1: an attempt's id is 32 hex"), "{refused}");
    assert_eq!(refused.status, 1);
}

#[test]
fn what_history_prints_follows_its_schema() {
    let data = TempDir::new().expect("a folder");
    run(data.path()).stdin(lines(&RIGHT)).output();
    let schema = Viva::new().args(["schema", "history"]).output().stdout;
    let schema = serde_json::from_str(&schema).expect("a schema");
    let printed = history(data.path(), &["--format", "json"]).stdout;
    let printed = serde_json::from_str(&printed).expect("JSON");
    jsonschema::validate(&schema, &printed).expect("as the schema says");
}

#[test]
fn two_processes_at_once_lose_nothing() {
    let data = TempDir::new().expect("a folder");
    let running: Vec<_> = (0..6)
        .map(|_| run(data.path()).stdin(lines(&RIGHT)))
        .map(|viva| std::thread::spawn(move || viva.output()))
        .collect();
    for output in running {
        let output = output.join().expect("a run");
        assert_eq!((output.stderr.as_str(), output.status), ("", 0));
    }
    let store = store(data.path());
    for number in 1..=6 {
        assert_eq!(answers(&attempt(&store, number).expect("kept")), RIGHT.map(Given::text));
    }
}

#[test]
fn an_attempt_that_cannot_be_read_hides_no_other() {
    let data = TempDir::new().expect("a folder");
    run(data.path()).stdin(lines(&RIGHT[..3])).output();
    run(data.path()).stdin(lines(&RIGHT)).output();
    let database = rusqlite::Connection::open(data.path().join("vivavoce.db")).expect("a database");
    database
        .execute("UPDATE event SET body = '{' WHERE attempt = 1 AND place = 2", [])
        .expect("damage");
    drop(database);
    for arguments in [&[][..], &["export"]] {
        let output = history(data.path(), arguments);
        assert!(output.stderr.starts_with("attempt 1 cannot be read: "), "{output}");
        assert_eq!((output.stdout.lines().count(), output.status), (1, 1));
    }
}
