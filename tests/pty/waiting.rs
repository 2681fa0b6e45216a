//! What a person sees while a long piece of work is done.

use crate::EVERY_TYPE;
use crate::seat::{ENTER, viva};

#[test]
fn reading_from_stdin_and_putting_a_document_together_show_signs_of_life() {
    let arguments = ["report", "-", "--quiz", "quiz.toml", "--output", "all.xlsx"];
    let mut seat = viva(&arguments).file("quiz.toml", EVERY_TYPE).start();
    seat.send("candidate,question,answer").send(ENTER).send("Ann,signals,pre_save").send(ENTER);
    seat.send("\x04");
    assert_eq!(seat.end(), 0);
    let raw = seat.raw();
    for sign in [" in 0s", "grading what was read", "putting the document together"] {
        assert!(raw.contains(sign), "{sign}: {raw:?}");
    }
    assert!(!seat.screen().contains("putting"), "{}", seat.screen());
}
