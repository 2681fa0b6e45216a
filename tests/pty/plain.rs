//! Plain lines, for dumb terminals and screen readers.

use crate::EVERY_TYPE;
use crate::seat::{CTRL_C, CTRL_D, Seat, viva_run};

fn plain(arguments: &[&str]) -> Seat {
    viva_run(&[&["quiz.toml", "--report", "out.json"], arguments].concat())
        .file("quiz.toml", EVERY_TYPE)
        .size(200, 80)
        .start()
}

fn no_codes(seat: &Seat) {
    assert!(!seat.raw().contains('\x1b'), "{:?}", seat.raw());
}

#[test]
fn every_question_type_is_answered_by_typing_lines() {
    let mut seat = plain(&["--plain"]);
    seat.see("An empty line ends it").send("per_save runs\nupon an event\n\n");
    seat.see("Found: pre_save: you wrote “per_save”").see("Missed: post_save");
    seat.see("Numbers, or an empty line").send("1\n");
    seat.see("Question 2 of 8").send("makemigrations\n").see("Question 3 of 8");
    seat.see("3. nginx").send("7\n").see("is none of the 3 options").send("2\n");
    seat.see("Question 4 of 8").send("1, 2\n").see("Question 5 of 8").send("false\n");
    seat.see("Question 6 of 8").send("1.3\n").see("Question 7 of 8").send("1 2 3\n");
    seat.see("Question 8 of 8").send("urlpatterns | path\n").see("Topics");
    assert_eq!(seat.end(), 0);
    no_codes(&seat);
}

#[test]
fn an_empty_line_opens_the_menu_and_loses_nothing() {
    let mut seat = viva_run(&["quiz.toml"])
        .file("quiz.toml", EVERY_TYPE)
        .env("TERM", "dumb")
        .size(200, 80)
        .start();
    seat.see("opens the menu").send("\n").see("2. Show the hint").send("2\n");
    seat.see("Hint, for 0.5 points").send("pre_save\n").send(CTRL_D);
    seat.see("Number of what to do:").send("9\n").see("A number from 1 to").send("1\n");
    seat.send("and post_save upon an event\n\n").see("2.5 of 3 points");
    seat.see("Question 2 of 8").send(CTRL_C).see("stopped before the end");
    assert_eq!(seat.end(), 130);
    no_codes(&seat);
}

#[test]
fn nothing_can_be_claimed_where_the_answer_earned_everything() {
    let quiz = "title = \"T\"\n[[questions]]\nprompt = \"What?\"\nfull_at = 0.5\n\
        keywords = [\"event\", \"receiver\"]\n";
    let mut seat =
        viva_run(&["--plain", "quiz.toml"]).file("quiz.toml", quiz).size(200, 80).start();
    seat.see("opens the menu. >").send("An event.\n\n").see("Missed: receiver").see("passed");
    assert_eq!(seat.end(), 0);
    assert!(!seat.raw().contains("other words"), "{}", seat.raw());
}

#[test]
fn what_was_typed_before_ctrl_c_counts_in_an_exam() {
    let mut seat = plain(&["--plain", "--exam"]);
    seat.see("opens the menu. >").send("pre_save upon an event\n");
    seat.see("> pre_save upon an event >").send(CTRL_C);
    seat.see("Number of what to do:").send(CTRL_C).see("7 questions not answered");
    assert_eq!(seat.end(), 130);
    assert!(seat.file("out.json").contains("pre_save upon an event"));
}

#[test]
fn a_signal_to_end_asks_nothing_and_keeps_what_was_typed() {
    let mut seat = plain(&["--plain"]);
    seat.see("opens the menu. >").send("pre_save upon an event\n");
    seat.see("> pre_save upon an event >").signal("TERM").see("7 questions not answered");
    assert_eq!(seat.end(), 130);
    assert!(seat.file("out.json").contains("pre_save upon an event"));
    no_codes(&seat);
}

#[test]
fn going_back_in_an_exam_can_leave_the_earlier_answer_as_it_is() {
    let mut seat = plain(&["--plain", "--exam"]);
    seat.see("An empty line ends it").send("pre_save and post_save\nupon an event\n\n");
    seat.see("Question 2 of 8").see("opens the menu. >").send("\n");
    seat.see("3. Back to question 1").send("3\n");
    seat.see("Your answer so far: pre_save and post_save").send("\n");
    seat.see("2. Leave your earlier answer as it is").send("2\n");
    seat.see("Question 2 of 8 · Tools · 1 point Which command")
        .send(CTRL_C)
        .see("7 questions not answered");
    assert_eq!(seat.end(), 130);
    assert!(seat.file("out.json").contains("pre_save and post_save\\nupon an event"));
}
