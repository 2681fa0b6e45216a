//! A packed quiz taken at a terminal.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::EVERY_TYPE;
use crate::seat::{CTRL_C, DOWN, ENTER, ESC, Seat, UP, viva};

/// A folder with a key and a packed quiz, where the answers arrive, too.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new(quiz: &str, arguments: &[&str]) -> Self {
        let home = Self { folder: TempDir::new().expect("a folder for the test") };
        std::fs::write(home.path("quiz.toml"), quiz).expect("a quiz");
        let (key, page, quiz) = (home.path("key.pem"), home.path("a.html"), home.path("quiz.toml"));
        run(&["keygen", "--output", &key]);
        run(&[&["pack", &quiz, "--key", &key, "--output", &page], arguments].concat());
        home
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    /// Sits down at the packed quiz.
    fn take(&self, arguments: &[&str]) -> Seat {
        let (page, output) = (self.path("a.html"), self.path("sealed.txt"));
        let common = ["take", &page, "--output", &output];
        viva(&[&common, arguments].concat()).env("VIVA_DATA_DIR", &self.path("data")).start()
    }

    /// Sits down, says a name and agrees.
    fn begin(&self) -> Seat {
        let mut seat = self.take(&[]);
        seat.see("What is recorded").see("Your name:").send("Ann Lee").send(ENTER);
        seat.see("› Leave for now").send(DOWN).see("› Agree").send(ENTER);
        seat.see("Question 1 of");
        seat
    }

    /// The report of what was handed in.
    fn report(&self) -> Value {
        let (quiz, key, out) = (self.path("quiz.toml"), self.path("key.pem"), self.path("r.json"));
        let sealed = self.path("sealed.txt");
        run(&["report", &sealed, "--quiz", &quiz, "--key", &key, "--output", &out]);
        let text = std::fs::read_to_string(out).expect("a report");
        let report: Value = serde_json::from_str(&text).expect("JSON");
        report.get("reports").map_or_else(|| report.clone(), |reports| reports[0].clone())
    }

    fn is_handed_in(&self) -> bool {
        Path::new(&self.path("sealed.txt")).exists()
    }
}

/// Runs a command to its end.
fn run(arguments: &[&str]) {
    let mut seat = viva(arguments).start();
    assert_eq!(seat.end(), 0, "{}", seat.screen());
}

fn answers(report: &Value) -> Vec<&Value> {
    report["questions"].as_array().expect("questions").iter().collect()
}

#[test]
fn every_type_is_answered_and_comes_back_as_it_was_given() {
    let home = Home::new(EVERY_TYPE, &[]);
    let mut seat = home.begin();
    seat.see("Enter sends").see_row("│").send("pre_save and post_save upon an event").send(ENTER);
    seat.see("Question 2 of 8").see("Your answer:").send("makemigrations").send(ENTER);
    seat.see("Question 3 of 8").see("Enter answers").send(DOWN).see("› Memcached").send(ENTER);
    seat.see("Question 4 of 8").see("Space ticks").send(" ").send(DOWN).send(" ").send(ENTER);
    seat.see("Question 5 of 8").see("› True").send(DOWN).see("› False").send(ENTER);
    seat.see("Question 6 of 8").see("in s:").send("1.3").send(ENTER);
    seat.see("Question 7 of 8")
        .see("What comes first?")
        .send(ENTER)
        .see("Place 2 of 3, after")
        .send(ENTER);
    seat.see("Question 8 of 8").see("Gap 1 of 2:").send("urlpatterns").send(ENTER);
    seat.see("Gap 2 of 2:").send("path").send(ENTER).see("Overview: 8 of 8 answered.");
    seat.see("› Seal my answers").send(ENTER).see("wrote").see("not sent yet");
    assert_eq!(seat.end(), 0);
    assert!(seat.is_as_a_shell_expects());
    let report = home.report();
    assert_eq!(report["candidate"], "Ann Lee");
    // The items are asked in an order of chance, in which they were left.
    for question in answers(&report).into_iter().filter(|question| question["type"] != "order") {
        assert_eq!(question["earned"], question["possible"], "{question}");
    }
    assert_eq!(report["sitting"]["home"]["taken_in"], "terminal");
}

#[test]
fn a_run_that_is_killed_goes_on_with_what_was_written() {
    let home = Home::new(EVERY_TYPE, &["--time-limit", "1h"]);
    let mut seat = home.begin();
    seat.see("Enter sends").see_row("│").send("pre_save and post_save upon an event").send(ENTER);
    seat.see("Question 2 of 8").see("Your answer:").send("makemigra").see("makemigra");
    until(|| kept(&home).contains("makemigra"));
    seat.signal("KILL").end();
    let mut seat = home.take(&[]);
    seat.see("Welcome back").see("Question 2 of 8").see("Your answer: makemigra");
    seat.send("tions").send(ENTER).see("Question 3 of 8").send(ESC).see("What now?");
    seat.send(UP).see("› To the overview").send(ENTER).see("Overview: 2 of 8 answered, 59 min");
    seat.see("› Seal").send(ENTER).see("wrote");
    assert_eq!(seat.end(), 0);
    let report = home.report();
    assert_eq!(report["sitting"]["home"]["resumed"], 1);
    assert_eq!(report["questions"][1]["earned"], 1, "{report}");
    assert!(answers(&report)[0]["observed"]["first_key"].is_number());
}

#[test]
fn when_the_time_is_up_the_draft_is_sealed_as_it_stands() {
    let home = Home::new(EVERY_TYPE, &["--time-limit", "6s"]);
    let mut seat = home.begin();
    seat.see("Enter sends").see_row("│").send("pre_save upon an event").see("upon an event");
    seat.see("The time is up").see("wrote");
    assert_eq!(seat.end(), 0);
    assert!(seat.is_as_a_shell_expects());
    let report = home.report();
    assert_eq!(report["sitting"]["end"], "time_up");
    assert_ne!(report["questions"][0]["earned"], 0, "{report}");
    // Later nothing can be changed, but the answers can be written again.
    std::fs::remove_file(home.path("sealed.txt")).expect("handed in");
    let mut seat = home.take(&[]);
    seat.see("The time is up").see("wrote");
    assert_eq!(seat.end(), 0);
}

#[test]
fn a_machine_that_sleeps_over_the_end_takes_no_answer_away() {
    let home = Home::new(EVERY_TYPE, &["--time-limit", "8s"]);
    let mut seat = home.begin();
    seat.see("Enter sends").see_row("│").send("pre_save upon an event").see("upon an event");
    until(|| kept(&home).contains("upon an event"));
    seat.signal("STOP");
    // Longer than any answer is let through after the end.
    std::thread::sleep(std::time::Duration::from_secs(14));
    seat.signal("CONT").see("The time is up").see("wrote");
    assert_eq!(seat.end(), 0);
    let report = home.report();
    assert_eq!(report["questions"][0]["late"], false, "{report}");
    assert_ne!(report["questions"][0]["earned"], 0, "{report}");
}

#[test]
fn a_question_with_a_limit_of_its_own_is_locked_after_it() {
    let quiz = EVERY_TYPE.replacen("prompt", "time_limit = \"3s\"\nprompt", 1);
    let home = Home::new(&quiz, &[]);
    let mut seat = home.begin();
    seat.see("for this question").see("Enter sends").see_row("│").send("pre_save upon an event");
    until(|| kept(&home).contains("\"answered\""));
    seat.send(" and more").send(ENTER);
    seat.see("time for question 1 is up").see("Question 2 of 8").see("Your answer:");
    seat.send(ESC).see("What now?").send(UP).see("› To the overview").send(ENTER);
    seat.see("answered, time up").see("› Seal").send(DOWN).send(ENTER);
    seat.see_rows("The time for question 1 is up. What you wrote in time is kept.", 2);
    seat.see("› Seal").send(ENTER).see("wrote");
    assert_eq!(seat.end(), 0);
    let report = home.report();
    assert_eq!(report["questions"][0]["response"]["text"], "pre_save upon an event", "{report}");
}

#[test]
fn what_could_not_be_written_is_not_handed_in() {
    let home = Home::new(EVERY_TYPE, &[]);
    let mut seat = home.begin();
    seat.see("Enter sends").see_row("│").send("pre_save upon an event").send(ENTER);
    seat.see("Question 2 of 8").send(ESC).see("What now?").send(UP).send(ENTER);
    std::fs::write(home.path("sealed.txt"), "mine").expect("a file in the way");
    seat.see("› Seal").send(ENTER).see("nothing is overwritten").see("the same command goes on");
    assert_eq!(seat.end(), 3);
    std::fs::remove_file(home.path("sealed.txt")).expect("it is there");
    let mut seat = home.take(&[]);
    seat.see("Welcome back").see("Question 2 of 8").send(ESC).see("What now?").send(UP).send(ENTER);
    seat.see("› Seal").send(ENTER).see("wrote");
    assert_eq!(seat.end(), 0);
}

#[test]
fn ctrl_c_and_signals_leave_and_keep_and_hand_in_nothing() {
    for leave in ["Ctrl-C", "INT", "TERM", "HUP"] {
        let home = Home::new(EVERY_TYPE, &[]);
        let mut seat = home.begin();
        seat.see("Enter sends").see_row("│").send("a draft").see("a draft");
        if leave == "Ctrl-C" {
            seat.send(CTRL_C).see("What now?").send(CTRL_C);
        } else {
            seat.signal(leave);
        }
        seat.see("Your answers are kept in");
        assert_eq!(seat.end(), 130, "{leave}");
        assert!(seat.is_as_a_shell_expects(), "{leave}");
        assert!(kept(&home).contains("a draft") && !home.is_handed_in(), "{leave}");
    }
}

#[test]
fn a_terminal_that_is_closed_keeps_what_was_written() {
    for (arguments, prompt) in [(&[][..], "│"), (&["--plain"], ">")] {
        let home = Home::new(EVERY_TYPE, &[]);
        let mut seat = home.take(&[&["--name", "Ann", "--agree"], arguments].concat());
        seat.see("Question 1 of").see_row(prompt).send("a draft").send(ENTER);
        seat.send(if prompt == ">" { ENTER } else { "" }).see("Question 2 of").see("nswer");
        assert_eq!(seat.hang_up("s"), 130, "{arguments:?}");
        assert!(kept(&home).contains("a draft") && !home.is_handed_in(), "{arguments:?}");
    }
}

#[test]
fn who_does_not_agree_is_asked_nothing() {
    let home = Home::new(EVERY_TYPE, &["--candidate", "Ann"]);
    let mut seat = home.take(&[]);
    seat.see("› Leave for now").send(ENTER);
    assert_eq!(seat.end(), 130);
    assert!(!seat.screen().contains("Question 1"));
    assert!(kept(&home).is_empty());
}

#[test]
fn only_one_window_takes_a_quiz_at_a_time() {
    let home = Home::new(EVERY_TYPE, &["--candidate", "Ann"]);
    let mut first = home.take(&[]);
    first.see("› Leave for now");
    let mut second = home.take(&[]);
    second.see("being taken in another window");
    assert_eq!(second.end(), 3);
}

#[test]
fn nobody_else_can_look_into_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;

    let home = Home::new(EVERY_TYPE, &[]);
    let mut seat = home.begin();
    seat.see("Enter sends").see_row("│").send("mine").send(ENTER).see("Question 2").send(CTRL_C);
    assert_eq!(seat.end(), 130);
    for folder in ["data", "data/take"] {
        let mode = std::fs::metadata(home.path(folder)).expect("it is made").permissions().mode();
        assert_eq!(mode & 0o777, 0o700, "{folder}");
    }
}

#[test]
fn what_is_kept_is_deleted_only_when_asked() {
    let home = Home::new(EVERY_TYPE, &[]);
    let mut seat = home.begin();
    seat.see("Enter sends").see_row("│").send("mine").send(ENTER).see("Question 2").send(CTRL_C);
    assert_eq!(seat.end(), 130);
    assert!(kept(&home).contains("mine"));
    let page = home.path("a.html");
    let forget =
        || viva(&["take", &page, "--forget"]).env("VIVA_DATA_DIR", &home.path("data")).start();
    let mut seat = forget();
    seat.see("your answers are deleted from this computer");
    assert_eq!(seat.end(), 0);
    assert!(kept(&home).is_empty());
}

#[test]
fn plain_lines_have_the_same_ways() {
    let home = Home::new(EVERY_TYPE, &["--time-limit", "1h"]);
    let mut seat = home.take(&["--plain"]);
    seat.see("Your name:").send("Ann").send(ENTER).see("Write `agree`").send("yes").send(ENTER);
    seat.see_rows("Write `agree` if you agree and want to start, `leave` if not: yes", 1);
    seat.send("agree").send(ENTER).see("Question 1 of 8").see("An empty line ends it");
    seat.send("pre_save upon an event").send(ENTER).send(ENTER).see("Question 2 of 8");
    seat.send(ENTER).see("3. Back to question 1").send("3").send(ENTER);
    seat.see("Your answer so far: pre_save upon an event").send(ENTER).see("To the overview");
    seat.see("Number of what to do:").send("4").send(ENTER).see("Overview: 1 of 8 answered");
    seat.send("1").send(ENTER).see("wrote");
    assert_eq!(seat.end(), 0);
    assert_eq!(home.report()["questions"][0]["response"]["text"], "pre_save upon an event");
}

#[test]
fn a_narrow_window_without_colour_shows_everything() {
    let home = Home::new(EVERY_TYPE, &["--candidate", "Ann", "--time-limit", "1h"]);
    let (page, data) = (home.path("a.html"), home.path("data"));
    let run = viva(&["take", &page]).env("VIVA_DATA_DIR", &data).env("NO_COLOR", "1").size(60, 40);
    let mut seat = run.start();
    seat.see("What is recorded")
        .see("› Leave for now")
        .send(DOWN)
        .send(ENTER)
        .see("Question 1 of 8");
    assert!(!seat.raw().contains("\u{1b}[1m") && !seat.raw().contains("\u{1b}[36m"));
    seat.see_row("│").send(ESC).see("What now?").send(UP).see("› To the overview").send(ENTER);
    seat.see("Overview: 0 of 8 answered").see("Leave for now; what you wrote is kept");
    seat.send(CTRL_C);
    assert_eq!(seat.end(), 130);
}

/// What is kept of answers that are not handed in.
fn kept(home: &Home) -> String {
    let Ok(files) = std::fs::read_dir(home.path("data/take")) else { return String::new() };
    let paths = files.map(|file| file.expect("a file").path());
    let mut paths = paths.filter(|path| path.extension().is_some_and(|it| it == "json"));
    paths.next().map_or_else(String::new, |path| std::fs::read_to_string(path).unwrap_or_default())
}

/// Waits for something that the screen does not show.
fn until(holds: impl Fn() -> bool) {
    let end = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while !holds() {
        assert!(std::time::Instant::now() < end, "it does not come");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
