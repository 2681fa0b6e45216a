//! `viva review`, and what `viva run` draws by what is known.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Output, Viva};

/// A quiz of short questions whose right answer is "yes".
fn quiz(title: &str, ids: &[&str]) -> String {
    let question = |id: &&str| {
        format!(
            "[[questions]]\nid = \"{id}\"\ntopic = \"{title}\"\ntype = \"short\"\n\
             prompt = \"Is {id} so?\"\naccept = [\"yes\"]\n"
        )
    };
    format!("title = \"{title}\"\n{}", ids.iter().map(question).collect::<String>())
}

/// A data folder with quizzes beside it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(TempDir::new().expect("a folder"));
        desk.write("words.toml", &quiz("Words", &["a", "b", "c"]));
        desk
    }

    fn path(&self, name: &str) -> String {
        Path::join(self.0.path(), name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).expect("a quiz");
    }

    fn viva(&self, now: &str, arguments: &[&str]) -> Viva {
        let viva = Viva::new().env("VIVA_DATA_DIR", &self.path("data")).env("VIVA_NOW", now);
        viva.env("TZ", "UTC").args(arguments.iter().copied())
    }

    /// Answers all questions of "Words" on the morning of 25 November.
    fn practise(&self, answers: &str) -> Output {
        let words = self.path("words.toml");
        self.viva("2026-11-25T09:00:00Z", &["run", &words]).stdin(answers).output()
    }

    fn due(&self, now: &str, zone: &str) -> Vec<String> {
        let viva = self.viva(now, &["review", "--list", "--format", "json"]).env("TZ", zone);
        let output = viva.output();
        assert_eq!((output.stderr.as_str(), output.status), ("", 0));
        let due: Value = serde_json::from_str(&output.stdout).expect("JSON");
        let due = due["due"].as_array().expect("a list").clone();
        due.iter().map(|it| it["question"].as_str().expect("an id").to_owned()).collect()
    }
}

fn asked(output: &Output) -> Vec<String> {
    let report: Value = serde_json::from_str(&output.stdout).unwrap_or_else(|_| panic!("{output}"));
    let questions = report["questions"].as_array().expect("questions");
    questions.iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn a_failed_question_is_due_today_and_a_known_one_after_a_week() {
    let desk = Desk::new();
    let nothing = desk.viva("2026-11-25T08:00:00Z", &["review"]).output();
    assert_eq!(nothing.stdout, "nothing to review: no answers are kept yet\n");
    desk.practise("yes\nno\nyes\n");
    let listed = desk.viva("2026-11-25T10:00:00Z", &["review", "--list"]).output();
    assert_eq!(listed.stdout, "1 question due of 3\n  Words: Is b so? (failed with 0%)\n");
    let review = desk.viva("2026-11-25T10:00:00Z", &["review", "--format", "json"]);
    let output = review.stdin("yes\n").output();
    assert_eq!((asked(&output), output.stderr.as_str()), (vec!["b".to_owned()], ""));
    let later = desk.viva("2026-11-25T23:00:00Z", &["review"]).output();
    assert_eq!(later.stdout, "nothing is due today; the next question is on 26 Nov 2026\n");
    assert_eq!(desk.due("2026-11-26T00:30:00Z", "UTC"), ["b"]);
    assert_eq!(desk.due("2026-12-03T09:00:00Z", "UTC"), ["b", "a", "c"]);
    let one = desk.viva("2026-12-03T09:00:00Z", &["review", "--limit", "1", "--format", "json"]);
    assert_eq!(asked(&one.stdin("yes\n").output()), ["b"]);
}

#[test]
fn due_today_goes_by_the_day_here_and_a_clock_that_was_set_back_breaks_nothing() {
    let desk = Desk::new();
    desk.practise("yes\nyes\nyes\n");
    // Due at 09:00 UTC on 3 December; that morning has come in Auckland, in New York it has not.
    assert_eq!(desk.due("2026-12-02T22:00:00Z", "Pacific/Auckland").len(), 3);
    assert_eq!(desk.due("2026-12-02T22:00:00Z", "America/New_York").len(), 0);
    let words = desk.path("words.toml");
    let back = desk.viva("2020-01-01T00:00:00Z", &["run", &words]).stdin("no\nno\nno\n").output();
    assert_eq!((back.stderr.as_str(), back.status), ("", 0));
    // What was answered last counts, whatever the clock said.
    assert_eq!(desk.due("2026-12-02T22:00:00Z", "UTC").len(), 3);
    for command in ["stats", "history", "doctor"] {
        let output = desk.viva("2020-01-01T00:00:00Z", &[command]).output();
        assert_eq!((output.stderr.as_str(), output.status), ("", 0), "{command}");
    }
}

#[test]
fn what_was_answered_by_a_clock_that_was_ahead_is_asked_and_then_scheduled_as_usual() {
    let desk = Desk::new();
    let words = desk.path("words.toml");
    desk.viva("2046-01-01T00:00:00Z", &["run", &words]).stdin("yes\nyes\nyes\n").output();
    assert_eq!(desk.due("2026-11-25T09:00:00Z", "UTC").len(), 3);
    desk.practise("yes\nyes\nno\n");
    assert_eq!(desk.due("2026-11-25T10:00:00Z", "UTC"), ["c"]);
    assert!(desk.due("2027-11-25T10:00:00Z", "UTC").len() == 3);
}

#[test]
fn a_midnight_that_does_not_exist_ends_the_day_all_the_same() {
    let desk = Desk::new();
    let words = desk.path("words.toml");
    // In Cairo the clocks went from 00:00 to 01:00 on 24 April 2026, at 22:00 UTC of the 23rd.
    let run = desk.viva("2026-04-23T19:00:00Z", &["run", &words]).env("TZ", "Africa/Cairo");
    run.stdin("no\nno\nno\n").output();
    let review = desk.viva("2026-04-23T19:30:00Z", &["review"]).env("TZ", "Africa/Cairo");
    review.stdin("yes\nyes\nyes\n").output();
    assert_eq!(desk.due("2026-04-23T21:50:00Z", "Africa/Cairo").len(), 0);
    assert_eq!(desk.due("2026-04-23T22:10:00Z", "Africa/Cairo").len(), 3);
    let since = ["history", "--since", "2026-04-24", "--format", "csv"];
    let attempts = |now: &str| {
        let output = desk.viva(now, &since).env("TZ", "Africa/Cairo").output();
        output.stdout.lines().count() - 1
    };
    assert_eq!(attempts("2026-04-23T22:10:00Z"), 0);
    let late = desk.viva("2026-04-23T22:05:00Z", &["run", &words]).env("TZ", "Africa/Cairo");
    late.stdin("no\nno\nno\n").output();
    assert_eq!(attempts("2026-04-23T22:10:00Z"), 1);
}

#[test]
fn listing_what_is_due_makes_nothing() {
    let desk = Desk::new();
    let listed = desk.viva("2026-11-25T10:00:00Z", &["review", "--list"]).output();
    assert_eq!((listed.stdout.as_str(), listed.status), ("0 questions due of 0\n", 0));
    assert!(!Path::new(&desk.path("data")).exists());
}

#[test]
fn the_clocks_going_back_make_no_day_longer() {
    let desk = Desk::new();
    let words = desk.path("words.toml");
    let run = desk.viva("2026-10-24T19:00:00Z", &["run", &words]).env("TZ", "Europe/Berlin");
    run.stdin("no\nno\nno\n").output();
    let review = |now: &str| desk.viva(now, &["review"]).env("TZ", "Europe/Berlin");
    review("2026-10-24T19:30:00Z").stdin("yes\nyes\nyes\n").output();
    // The day of 25 hours ends at 23:00 UTC; what is due at 19:30 is due all day.
    assert_eq!(desk.due("2026-10-24T22:10:00Z", "Europe/Berlin").len(), 3);
    assert_eq!(desk.due("2026-10-24T21:50:00Z", "Europe/Berlin").len(), 0);
    assert_eq!(desk.due("2026-10-25T22:50:00Z", "Europe/Berlin").len(), 3);
}

#[test]
fn a_quiz_that_changed_keeps_the_memory_of_its_questions() {
    let desk = Desk::new();
    desk.practise("no\nno\nno\n");
    let renamed = quiz("Words", &["new", "c", "first"]);
    let renamed = renamed.replace("id = \"first\"", "id = \"first\"\nwas = [\"a\"]");
    desk.write("words.toml", &renamed.replace("Is c so?", "Is c still so?"));
    assert_eq!(desk.due("2026-11-25T10:00:00Z", "UTC"), ["c", "first"]);
    let listed = desk.viva("2026-11-25T10:00:00Z", &["review", "--list"]).output();
    assert!(listed.stdout.contains("Is c still so?"), "{listed}");
}

#[test]
fn a_quiz_that_is_gone_is_asked_as_it_was() {
    let desk = Desk::new();
    desk.practise("no\nyes\nyes\n");
    std::fs::remove_file(desk.path("words.toml")).expect("the file goes");
    let review = desk.viva("2026-11-25T10:00:00Z", &["review", "--format", "json"]);
    let output = review.stdin("yes\n").output();
    assert_eq!(asked(&output), ["a"]);
    assert!(output.stderr.starts_with("Words: asked as it was the last time; "), "{output}");
}

#[test]
fn filters_choose_by_quiz_and_topic_and_name_what_they_do_not_know() {
    let desk = Desk::new();
    desk.practise("no\nno\nno\n");
    desk.write("more.toml", &quiz("More", &["a"]));
    let more = desk.path("more.toml");
    desk.viva("2026-11-25T09:00:00Z", &["run", &more]).stdin("no\n").output();
    let review = |arguments: &[&str]| {
        let all = [&["review", "--format", "json"], arguments].concat();
        desk.viva("2026-11-25T10:00:00Z", &all).stdin("no\nno\nno\nno\n").output()
    };
    assert_eq!(asked(&review(&[])), ["more.a", "words.a", "words.b", "words.c"]);
    assert_eq!(asked(&review(&["--quiz", "MORE"])), ["a"]);
    assert_eq!(asked(&review(&["--topic", "words"])).len(), 3);
    let unknown = review(&["--topic", "x"]);
    assert_eq!(unknown.stderr, "unknown topic: `x`; there are `More`, `Words`\n");
    let unknown = review(&["--topic", "wordz"]);
    assert_eq!(unknown.stderr, "unknown topic: `wordz`; did you mean `Words`?\n");
    assert_eq!(unknown.status, 2);
    let ada = desk.viva("2026-11-25T10:00:00Z", &["review", "--candidate", "ada"]).output();
    assert_eq!(ada.stdout, "nothing to review: no answers are kept yet\n");
}

#[test]
fn what_another_machine_knew_is_due_here() {
    let desk = Desk::new();
    desk.practise("no\nyes\nyes\n");
    let exported = desk.viva("2026-11-25T10:00:00Z", &["history", "export"]).output().stdout;
    let other = Desk::new();
    other.viva("2026-11-25T10:00:00Z", &["history", "import", "-"]).stdin(exported).output();
    let listed = other.viva("2026-11-25T11:00:00Z", &["review", "--list"]).output();
    assert!(listed.stdout.starts_with("1 question due of 3\n"), "{listed}");
}

#[test]
fn several_quizzes_are_mixed_and_their_report_is_drawn_again() {
    let desk = Desk::new();
    desk.write("more.toml", &quiz("More", &["a", "d"]));
    let (words, more) = (desk.path("words.toml"), desk.path("more.toml"));
    let run = ["run", &words, &more, "--format", "json"];
    let run = desk.viva("2026-11-25T09:00:00Z", &run).stdin("yes\nno\nyes\nyes\nyes\n").output();
    assert_eq!(asked(&run), ["words.a", "words.b", "words.c", "more.a", "more.d"]);
    let shown = ["history", "show", "1", "--format", "json"];
    assert_eq!(desk.viva("2026-11-25T09:00:00Z", &shown).output().stdout, run.stdout);
    let topic = ["run", &words, &more, "--topic", "More", "--format", "json"];
    let topic = desk.viva("2026-11-25T09:00:00Z", &topic).stdin("yes\nyes\n").output();
    assert_eq!(asked(&topic), ["more.a", "more.d"]);
    assert_eq!(desk.due("2026-11-25T10:00:00Z", "UTC"), ["b"]);
    let twice = desk.viva("2026-11-25T09:00:00Z", &["run", &words, &words]).output();
    assert_eq!((twice.stderr.as_str(), twice.status), ("`Words` would be asked twice\n", 2));
}

#[test]
fn a_run_may_ask_what_is_weak_or_what_was_missed() {
    let desk = Desk::new();
    let words = desk.path("words.toml");
    let run = |arguments: &[&str]| {
        let all = [&["run", &words, "--format", "json"], arguments].concat();
        desk.viva("2026-11-25T10:00:00Z", &all).stdin("no\n").output()
    };
    let none = run(&["--missed"]);
    assert_eq!(none.stderr, "nothing was missed when it was asked last\n");
    desk.practise("yes\nno\nyes\n");
    assert_eq!(asked(&run(&["--missed"])), ["b"]);
    let mut weak = 0;
    for seed in 0..10 {
        let seed = seed.to_string();
        let drawn = asked(&run(&["--weak", "--count", "1", "--seed", &seed, "--candidate", "x"]));
        assert_eq!(drawn.len(), 1);
        let own = ["--weak", "--count", "1", "--seed", &seed];
        weak += usize::from(asked(&run(&own)) == ["b"]);
    }
    // A strong one that was drawn, and answered with "no", is weak from then on.
    assert!(weak >= 6, "the weak question came {weak} times of 10");
}

#[test]
fn what_is_asked_because_it_is_not_known_has_no_verdict_and_says_what_it_is() {
    let desk = Desk::new();
    desk.practise("yes\nno\nyes\n");
    let words = desk.path("words.toml");
    let missed = desk.viva("2026-11-25T10:00:00Z", &["run", &words, "--missed"]);
    let missed = missed.stdin("yes\n").output();
    assert!(missed.stdout.contains("missed questions · 2026-11-25 10:00 UTC"), "{missed}");
    assert!(!missed.stdout.contains("pass"), "{missed}");
    let review = desk.viva("2026-11-27T10:00:00Z", &["review"]).stdin("yes\n").output();
    assert!(review.stdout.contains("review · 2026-11-27 10:00 UTC"), "{review}");
    let history = desk.viva("2026-11-27T10:00:00Z", &["history"]).output();
    let lines = "3  27 Nov 2026, 10:00  Words, review: 100%\n\
                 2  25 Nov 2026, 10:00  Words, missed questions: 100%\n\
                 1  25 Nov 2026, 09:00  Words: 66.6%\n";
    assert_eq!(history.stdout, lines);
}

#[test]
fn an_interview_fits_its_time() {
    let desk = Desk::new();
    let words = desk.path("words.toml");
    let run = |minutes: &str| {
        let all = ["run", &words, "--interview", "--minutes", minutes, "--format", "json"];
        desk.viva("2026-11-25T10:00:00Z", &all).stdin("yes\nyes\nyes\n").output()
    };
    let output = run("2");
    assert_eq!(asked(&output).len(), 2);
    let report: Value = serde_json::from_str(&output.stdout).expect("JSON");
    assert_eq!(report["sitting"]["time_limit"], 120_000);
    assert_eq!(asked(&run("30")).len(), 3);
    desk.write(
        "words.toml",
        &quiz("Words", &["a"]).replace("accept", "time_limit = \"2m\"\naccept"),
    );
    let none = run("1");
    assert_eq!(none.stderr, "no question fits into this time\n");
    let alone = desk.viva("2026-11-25T10:00:00Z", &["run", &words, "--minutes", "3"]).output();
    assert_eq!(alone.status, 2);
}

#[test]
fn what_review_lists_follows_its_schema() {
    let desk = Desk::new();
    desk.practise("no\nyes\nno\n");
    let schema = Viva::new().args(["schema", "review"]).output().stdout;
    let schema = serde_json::from_str(&schema).expect("a schema");
    let listed = desk.viva("2026-11-25T10:00:00Z", &["review", "--list", "--format", "json"]);
    let listed = serde_json::from_str(&listed.output().stdout).expect("JSON");
    jsonschema::validate(&schema, &listed).expect("as the schema says");
}

#[test]
fn a_history_of_the_first_version_is_brought_to_this_one_with_all_that_it_says() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("data")).expect("a folder");
    let database = rusqlite::Connection::open(desk.path("data/vivavoce.db")).expect("a database");
    database.execute_batch(include_str!("schema-1.sql")).expect("the first version");
    drop(database);
    let now = "2026-11-25T10:00:00Z";
    let listed = desk.viva(now, &["review", "--list"]).output();
    assert_eq!(
        listed.stdout,
        "1 question due of 2\n  Words: What is b for? (earned 50%, still known by 79%)\n"
    );
    let ada = desk.viva(now, &["review", "--list", "--candidate", "ada"]).output();
    assert_eq!(ada.stdout, "1 question due of 1\n  Words: Is a so? (failed with 0%)\n");
    let history = desk.viva(now, &["history"]).output();
    let lines = "2  21 Nov 2026, 10:00  Words (ada): exam, 0%, stopped after 1 of 2\n\
                 1  20 Nov 2026, 10:00  Words: 75%, passed\n";
    assert_eq!(history.stdout, lines);
}
