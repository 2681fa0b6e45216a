//! Windows of all sizes, with and without colour.

use crate::EVERY_TYPE;
use crate::seat::{ENTER, viva, viva_run};

#[test]
fn forty_columns_are_enough() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).size(60, 40).start();
    seat.see_row("What are signals? Name the ones sent");
    seat.see_row("around saving a model, for example with");
    seat.see("Enter sends").see_row("│").send("pre_save upon an event").send(ENTER);
    seat.see_row("✗ post_save").see("in other words?").send(ENTER).see("Question 2 of 8");
}

#[test]
fn a_resize_in_the_middle_of_an_answer_loses_nothing() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Enter sends")
        .see_row("│")
        .send("A signal runs code when something happens to a model");
    seat.see_row("│ A signal runs code when something happens to a model");
    seat.resize(60, 40).see_row("│ A signal runs code when something");
    seat.see_row("│ happens to a model").see("Question 1 of 8").see("What are signals?");
    seat.send(", upon an event").see_row("│ happens to a model, upon an event");
    seat.resize(60, 100);
    seat.see_row("│ A signal runs code when something happens to a model, upon an event");
    seat.send(ENTER).see("0.75 of 3 points").see("in other words?");
}

#[test]
fn without_colour_no_colour_code_is_sent() {
    let mut seat =
        viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).env("NO_COLOR", "1").start();
    seat.see("Enter sends").see_row("│").send("per_save upon an event").send(ENTER);
    seat.see("[per_save]¹ upon an [event]²").see("in other words?").send(ENTER);
    seat.see("Question 2 of 8").send("\x03").see("Topics");
    assert_eq!(seat.end(), 130);
    let raw = seat.raw();
    let coloured = raw.split("\x1b[").skip(1).filter_map(|code| code.split_once('m'));
    let coloured: Vec<_> = coloured
        .map(|(numbers, _)| numbers)
        .filter(|numbers| numbers.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'))
        .filter(|numbers| !matches!(*numbers, "" | "0" | "39" | "49"))
        .collect();
    assert_eq!(coloured, [""; 0], "{raw:?}");
}

#[test]
fn with_colour_finds_are_coloured() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Enter sends")
        .see_row("│")
        .send("pre_save upon an event")
        .send(ENTER)
        .see("in other words?");
    assert!(seat.raw().contains("\x1b[1;32mpre_save"), "{:?}", seat.raw());
}

#[test]
fn what_check_says_fits_forty_columns() {
    const QUIZ: &str = "title = \"T\"\n[[questions]]\nprompt = \"What is sent?\"\n\
        keywords = [\"pre_save\"]\nexamples = [{ answer = \"pre_save\", at_least = 1.0 }]\n";
    let mut seat = viva(&["check", "quiz.toml"]).file("quiz.toml", QUIZ).size(60, 40).start();
    seat.see_row("1 file: 0 errors, 0 warnings; 1 example").see_row("run");
    assert_eq!(seat.end(), 0);
    let mut seat = viva(&["check", "--explain", "V006"]).size(60, 40).start();
    seat.see_row("A quiz needs `title` and at least one").see_row("    keywords = [\"pre_save\"]");
    assert_eq!(seat.end(), 0);
    let mut seat = viva(&["show", "sql"]).size(1000, 40).start();
    seat.see_row("Joins, grouping, nulls, indexes,");
    assert_eq!(seat.end(), 0);
    assert!(seat.screen().lines().all(|line| line.chars().count() <= 40));
}

#[test]
fn messages_break_at_words() {
    for (arguments, rows, code) in [
        (
            &["keygen", "--output", "key.pem"][..],
            ["keep a copy of key.pem: without it no", "answers can be opened"],
            0,
        ),
        (
            &["pack", "django", "--key", "none/of/these/key.pem", "--output", "a"],
            ["none/of/these/key.pem: No such file or", "directory (os error 2)"],
            3,
        ),
        (
            &["report", "a.csv", "--key", "key.pem"],
            ["submissions need a quiz; name it by", "--quiz"],
            2,
        ),
    ] {
        let mut seat = viva(arguments).size(60, 40).start();
        for row in rows {
            seat.see_row(row);
        }
        assert_eq!(seat.end(), code);
    }
}
