//! Esc, Ctrl-C and Ctrl-D lose nothing.

use std::thread::sleep;
use std::time::Duration;

use vivavoce::attempt::{Given, Mode};
use vivavoce::store::{Filter, Store};

use crate::EVERY_TYPE;
use crate::seat::{CTRL_C, CTRL_D, DOWN, ENTER, ESC, Seat, viva_run};

fn at_question_two() -> Seat {
    let mut seat = viva_run(&["quiz.toml", "--report", "out.json", "--report", "out.txt"])
        .file("quiz.toml", EVERY_TYPE)
        .start();
    seat.see("Question 1 of 8").see("Enter sends").see_row("│");
    seat.send("pre_save and post_save upon an event").send(ENTER).see("3 of 3 points");
    seat.see("Question 2 of 8").see("Your answer:");
    seat
}

#[test]
fn ctrl_c_ends_with_the_partial_report() {
    let mut seat = at_question_two();
    assert!(
        seat.file("out.json").contains("post_save upon an event"),
        "kept before the next question"
    );
    seat.send(CTRL_C).see("stopped before the end").see("7 questions not answered");
    assert_eq!(seat.end(), 130);
    assert!(seat.file("out.txt").contains("3 of 3"));
}

#[test]
fn what_was_answered_before_ctrl_c_is_in_a_report_of_every_format() {
    let names = ["out.json", "out.txt", "out.md", "out.csv", "out.xml", "out.html", "out.xlsx"];
    let reports = names.iter().flat_map(|name| ["--report", name]);
    let arguments: Vec<&str> = ["quiz.toml"].into_iter().chain(reports).collect();
    let mut seat = viva_run(&arguments).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Enter sends").see_row("│").send("pre_save and post_save upon an event").send(ENTER);
    seat.see("Question 2 of 8").see("Your answer:").send(CTRL_C).see("stopped before the end");
    assert_eq!(seat.end(), 130);
    assert!(seat.file("out.txt").contains("3 of 3"));
    for name in ["out.json", "out.md", "out.csv", "out.xml"] {
        assert!(seat.file(name).contains("pre_save and post_save upon an event"), "{name}");
    }
    assert!(
        seat.file("out.html").contains("upon an") && seat.file("out.html").ends_with("</html>\n")
    );
    let workbook = std::fs::File::open(seat.path("out.xlsx")).expect("the workbook");
    let mut workbook = zip::ZipArchive::new(workbook).expect("a workbook");
    let mut answers = String::new();
    let mut sheet = workbook.by_name("xl/worksheets/sheet4.xml").expect("the answers");
    std::io::Read::read_to_string(&mut sheet, &mut answers).expect("the answers");
    assert!(answers.contains("pre_save and post_save upon an event"));
}

#[test]
fn ctrl_c_on_a_draft_asks_first_and_what_was_not_sent_is_no_answer_in_practice() {
    let mut seat = at_question_two();
    seat.send("makemigrations").see("makemigrations").send(CTRL_C);
    seat.see("What now?").see("Stop here without this draft").send(CTRL_C);
    seat.see("stopped before the end").see("7 questions not answered");
    assert_eq!(seat.end(), 130);
    let report: serde_json::Value = serde_json::from_str(&seat.file("out.json")).unwrap();
    assert!(report["questions"][1]["response"].is_null(), "{report}");
}

#[test]
fn stopping_an_exam_keeps_the_draft() {
    let mut seat = viva_run(&["quiz.toml", "--exam", "--report", "out.json"])
        .file("quiz.toml", EVERY_TYPE)
        .start();
    seat.see("Enter sends").see_row("│").send("pre_save upon an event").see("upon an event");
    seat.send(CTRL_C).see("Stop here with this draft").send(CTRL_C);
    seat.see("stopped before the end").see("7 questions not answered");
    assert_eq!(seat.end(), 130);
    assert!(seat.file("out.json").contains("pre_save upon an event"));
}

#[test]
fn ctrl_d_and_esc_open_the_menu_and_esc_goes_on() {
    let mut seat = at_question_two();
    seat.send("make").see("make").send(CTRL_D).see("What now?");
    seat.send(ESC).see("What now? …").see("Your answer: make");
    seat.send("migrations").send(ENTER).see("1 of 1 point").see("Question 3 of 8");
    seat.send(ESC).see("Stop here and see the report").send(CTRL_C);
    seat.see("stopped before the end");
    assert_eq!(seat.end(), 130);
}

#[test]
fn stopping_by_the_menu_is_no_failure() {
    let mut seat = at_question_two();
    seat.send(ESC).see("What now?").send(DOWN).see("› Skip").send(DOWN).see("› Stop here");
    seat.send(ENTER).see("stopped before the end");
    assert_eq!(seat.end(), 0);
}

#[test]
fn ctrl_c_at_the_claims_stops_too() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Enter sends").see_row("│").send("nothing of it").send(ENTER).see("in other words?");
    seat.send(CTRL_C).see("stopped before the end");
    assert_eq!(seat.end(), 130);
}

#[test]
fn a_signal_to_end_restores_the_terminal_and_gives_the_partial_report() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut seat = at_question_two();
        assert!(!seat.is_as_a_shell_expects());
        seat.signal(signal).see("stopped before the end").see("7 questions not answered");
        assert_eq!(seat.end(), 130, "{signal}");
        assert!(seat.is_as_a_shell_expects(), "{signal}");
        assert!(seat.file("out.json").contains("\"end\": \"stopped\""), "{signal}");
        assert!(seat.file("out.txt").contains("3 of 3"), "{signal}");
    }
}

#[test]
fn a_signal_to_end_keeps_the_prose_under_way() {
    let mut seat =
        viva_run(&["quiz.toml", "--report", "out.json"]).file("quiz.toml", EVERY_TYPE).start();
    seat.see("Enter sends").see_row("│").send("pre_save upon an event");
    seat.see_row("│ pre_save upon an event").signal("TERM").see("7 questions not answered");
    assert_eq!(seat.end(), 130);
    assert!(seat.is_as_a_shell_expects());
    assert!(seat.file("out.json").contains("pre_save upon an event"));
}

#[test]
fn a_signal_to_end_does_not_touch_answers_that_stand() {
    for signal in ["TERM", "INT"] {
        let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE).start();
        seat.see("Enter sends").see_row("│").send("nothing of it").send(ENTER);
        seat.see("in other words?").see("[Space claims").signal(signal);
        seat.see("7 questions not answered");
        assert_eq!(seat.end(), 130, "{signal}");
        assert!(seat.is_as_a_shell_expects(), "{signal}");
    }
}

#[test]
fn a_signal_to_end_is_heard_at_the_menu_and_at_lists_before_the_first_question() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut seat = at_question_two();
        seat.send(ESC).see("What now?").see("Esc goes on").signal(signal);
        seat.see("stopped before the end");
        assert_eq!(seat.end(), 130, "{signal}");
        let mut seat = viva_run(&[]).start();
        seat.see("Which quiz?").see("Esc leaves").signal(signal);
        assert_eq!(seat.end(), 130, "{signal}");
        assert!(seat.is_as_a_shell_expects(), "{signal}");
    }
}

#[test]
fn a_terminal_that_is_closed_ends_the_run_as_its_signal_does() {
    for (arguments, prompt) in [(&[][..], "│"), (&["--exam"], "│"), (&["--plain"], ">")] {
        let run = viva_run(&[&["quiz.toml", "--report", "out.json"], arguments].concat());
        let mut seat = run.file("quiz.toml", EVERY_TYPE).start();
        seat.see("Question 1 of 8").see_row(prompt).send("pre_save upon an event");
        assert_eq!(seat.hang_up("s"), 130, "{arguments:?}");
        assert!(seat.file("out.json").contains("\"end\": \"stopped\""), "{arguments:?}");
    }
    let mut seat = viva_run(&[]).start();
    seat.see("Which quiz?").see("Esc leaves");
    assert_eq!(seat.hang_up(DOWN), 130);
}

#[test]
fn an_attempt_that_was_cut_off_is_offered_again() {
    let data = tempfile::TempDir::new().expect("a folder");
    let sit = |arguments: &[&str]| {
        let run = viva_run(&[&["quiz.toml"], arguments].concat()).file("quiz.toml", EVERY_TYPE);
        run.env("VIVA_DATA_DIR", &data.path().to_string_lossy()).start()
    };
    let mut seat = sit(&[]);
    seat.see("Enter sends").see_row("│").send("pre_save upon an event").send(ENTER);
    seat.see("in other words?").send(ENTER).see("Question 2 of 8").see("Your answer:");
    seat.signal("KILL").end();
    let mut seat = sit(&[]);
    seat.see("was cut off after 1 of 8 questions").see("› Go on with it").send(ENTER);
    seat.see("Question 2 of 8").see("Your answer:").signal("HUP").end();
    let mut seat = sit(&["--plain"]);
    seat.see("was cut off after 1 of 8 questions").see("Number of what to do:").send("2\r");
    seat.see("Question 1 of 8").send(CTRL_C).see("stopped before the end").end();
    sit(&[]).see("Question 1 of 8");
}

#[test]
fn what_was_being_written_at_a_kill_is_there_again() {
    let data = tempfile::TempDir::new().expect("a folder");
    let sit = |arguments: &[&str]| {
        let run = viva_run(&[&["quiz.toml"], arguments].concat()).file("quiz.toml", EVERY_TYPE);
        run.env("VIVA_DATA_DIR", &data.path().to_string_lossy()).start()
    };
    let drafted = |text: &str| {
        let kept = || -> Option<bool> {
            let store = Store::open_existing(data.path()).ok()??.store;
            let open = store.without_end("All types", None, Mode::Practice).ok()?;
            let drafts = store.drafts(open.first()?.number).ok()?;
            Some(drafts.values().any(|draft| *draft == Given::text(text)))
        };
        let seen = std::iter::repeat_with(kept).inspect(|_| sleep(Duration::from_millis(50)));
        assert!(seen.take(400).any(|kept| kept == Some(true)), "{text:?} is not kept");
    };
    let mut seat = sit(&[]);
    seat.see("Enter sends").see_row("│").send("pre_save upon");
    drafted("pre_save upon");
    seat.signal("KILL").end();
    let mut seat = sit(&[]);
    seat.see("was cut off after 0 of 8 questions").send(ENTER).see_row("│ pre_save upon");
    seat.send(" an event");
    drafted("pre_save upon an event");
    seat.signal("KILL").end();
    let mut seat = sit(&["--plain"]);
    seat.see("Number of what to do:").send("1\r").see("Your answer so far: pre_save upon an event");
    seat.send("and post_save\r\r").see("3 of 3 points").signal("KILL").end();
    let mut seat = sit(&[]);
    seat.see("was cut off after 1 of 8 questions").send(ENTER).see("Question 2 of 8");
    seat.see("Your answer:").send(CTRL_C).see("stopped before the end").end();
}

#[test]
fn a_draft_alone_leaves_nothing_behind() {
    let data = tempfile::TempDir::new().expect("a folder");
    let run = viva_run(&["quiz.toml"]).file("quiz.toml", EVERY_TYPE);
    let mut seat = run.env("VIVA_DATA_DIR", &data.path().to_string_lossy()).start();
    seat.see("Enter sends").see_row("│").send("pre_save upon");
    let attempts = || {
        let store = Store::open_existing(data.path()).expect("a history").expect("a history");
        store.store.find(&Filter::default()).expect("a history").len()
    };
    let counts = std::iter::repeat_with(attempts).inspect(|_| sleep(Duration::from_millis(50)));
    assert!(counts.take(400).any(|count| count == 1));
    seat.send(CTRL_C).see("What now?").send(CTRL_C).see("stopped before the end").end();
    assert_eq!(attempts(), 0);
}
