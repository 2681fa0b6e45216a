//! `viva new` and `viva schema`

use crate::harness::Viva;

#[test]
fn the_starter_comes_with_its_schema() {
    let output = Viva::new()
        .args(["new", "quiz.toml"])
        .stdout(
            "wrote quiz.toml, and viva-quiz.schema.json beside it for editors; \
             try it with `viva run quiz.toml`\n",
        )
        .run();
    let schema = Viva::new().args(["schema", "quiz"]).output();
    assert_eq!(output.file("viva-quiz.schema.json"), schema.stdout);
    assert!(output.file("quiz.toml").starts_with("#:schema ./viva-quiz.schema.json\n"));
}

#[test]
fn the_starter_passes_check_without_a_warning() {
    let starter = Viva::new().args(["new", "quiz.toml"]).output().file("quiz.toml");
    Viva::new()
        .file("quiz.toml", starter)
        .args(["check", "--deny", "warnings", "quiz.toml"])
        .stdout("1 file: 0 errors, 0 warnings; 2 examples run\n")
        .run();
}

#[test]
fn nothing_is_overwritten() {
    let output = Viva::new()
        .file("quiz.toml", "mine")
        .args(["new", "quiz.toml"])
        .stderr("quiz.toml: exists already, and nothing is overwritten\n")
        .status(3)
        .run();
    assert_eq!(output.file("quiz.toml"), "mine");
}

#[test]
fn a_schema_that_is_there_already_is_left_alone() {
    let output = Viva::new()
        .file("viva-quiz.schema.json", "mine")
        .args(["new", "quiz.toml"])
        .stdout("wrote quiz.toml; try it with `viva run quiz.toml`\n")
        .run();
    assert_eq!(output.file("viva-quiz.schema.json"), "mine");
}

#[test]
fn a_directory_that_does_not_exist_is_named() {
    Viva::new()
        .args(["new", "nowhere/quiz.toml"])
        .stderr("nowhere/quiz.toml: its directory does not exist\n")
        .status(3)
        .run();
}
