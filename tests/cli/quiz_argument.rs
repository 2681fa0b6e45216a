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
    assert!(output.stderr.starts_with(".: "), "{output}");
}
