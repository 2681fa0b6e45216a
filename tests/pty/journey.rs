//! From the first question to the report.

use crate::EVERY_TYPE;
use crate::seat::{CTRL_C, DOWN, ENTER, ESC, viva_run};

#[test]
fn a_run_with_every_question_type() {
    let mut seat = viva_run(&["quiz.toml", "--report", "out.json", "--candidate", "Ann"])
        .file("quiz.toml", EVERY_TYPE)
        .size(120, 80)
        .start();
    seat.see("Question 1 of 8 · Events · junior · 3 points").see("Enter sends").see_row("│");
    seat.send("per_save runs upon an event").send(ENTER);
    seat.see("1.5 of 3 points").see("you wrote “per_save”, counted as “pre_save”, 86%");
    seat.see("Model answer").see("Did you say it in other words?");
    seat.send(" ").see("[x] post_save").send(ENTER);
    seat.see("Question 2 of 8").see("Your answer:").send("makemigratoins").send(ENTER);
    seat.see("counted as “makemigrations”");
    seat.see("Question 3 of 8").see("› Varnish").send(DOWN).see("› Memcached").send(ENTER);
    seat.see("Question 4 of 8").see("[ ] `SQLite`").send(" ").see("[x] `SQLite`").send(ENTER);
    seat.see("right, not picked: PostgreSQL");
    seat.see("Question 5 of 8").see("› True").send(DOWN).see("› False").send(ENTER);
    seat.see("Question 6 of 8").see("Your answer, in s:").send("1,3 s").send(ENTER);
    seat.see("it is 1.3 s");
    seat.see("Question 7 of 8").see("What comes first?");
    seat.send(ENTER).see("Place 2 of 3, after").send(ENTER).see("pairs are in the right order");
    seat.see("Question 8 of 8").see("a list called { ____ } of { ____ } calls");
    seat.see("Gap 1 of 2:").send("urlpatterns").send(ENTER);
    seat.see("Gap 2 of 2:").send("re_path").send(ENTER);
    seat.see("Topics").see("With 1 claim granted");
    assert_eq!(seat.end(), 0);
    let report: serde_json::Value = serde_json::from_str(&seat.file("out.json")).unwrap();
    assert_eq!(report["candidate"], "Ann");
    assert_eq!(report["questions"].as_array().unwrap().len(), 8);
}

#[test]
fn an_exam_reveals_nothing_and_lets_answers_change() {
    let mut seat = viva_run(&["quiz.toml", "--exam"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("exam: nothing is revealed until the end").see("Enter sends").see_row("│");
    seat.send("pre_save").send(ENTER).see("Question 2 of 8").see("Your answer:");
    assert!(!seat.screen().contains("Model answer"));
    seat.send(ESC).see("Back to question 1").send(DOWN).see("› Skip").send(DOWN);
    seat.see("› Back to question 1").send(ENTER).see_rows("│ pre_save", 2);
    seat.send(" and post_save upon an event").see("upon an event").send(ENTER);
    seat.send(CTRL_C).see("stopped before the end").see("3 of 3");
    assert_eq!(seat.end(), 130);
}

#[test]
fn a_skipped_question_is_gone_back_to() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Question 1 of 8").see("Enter sends").see_row("│").send("before I forget");
    seat.see("before I forget").send(ESC).see("Skip this question");
    seat.send(DOWN).see("› Show the hint").send(DOWN).see("› Write in an editor");
    seat.send(DOWN).see("› Skip this question").send(ENTER);
    seat.see("Question 2 of 8").see("Your answer:").send(ESC).see("Back to question 1");
    seat.send(DOWN).see("› Skip").send(DOWN).see("› Back to question 1").send(ENTER);
    seat.see("Question 2 of 8").see_row("│ before I forget");
    seat.send(": pre_save and post_save, upon an event").send(ENTER).see("3 of 3 points");
    seat.see("Question 2 of 8");
}

#[test]
fn the_answer_under_way_when_time_is_up_is_kept_and_no_further_question_asked() {
    let mut seat = viva_run(&["quiz.toml", "--time-limit", "1s", "--report", "out.json"])
        .file("quiz.toml", EVERY_TYPE)
        .start();
    seat.see("0:01 left")
        .see("Enter sends")
        .see_row("│")
        .send("pre_save and post_save upon an event");
    let shown = std::time::Instant::now();
    seat.see("upon an event");
    while shown.elapsed() < std::time::Duration::from_millis(1100) {
        std::thread::yield_now();
    }
    seat.send(ENTER).see("3 of 3 points (late)").see("The time is up.").see("Topics");
    assert_eq!(seat.end(), 0);
    assert!(!seat.screen().contains("Question 2 of 8"));
    assert!(seat.file("out.json").contains("\"late\": true"));
}

#[test]
fn without_a_name_a_quiz_is_picked_from_the_list() {
    let mut seat = viva_run(&[]).start();
    seat.see("Which quiz?").see("django").send(ENTER).see("Question 1 of");
}

#[test]
fn keys_typed_ahead_wait_for_their_question() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Question 1 of 8").send("pre_save and post_save upon an event").send(ENTER);
    seat.send("makemigrations").send(ENTER).send(DOWN).send(ENTER);
    seat.see("3 of 3 points").see("“makemigrations”").see("Yes.").see("Question 4 of 8");
}

#[test]
fn a_line_feed_sends_like_enter() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Enter sends").send("pre_save and post_save upon an event\n");
    seat.see("3 of 3 points").see("Your answer:").send("makemigrations\n").see("Question 3 of 8");
}
