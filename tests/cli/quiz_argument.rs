//! A quiz is named by its file or, where there is no such file, by its bundled name.

use crate::harness::Viva;

#[test]
fn a_file_wins_over_a_bundled_quiz() {
    let output = Viva::new().file("django", "titel = 'Mine'\n").args(["check", "django"]).output();
    assert_eq!(output.status, 1);
    assert!(output.stdout.contains("django:1:1"), "{output}");
}

#[test]
fn a_bundled_quiz_needs_no_file() {
    let output = Viva::new().args(["check", "django"]).output();
    assert!(output.stdout.starts_with("1 file"), "{output}");
}

#[test]
fn an_unknown_name_brings_the_nearest_and_the_list() {
    Viva::new()
        .args(["check", "djagno"])
        .stderr("djagno: no such file or bundled quiz; did you mean `django`?\nbundled quizzes: django, rust, sql\n")
        .status(3)
        .run();
}

#[test]
fn a_folder_is_no_quiz() {
    let output = Viva::new().args(["check", "."]).output();
    assert_eq!((output.status, output.stdout.as_str()), (3, ""));
    assert_eq!(output.stderr, ".: a folder; name the quiz file in it\n");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_writes_to_is_named() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    let folder = tempfile::TempDir::new().expect("a folder");
    let pipe = folder.path().join("quiz.toml");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let mut viva = Command::new(env!("CARGO_BIN_EXE_viva"));
    let check = viva.arg("check").arg(&pipe).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut check = check.spawn().expect("the binary runs");
    let (stderr, mut said) = (check.stderr.take().expect("piped"), String::new());
    BufReader::new(stderr).read_line(&mut said).expect("a message");
    assert!(said.ends_with("quiz.toml: a pipe; waiting until something writes to it\n"), "{said}");
    std::fs::write(&pipe, "title = 1\n").expect("the pipe takes it");
    let output = check.wait_with_output().expect("the check ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("quiz.toml:1:9"));
}
