//! What `viva run` leaves in the history, whatever ends it.

use std::path::Path;

use tempfile::TempDir;
use vivavoce::attempt::{Attempt, Event, Given, Millis, Mode};
use vivavoce::store::{Number, Store, examine};

use crate::harness::{Output, Viva};

const EVERY_TYPE: &str = include_str!("../pty/every_type.toml");
const TITLE: &str = "All types";

/// Right answers to the eight questions.
const RIGHT: [&str; 8] = [
    "pre_save and post_save upon an event",
    "makemigrations",
    "2",
    "1|2",
    "no",
    "1.35",
    "edit models.py|makemigrations|migrate",
    "urlpatterns|re_path",
];

fn run(data: &Path) -> Viva {
    Viva::new().file("quiz.toml", EVERY_TYPE).env("VIVA_DATA_DIR", &data.to_string_lossy()).args([
        "run",
        "quiz.toml",
        "--format",
        "json",
    ])
}

fn history(data: &Path, arguments: &[&str]) -> Output {
    let viva = Viva::new().env("VIVA_DATA_DIR", &data.to_string_lossy()).args(["history"]);
    viva.args(arguments.iter().copied()).output()
}

fn report(output: &Output) -> serde_json::Value {
    serde_json::from_str(&output.stdout).expect("a report in JSON")
}

fn lines(answers: &[&str]) -> String {
    answers.join("\n") + "\n"
}

fn store(data: &Path) -> Store {
    let opened = Store::open_existing(data).expect("a history").expect("a history");
    assert_eq!(opened.set_aside, None);
    let health = examine(data).expect("a database").expect("a database");
    assert_eq!(health.problems, Vec::<String>::new());
    opened.store
}

fn attempt(store: &Store, number: i64) -> Option<Attempt> {
    store.attempt(Number(number)).expect("a database").map(|kept| kept.attempt().expect("events"))
}

fn answers(attempt: &Attempt) -> Vec<Given> {
    let places = (0..attempt.drawn().len()).filter_map(|place| attempt.progress(place));
    places.filter_map(|progress| progress.answer().cloned()).collect()
}

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
    let import = |text: &str| {
        let viva = Viva::new().env("VIVA_DATA_DIR", &there.path().to_string_lossy());
        viva.args(["history", "import", "-"]).stdin(text).output()
    };
    let (begun, _) = exported.rsplit_once(r#",{"written":"#).expect("events");
    let begun = format!("{begun}]}}\n");
    assert_eq!(import(&begun).stdout, "2 added, 0 continued, 0 known already\n");
    assert_eq!(import(&exported).stdout, "0 added, 1 continued, 1 known already\n");
    assert_eq!(import(&begun).stdout, "0 added, 0 continued, 2 known already\n");
    let sorted = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&history(there.path(), &["export"]).stdout), sorted(&exported));
    let escape = exported.replacen(r#"{"id":""#, r#"{"id":"../"#, 1);
    let refused = import(&escape);
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
fn a_history_that_cannot_be_used_does_not_stop_the_run() {
    let data = TempDir::new().expect("a folder");
    let file = data.path().join("file");
    std::fs::write(&file, "").expect("a file");
    let output = run(&file).stdin(lines(&RIGHT)).output();
    assert!(output.stderr.starts_with("This run is not kept in the history: "), "{output}");
    assert_eq!((output.stderr.lines().count(), output.status), (1, 0));
    assert_eq!(report(&output)["total"]["share"], 1);
}

#[test]
fn a_damaged_history_is_set_aside_and_the_run_is_kept() {
    let data = TempDir::new().expect("a folder");
    std::fs::write(data.path().join("vivavoce.db"), "no database".repeat(1000)).expect("a file");
    let output = run(data.path()).stdin(lines(&RIGHT)).output();
    assert!(output.stderr.contains("vivavoce.damaged-1.db"), "{output}");
    assert!(attempt(&store(data.path()), 1).is_some());
    assert!(data.path().join("vivavoce.damaged-1.db").exists());
}

#[test]
fn without_an_attempt_that_was_cut_off_there_is_nothing_to_resume() {
    let data = TempDir::new().expect("a folder");
    let output = run(data.path()).args(["--resume"]).output();
    assert_eq!(output.stderr, "no attempt at this quiz was cut off\n");
    assert_eq!(output.status, 2);
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_told_once_and_the_answers_reach_the_report() {
    let data = TempDir::new().expect("a folder");
    std::fs::write(data.path().join("quiz.toml"), EVERY_TYPE).expect("a quiz");
    let long = format!("pre_save and post_save upon an event {}", "and so on ".repeat(60_000));
    std::fs::write(data.path().join("answers"), format!("{long}\n{}", lines(&RIGHT[1..])))
        .expect("answers");
    let script = format!(
        "ulimit -f 400; exec {} run quiz.toml --data-dir data < answers",
        env!("CARGO_BIN_EXE_viva")
    );
    let output = std::process::Command::new("sh")
        .args(["-c", &script])
        .current_dir(data.path())
        .output()
        .expect("a shell");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.starts_with("Not kept in the history: "), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert_eq!(output.status.code(), Some(0));
    assert!(
        String::from_utf8_lossy(&output.stdout).contains("100% · 10 of 10 points"),
        "{output:?}"
    );
}

#[cfg(unix)]
#[test]
fn an_attempt_that_was_cut_off_goes_on_with_the_same_questions() {
    let data = TempDir::new().expect("a folder");
    for signal in ["KILL", "TERM"] {
        let arguments = ["--report", "kept.json", "--seed", "5"];
        let mut cut_off = run(data.path()).args(arguments).start();
        cut_off.write("first\n\n");
        cut_off.wait_for("kept.json", "skipped");
        cut_off.signal(signal).end();
        let open = store(data.path()).without_end(TITLE, None, Mode::Practice).expect("found");
        let [open] = open.as_slice() else { panic!("{signal}: {open:?}") };
        let before = attempt(&store(data.path()), open.number.0).expect("kept");
        let output = run(data.path()).args(["--resume"]).stdin("third\n").output();
        let after = attempt(&store(data.path()), open.number.0).expect("kept");
        assert_eq!(after.start(), before.start());
        assert!(after.end().is_some(), "{signal}");
        let report = report(&output);
        assert_eq!(report["questions"][1]["status"], "skipped", "{signal}");
        assert_eq!(answers(&after)[0], answers(&before)[0]);
    }
}

#[cfg(unix)]
#[test]
fn an_attempt_that_another_process_has_is_listed_as_under_way() {
    let data = TempDir::new().expect("a folder");
    let mut running = run(data.path()).args(["--report", "kept.json"]).start();
    running.write("first\n");
    running.wait_for("kept.json", "first");
    let listed = history(data.path(), &[]).stdout;
    assert!(listed.contains("under way, 1 of 8 so far"), "{listed}");
    running.signal("KILL").end();
    let listed = history(data.path(), &[]).stdout;
    assert!(listed.contains("cut off after 1 of 8"), "{listed}");
}

#[cfg(unix)]
#[test]
fn a_resumed_attempt_keeps_the_ratings_that_were_given() {
    let data = TempDir::new().expect("a folder");
    let misses = |of: &str| {
        let stats = Viva::new().env("VIVA_DATA_DIR", &data.path().to_string_lossy());
        let stats = stats.args(["stats", "--format", "json"]).output().stdout;
        let stats: serde_json::Value = serde_json::from_str(&stats).expect("JSON");
        let missed = stats["missed"].as_array().expect("a list").clone();
        missed.iter().any(|it| it["question"] == of)
    };
    let mut cut_off = run(data.path()).args(["--report", "kept.json"]).start();
    cut_off.write("nothing of it\n\n");
    cut_off.wait_for("kept.json", "skipped");
    cut_off.signal("KILL").end();
    let first = attempt(&store(data.path()), 1).expect("kept").drawn()[0].question.to_string();
    assert!(misses(&first));
    let lenient = "[review]\nhard = 0\ngood = 0\n";
    let resumed = run(data.path()).file("config.toml", lenient).env("VIVA_CONFIG", "config.toml");
    resumed.args(["--resume"]).stdin("2\n").output();
    assert!(misses(&first), "an answer was rated again");
}

#[cfg(unix)]
#[test]
fn nobody_wins_time_by_a_kill() {
    let data = TempDir::new().expect("a folder");
    let mut cut_off = run(data.path()).args(["--exam", "--report", "kept.json"]).start();
    cut_off.write("first\n");
    cut_off.wait_for("kept.json", "first");
    cut_off.signal("KILL").end();
    let mut running = std::fs::read_dir(data.path().join("running")).expect("a folder");
    let seen = running.next().expect("what says how far it was stays").expect("a file").path();
    std::fs::write(&seen, format!("{:020}", 600_000)).expect("ten minutes later");
    run(data.path()).args(["--exam", "--resume"]).stdin("second\n").output();
    let after = attempt(&store(data.path()), 1).expect("kept");
    let resumed = after.log().iter().find(|entry| entry.event == Event::Resumed).expect("resumed");
    assert_eq!(resumed.at, Millis(600_000));
    assert!(!seen.exists());
}

/// Kills the program at 50 moments between its start and its wait for the last answer.
#[cfg(unix)]
#[test]
fn a_kill_at_any_moment_loses_no_answer_and_damages_nothing() {
    use std::time::{Duration, Instant};

    let data = TempDir::new().expect("a folder");
    // As long as a run takes on this machine, however busy it is. It leaves a history to look into.
    let began = Instant::now();
    assert_eq!(run(data.path()).stdin(lines(&RIGHT)).output().status, 0);
    let whole = u64::try_from(began.elapsed().as_micros()).expect("no more than years");
    let mut state: u64 = 0x2545_f491_4f6c_dd1d;
    let mut kept_some = 0;
    for _ in 0..50 {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut running = run(data.path()).args(["--report", "kept.json"]).start();
        running.write(&lines(&RIGHT[..7]));
        std::thread::sleep(Duration::from_micros((state >> 33) % (2 * whole)));
        let output = running.signal("KILL").end();
        let store = store(data.path());
        let open = store.without_end(TITLE, None, Mode::Practice).expect("a database");
        let found = open.first().map(|open| attempt(&store, open.number.0).expect("kept"));
        // A report that was cut off while it was written says nothing.
        let told = std::fs::read_to_string(output.path("kept.json")).unwrap_or_default();
        let told = serde_json::from_str::<serde_json::Value>(&told).unwrap_or_default();
        let told = told["questions"].as_array().cloned().unwrap_or_default();
        let told = told.iter().filter(|question| question["status"] == "answered").count();
        let kept = found.as_ref().map(answers).unwrap_or_default();
        assert!(kept.len() >= told, "{told} answers were taken, {} are kept", kept.len());
        assert_eq!(kept, RIGHT.map(Given::text)[..kept.len()]);
        kept_some += usize::from(!kept.is_empty());
        if let Some(open) = open.first() {
            assert!(store.claim(&open.id).expect("a lock").is_some(), "the lock ends with it");
            let mut store = store;
            store.delete(open.number).expect("deleted");
        }
    }
    assert!(kept_some > 5, "only {kept_some} kills came after an answer");
}
