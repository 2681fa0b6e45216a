//! Text that would like to be obeyed by the terminal.

use crate::seat::{DOWN, ENTER, viva, viva_run};

const QUIZ: &str = r#"
title = "A \u001B]0;title\u0007 quiz"
[[topics]]
id = "t"
title = "t\u001B[31mopic"
[[questions]]
topic = "t"
prompt = "Prompt \u001B[2J `code \u009B31m`"
hint = "hint \u001B[1m"
answer = "model \u001B]8;;http://evil\u0007link"
keywords = [{ label = "label \u001B[5m", any = ["event"], feedback = "feedback \u001B[7m" }, "never"]
[[questions]]
topic = "t"
type = "choice"
prompt = "Pick"
options = ["one \u001B[2J", { text = "two \u202E", correct = true, feedback = "yes \u001B[3m" }]
"#;

#[test]
fn escape_sequences_of_quiz_and_answer_never_reach_the_terminal() {
    let mut seat = viva_run(&["quiz.toml"]).file("quiz.toml", QUIZ).start();
    seat.see("Prompt ␛[2J").see("Enter sends").see_row("│");
    seat.paste("an event \u{9b}5m \u{202e} \x07 hidden").see("hidden").send(ENTER);
    seat.see("label ␛[5m").see("in other words?").send(ENTER);
    seat.see("one ␛[2J").send(DOWN).see("› two").send(ENTER);
    seat.see("yes ␛[3m").see("Topics");
    assert_eq!(seat.end(), 0);
    let raw = seat.raw();
    for obeyed in ["\x1b]", "\x1b[2J", "\x1b[5m", "\x1b[7m", "\x07", "\u{9b}", "\u{202e}"] {
        assert!(!raw.contains(obeyed), "{obeyed:?} in {raw:?}");
    }
}

#[test]
fn a_workbook_is_not_poured_into_the_terminal() {
    let answers = "candidate,question,answer\nann,signals,pre_save\n";
    let mut seat = viva(&["report", "answers.csv", "--quiz", "django", "--format", "xlsx"])
        .file("answers.csv", answers)
        .start();
    seat.see("name a file by --output");
    assert_eq!(seat.end(), 2);
}
