//! The history as it grows, from 10,000 to a million answers: `cargo bench --bench history`.
//!
//! Twenty quizzes of a hundred questions in four topics; an attempt asks twenty of one of them. The
//! database is filled by SQL, as `viva run` would have left it. What is timed is the binary, from asking
//! for it to its end; the commands take turns, and the median counts.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};
use vivavoce::quiz::read;
use vivavoce::store::Store;

const SIZES: [i64; 3] = [10_000, 100_000, 1_000_000];
const ROUNDS: usize = 7;
const QUIZZES: i64 = 20;
const QUESTIONS: i64 = 100;
/// Questions of an attempt.
const ASKED: i64 = 20;
/// Milliseconds at which the last attempt began: 25 November 2026, 10:00 UTC.
const LAST: i64 = 1_795_600_800_000;
/// Attempts are so far apart.
const APART: i64 = 600_000;

fn main() {
    println!("medians of {ROUNDS} turns, in milliseconds");
    println!("{:>9}  {:>7}  {:>7}  {:>7}  {:>7}", "answers", "stats", "review", "start", "answer");
    for size in SIZES {
        let folder = tempfile::tempdir().expect("a folder for the history");
        fill(folder.path(), size / ASKED);
        let quiz = folder.path().join("quiz.toml");
        std::fs::write(&quiz, text(0)).expect("a quiz");
        let quiz = quiz.to_string_lossy();
        let commands: [(&[&str], &str); 4] = [
            (&["stats", "--format", "json"], ""),
            (&["review", "--list", "--format", "json"], ""),
            (&["run", &quiz, "--format", "json"], ""),
            (&["run", &quiz, "--format", "json"], "yes\n"),
        ];
        let mut times = commands.map(|_| Vec::with_capacity(ROUNDS));
        for _ in 0..ROUNDS {
            for ((arguments, input), times) in commands.iter().zip(&mut times) {
                times.push(time(folder.path(), arguments, input));
            }
        }
        let [stats, review, start, answer] = times.map(|times| median(times).as_secs_f64() * 1e3);
        println!("{size:>9}  {stats:>7.1}  {review:>7.1}  {start:>7.1}  {answer:>7.1}");
    }
}

fn text(quiz: i64) -> String {
    let mut text = format!("title = \"Quiz {quiz}\"\n");
    for question in 0..QUESTIONS {
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "[[questions]]\nid = \"q{question}\"\ntopic = \"t{}\"\ntype = \"short\"\n\
             prompt = \"Is {question} so?\"\naccept = [\"yes\"]\n",
            question % 4
        );
    }
    text
}

/// Fills the history in `folder` with `attempts`.
fn fill(folder: &Path, attempts: i64) {
    drop(Store::open(folder).expect("a history"));
    let database = Connection::open(folder.join("vivavoce.db")).expect("a database");
    database.execute_batch("PRAGMA synchronous = OFF; BEGIN").expect("a transaction");
    for quiz in 0..QUIZZES {
        let text = text(quiz);
        let digest = read(&text).value.expect("a quiz").quiz.digest.0;
        database
            .execute(
                "INSERT INTO quiz VALUES (?1, 'Quiz ' || ?2, ?3, 'file:/gone/' || ?2, ?4)",
                params![digest, quiz, text, LAST],
            )
            .expect("a quiz is kept");
    }
    let fill = include_str!("history/fill.sql");
    let numbers = [
        (":attempts", attempts),
        (":quizzes", QUIZZES),
        (":questions", QUESTIONS),
        (":asked", ASKED),
        (":last", LAST),
        (":apart", APART),
    ];
    let filled = numbers
        .iter()
        .fold(fill.to_owned(), |sql, (name, number)| sql.replace(name, &number.to_string()));
    database.execute_batch(&filled).expect("attempts are kept");
    database.execute_batch("COMMIT").expect("all is written");
}

fn time(folder: &Path, arguments: &[&str], input: &str) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_viva"));
    command.args(arguments).arg("--data-dir").arg(folder).env("VIVA_NOW", "2026-11-25T11:00:00Z");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input.as_bytes()).expect("an answer");
    drop(stdin);
    assert!(child.wait().expect("the program ends").success());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
