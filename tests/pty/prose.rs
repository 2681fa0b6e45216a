//! Writing several sentences.

use crate::EVERY_TYPE;
use crate::seat::{ALT_ENTER, CTRL_C, DOWN, ENTER, ESC, Run, Seat, UP, viva_run};

fn quiz(arguments: &[&str]) -> Run {
    viva_run(&[&["quiz.toml", "--report", "out.json"], arguments].concat())
        .file("quiz.toml", EVERY_TYPE)
}

fn answer_of(seat: &Seat) -> String {
    let report: serde_json::Value = serde_json::from_str(&seat.file("out.json")).unwrap();
    report["questions"][0]["response"]["text"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn rows_break_between_words_and_arrows_move_between_them() {
    let mut seat = quiz(&[]).size(40, 40).start();
    seat.see("Enter sends")
        .see_row("│")
        .send("A signal runs code when something happens to a model");
    seat.see_row("│ A signal runs code when something");
    seat.see_row("│ happens to a model");
    seat.send(UP).send("!").see_row("│ A signal runs code! when something");
    seat.send(DOWN).send("?").see_row("│ happens to a model?");
    seat.send(ALT_ENTER).send("A line of its own").see_row("│ A line of its own");
    seat.send(ENTER).see("points").see("in other words?");
    let expected = "A signal runs code! when something happens to a model?\nA line of its own";
    assert_eq!(answer_of(&seat), expected);
}

#[test]
fn a_long_paste_arrives_whole() {
    let mut seat = quiz(&[]).size(30, 80).start();
    let text = "A sentence with some words.\n".repeat(330) + "The end.";
    seat.see("Enter sends")
        .see_row("│")
        .paste(&text)
        .see("The end.")
        .send(ENTER)
        .see("in other words?");
    assert_eq!(answer_of(&seat), text);
}

#[test]
fn the_editor_gets_the_draft_and_gives_it_back() {
    let script = "#!/bin/sh\necho ' and written in the editor' >> \"$2\"\n";
    let editor = "'./my editor' --wait";
    let mut seat = quiz(&[]).script("my editor", script).env("EDITOR", editor).start();
    seat.see("Enter sends")
        .see_row("│")
        .send("begun here")
        .see("begun here")
        .send(ESC)
        .see("What now?");
    seat.send(DOWN).see("› Show the hint").send(DOWN).see("› Write in an editor").send(ENTER);
    seat.see("and written in the editor").send(ENTER).see("in other words?");
    assert!(answer_of(&seat).starts_with("begun here"), "{}", answer_of(&seat));
    assert!(answer_of(&seat).ends_with("and written in the editor"));
}

#[test]
fn an_editor_that_is_not_there_is_named_and_the_draft_stays() {
    let mut seat = quiz(&[]).env("EDITOR", "no-such-editor").start();
    seat.see("Enter sends")
        .see_row("│")
        .send("begun here")
        .see("begun here")
        .send(ESC)
        .see("What now?");
    seat.send(DOWN).see("› Show the hint").send(DOWN).see("› Write in an editor").send(ENTER);
    seat.see("Your draft is as it was. no-such-editor:");
    seat.send(", and on").see_row("│ begun here, and on");
}

#[test]
fn ctrl_c_in_the_editor_is_the_editors_own() {
    let script = "#!/bin/sh\ntrap '' INT\necho ' and on' >> \"$1\"\necho editing\nread -r line\n";
    let mut seat = quiz(&[]).script("editor", script).env("EDITOR", "./editor").start();
    seat.see("Enter sends").see_row("│").send("begun here").see("begun here").send(ESC);
    seat.see("What now?").send(DOWN).see("› Show the hint").send(DOWN).see("› Write in an editor");
    seat.send(ENTER).see_row("editing").send(CTRL_C).send(ENTER).see_row("│ begun here and on");
    seat.send(ENTER).see("in other words?");
    assert_eq!(answer_of(&seat), "begun here and on");
}

#[test]
fn a_signal_to_end_keeps_what_the_editor_has_saved() {
    let script =
        "#!/bin/sh\necho ' and saved in the editor' >> \"$1\"\necho saved\nexec sleep 60\n";
    let mut seat = quiz(&[]).script("editor", script).env("EDITOR", "./editor").start();
    seat.see("Enter sends").see_row("│").send("begun here").see("begun here").send(ESC);
    seat.see("What now?").send(DOWN).see("› Show the hint").send(DOWN).see("› Write in an editor");
    seat.send(ENTER).see_row("saved").signal("TERM").see("stopped before the end");
    assert_eq!(seat.end(), 130);
    assert_eq!(answer_of(&seat), "begun here and saved in the editor");
}
