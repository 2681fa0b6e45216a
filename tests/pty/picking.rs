//! Lists to pick from and to tick, and answers of one line.

use crate::seat::{CTRL_C, DOWN, ENTER, ESC, Run, Seat, UP, viva_run};

fn quiz(question: &str) -> Run {
    quiz_with(question, &[])
}

fn quiz_with(question: &str, arguments: &[&str]) -> Run {
    let quiz = format!("title = \"T\"\n[[questions]]\nprompt = \"Which?\"\n{question}\n");
    viva_run(&[&["quiz.toml", "--report", "out.json"], arguments].concat()).file("quiz.toml", &quiz)
}

const TICKS: &str = "type = \"multi\"\noptions = [{ text = \"red\", correct = true }, \"green\", \
    { text = \"blue\", correct = true }]";

fn answer(seat: &Seat) -> String {
    let report: serde_json::Value = serde_json::from_str(&seat.file("out.json")).unwrap();
    report["questions"][0]["response"].to_string()
}

#[test]
fn ticks_outlive_the_menu() {
    let mut seat = quiz(TICKS).start();
    seat.see("› [ ] red").send(" ").see("› [x] red").send(UP).see("› [ ] blue").send(" ");
    seat.see("› [x] blue").send(ESC).see("Go on with the answer").send(ENTER);
    seat.see_row("› [x] red").see_row("  [ ] green").see_row("  [x] blue");
    seat.send(DOWN).send(" ").see("› [x] green").send(" ").see("› [ ] green").send(ENTER);
    seat.see("All that are right: red, blue").see("1 of 1 point");
    assert_eq!(seat.end(), 0);
}

#[test]
fn ctrl_c_at_a_list_with_ticks_asks_first_and_an_exam_keeps_them() {
    let mut seat = quiz_with(TICKS, &["--exam"]).start();
    seat.see("› [ ] red").send(" ").see("› [x] red").send(CTRL_C).see("What now?").send(CTRL_C);
    seat.see("stopped before the end");
    assert_eq!(seat.end(), 130);
    assert!(answer(&seat).contains("red"), "{}", answer(&seat));
}

#[test]
fn a_signal_to_end_keeps_what_is_ticked_or_written() {
    let cases = [
        (TICKS, "› [ ] red", " ", "› [x] red", "red"),
        ("type = \"short\"\naccept = [\"migrate\"]", "Your answer:", "migra", "migra", "migra"),
        ("type = \"number\"\ncorrect = 4", "a number:", "41", "number: 41", "41"),
    ];
    for (question, before, keys, after, kept) in cases {
        let mut seat = quiz(question).start();
        seat.see(before).send(keys).see(after).signal("TERM").see("stopped before the end");
        assert_eq!(seat.end(), 130);
        assert!(seat.is_as_a_shell_expects());
        assert!(answer(&seat).contains(kept), "{}", answer(&seat));
    }
}

#[test]
fn a_signal_to_end_keeps_the_gaps_filled_so_far() {
    let quiz_text =
        "title = \"T\"\n[[questions]]\ntype = \"cloze\"\nprompt = \"Count {{one}} {{two}}\"\n";
    let mut seat =
        viva_run(&["quiz.toml", "--report", "out.json"]).file("quiz.toml", quiz_text).start();
    seat.see("Gap 1 of 2:").send("one").send(ENTER).see("Gap 2 of 2:").send("tw").see("tw");
    seat.signal("HUP").see("stopped before the end");
    assert_eq!(seat.end(), 130);
    assert!(answer(&seat).contains("\"text\":\"tw\""), "{}", answer(&seat));
}

#[test]
fn options_break_between_words() {
    for kind in ["choice", "multi"] {
        let question = format!(
            "type = \"{kind}\"\noptions = [{{ text = \"a cache that sits in front of the whole site \
             and answers for it\", correct = true }}, \"another\"]"
        );
        let mut seat = quiz(&question).size(60, 40).start();
        seat.see("another").see("Esc menu");
        let screen = seat.screen();
        let words = screen.split_whitespace().collect::<Vec<_>>();
        for word in ["front", "whole", "answers"] {
            assert!(words.contains(&word), "{word} is broken:\n{screen}");
        }
    }
}

#[test]
fn a_list_with_ticks_lives_through_another_width() {
    let mut seat = quiz(TICKS).start();
    seat.see("› [ ] red").send(" ").see("› [x] red").resize(60, 30);
    seat.send(DOWN).see("› [ ] green").send(" ").see("› [x] green").send(ENTER);
    seat.see("All that are right: red, green").see("right, not picked: blue");
    assert!(answer(&seat).contains("green"), "{}", answer(&seat));
}

#[test]
fn a_list_to_pick_from_lives_through_another_width() {
    let question = "type = \"choice\"\noptions = [\"a first one\", { text = \"a cache that sits in \
        front of the whole site and answers for it\", correct = true }, \"another\"]\n[[questions]]\n\
        prompt = \"And?\"\ntype = \"boolean\"\ncorrect = true";
    let mut seat = quiz(question).start();
    seat.see_row("  a cache that sits in front of the whole site and answers for it");
    seat.see("Esc menu").resize(60, 30).send(DOWN);
    seat.see_row("› a cache that sits in front").see_row("  of the whole site and").send(ENTER);
    seat.see("1 of 1 point").see("Question 2 of 2").see_row("› True").send(ENTER);
    seat.see("Topics");
    assert_eq!(seat.end(), 0);
}

#[test]
fn what_is_typed_ahead_of_the_claims_claims_nothing() {
    let mut seat = quiz("keywords = [\"pre_save\", \"post_save\"]").start();
    seat.see("Enter sends").see_row("│").send("pre_save").see("pre_save");
    seat.send("\r  and so on \r").see("in other words?");
    seat.see("[ ] post_save").send(ENTER).see("Topics");
    assert_eq!(seat.end(), 0);
    assert!(seat.file("out.json").contains("\"claims\": 0"));
}

#[test]
fn feedback_waits_where_time_is_limited() {
    let limited = "time_limit = \"5m\"\nkeywords = [\"pre_save\"]\n[[questions]]\nprompt = \"And?\"\n\
        type = \"boolean\"\ncorrect = true";
    let mut seat = quiz(limited).start();
    seat.see("Enter sends").see_row("│").send("pre_save").send(ENTER).see("[Enter goes on]");
    assert!(!seat.screen().contains("Question 2"));
    seat.send(ENTER).see("Question 2 of 2").send(CTRL_C).see("stopped before the end");
    assert_eq!(seat.end(), 130);
}

#[test]
fn feedback_waits_where_it_would_scroll_away() {
    let question = "keywords = [\"pre_save\"]\nanswer = \"One.\\n\\nTwo.\\n\\nThree.\"\n[[questions]]\n\
        prompt = \"And?\"\ntype = \"boolean\"\ncorrect = true";
    let mut seat = quiz(question).size(18, 80).start();
    seat.see("Enter sends").see_row("│").send("pre_save").send(ENTER).see("[Enter goes on]");
    assert!(!seat.screen().contains("Question 2"));
    seat.send(ENTER).see("Question 2 of 2").send(CTRL_C).see("stopped before the end");
    assert_eq!(seat.end(), 130);
}

#[test]
fn what_was_skipped_has_its_model_answer_in_the_report() {
    let question = "keywords = [\"pre_save\"]\nanswer = \"It is `pre_save`.\"";
    let mut seat = quiz(question).start();
    seat.see("Enter sends").see_row("│").send(ESC).see("What now?").send(DOWN).send(DOWN);
    seat.see("› Skip this question; the report will show its answer").send(ENTER);
    seat.see("skipped").see_row("      model answer: It is pre_save.");
    assert_eq!(seat.end(), 0);
    let mut seat = quiz_with(question, &["--exam"]).start();
    seat.see("Enter sends").see_row("│").send(ESC).see("What now?").send(DOWN).send(DOWN);
    seat.see_row("› Skip this question").send(ENTER).see("skipped").see("Questions");
    assert_eq!(seat.end(), 0);
    assert!(!seat.screen().contains("model answer"), "{}", seat.screen());
}

#[test]
fn a_short_answer_in_other_words_can_be_claimed() {
    let question = "type = \"short\"\naccept = [\"git cherry-pick\", \"cherry-pick\"]";
    let mut seat = quiz(question).start();
    seat.see("Your answer:").send("use git cherry-pick").send(ENTER).see("0 of 1 point");
    seat.see("in other words?").see("› [ ] git cherry-pick").send(" ").see("[x]").send(ENTER);
    seat.see("With 1 claim granted it would be 100%.").see("1 of 1 with claims");
    assert_eq!(seat.end(), 0);
}

#[test]
fn an_order_under_way_names_the_item_before() {
    let items = "type = \"order\"\nitems = [\"one\", \"two\", \"three\"]";
    let mut seat = quiz(items).start();
    seat.see("What comes first?").send(ENTER).see("Place 2 of 3, after “").send(ESC);
    seat.see("Go on with the answer").send(ENTER).see("  1. ").see("(take the last one back)");
    seat.send(ENTER);
    seat.see("pairs are in the right order").see("Topics");
    assert_eq!(seat.end(), 0);
}

#[test]
fn help_breaks_between_words() {
    let mut seat = quiz("type = \"boolean\"\ncorrect = true").size(60, 40).start();
    seat.see("True").send(ESC).see("goes on with the answer");
    let screen = seat.screen();
    assert!(screen.split_whitespace().any(|word| word == "with"), "{screen}");
}
