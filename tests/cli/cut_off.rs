//! Attempts that were cut off, and how they go on.

use tempfile::TempDir;
use vivavoce::attempt::{Event, Given, Millis, Mode};

use crate::harness::Viva;
use crate::kept::{RIGHT, TITLE, answers, attempt, history, lines, report, run, store};

#[test]
fn without_an_attempt_that_was_cut_off_there_is_nothing_to_resume() {
    let data = TempDir::new().expect("a folder");
    let output = run(data.path()).args(["--resume"]).output();
    assert_eq!(output.stderr, "no attempt at this quiz was cut off\n");
    assert_eq!(output.status, 2);
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
