//! A history that cannot be used or written to, from the beginning or from some moment on.

use std::path::Path;

use tempfile::TempDir;
use vivavoce::attempt::{End, Given};

use crate::harness::{Output, Running};
use crate::kept::{EVERY_TYPE, RIGHT, answers, attempt, lines, report, run, store};

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

/// What is kept of an attempt at which `meanwhile` happens after its first answer, and `afterwards`
/// after its second one; then all others are given.
#[cfg(unix)]
fn troubled(
    data: &Path,
    meanwhile: impl FnOnce(&Running) -> bool,
    afterwards: impl FnOnce(&Running),
) -> Option<Output> {
    let mut running = run(data).args(["--report", "kept.json", "--report", "kept.txt"]).start();
    running.write(&lines(&RIGHT[..1]));
    running.wait_for("kept.json", "pre_save and post_save");
    // Until it waits for the second answer it may be about to write.
    let waits = || attempt(&store(data), 1).is_some_and(|kept| kept.on_screen() == Some(1));
    while !waits() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    if !meanwhile(&running) {
        eprintln!("skipped: this machine, or this user, cannot do that to a file");
        return None;
    }
    running.write(&lines(&RIGHT[1..2]));
    running.wait_for("kept.json", "makemigrations");
    afterwards(&running);
    running.write(&lines(&RIGHT[2..]));
    running.wait_for("kept.txt", "10 of 10 points");
    let output = running.end();
    assert_eq!(output.status, 0);
    assert_eq!(report(&output)["total"]["share"], 1);
    assert!(output.file("kept.txt").contains("10 of 10 points"));
    Some(output)
}

#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_meanwhile_is_told_once_and_costs_no_answer_of_the_report() {
    let data = TempDir::new().expect("a folder");
    let full = |running: &Running| running.limit_files("60000");
    let Some(output) = troubled(data.path(), full, |_| {}) else { return };
    assert!(output.stderr.starts_with("Not kept in the history: "), "{output}");
    assert!(output.stderr.contains("The report has all answers."), "{output}");
    assert_eq!(output.stderr.lines().count(), 1, "{output}");
    let kept = attempt(&store(data.path()), 1).expect("kept");
    assert_eq!(answers(&kept), [Given::text(RIGHT[0])]);
    assert!(kept.end().is_none());
}

#[cfg(unix)]
#[test]
fn when_there_is_room_again_the_history_has_all_answers() {
    let data = TempDir::new().expect("a folder");
    let full = |running: &Running| running.limit_files("60000");
    let room = |running: &Running| assert!(running.limit_files("unlimited"));
    let Some(output) = troubled(data.path(), full, room) else { return };
    assert_eq!(output.stderr.lines().count(), 2, "{output}");
    assert!(output.stderr.ends_with("The history has all answers again.\n"), "{output}");
    let kept = attempt(&store(data.path()), 1).expect("kept");
    assert_eq!(
        (answers(&kept), kept.end()),
        (RIGHT.map(Given::text).to_vec(), Some(End::Finished))
    );
}

/// Files that nobody can change, not even who has them open: only the owner of the machine can do that,
/// and not on every file system.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_becomes_read_only_meanwhile_is_told_once_and_costs_no_answer_of_the_report() {
    let data = TempDir::new().expect("a folder");
    let frozen = |how: &str| {
        let names =
            ["", "vivavoce.db", "vivavoce.db-wal", "vivavoce.db-shm", "vivavoce.lock", "running"];
        let paths = names.map(|name| data.path().join(name));
        let changed = std::process::Command::new("chattr").arg(how).args(paths).output();
        changed.is_ok_and(|output| output.status.success())
    };
    let output = troubled(data.path(), |_| frozen("+i"), |_| {});
    assert!(frozen("-i") || output.is_none(), "the folder stays as it is");
    let Some(output) = output else { return };
    assert!(output.stderr.starts_with("Not kept in the history: "), "{output}");
    assert_eq!(output.stderr.lines().count(), 1, "{output}");
    let kept = attempt(&store(data.path()), 1).expect("kept");
    assert_eq!(answers(&kept), [Given::text(RIGHT[0])]);
}
