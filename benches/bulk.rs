//! The whole of `viva grade` on 100,000 rows, beside reading the same file and doing nothing:
//! `cargo bench --bench bulk`.
//!
//! Rows are drawn, from a seed, from the words of README and the Django quiz: 60 words each, a
//! candidate for every twelve rows. One quiz has one question of twelve keywords, as in
//! `grading.rs`; the other is the bundled Django quiz. Output goes nowhere, so that no disk is
//! measured.

mod measured;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use measured::fastest;
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};

const ROWS: usize = 100_000;
const WORDS: usize = 60;
const TEXTS: &str = concat!(include_str!("../README.md"), include_str!("../quizzes/django.toml"));
const QUIZ: &str = "title = \"Benchmark\"\n[[questions]]\nid = \"all\"\nprompt = \"Say what you \
    know.\"\nkeywords = [\"ORM\", \"view\", \"cache\", \"cookie\", \"signal\", \"session\", \
    \"database\", \"Memcached\", \"middleware\", \"urlpatterns\", \"inheritance\", \
    \"serialization\"]\n";

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the rows");
    let quiz = folder.path().join("quiz.toml");
    std::fs::write(&quiz, QUIZ).expect("the quiz is written");
    let django = vivavoce::quiz::bundled("django").expect("the Django quiz");
    let ids = text_questions(django.text);

    for (name, quiz, ids) in [
        ("12 keywords", quiz.as_path(), vec!["all".to_owned()]),
        ("django", Path::new("django"), ids),
    ] {
        let rows = folder.path().join("rows.jsonl");
        write_rows(&rows, &ids);
        let bytes = std::fs::metadata(&rows).map_or(0, |metadata| metadata.len());
        println!("{name}: {ROWS} rows, {} MiB", bytes >> 20);
        report("reading and doing nothing", (0..5).map(|_| read(&rows)).min(), "-");
        for format in ["jsonl", "csv", "text"] {
            let rounds = if name == "django" { 1 } else { 3 };
            let run = fastest(rounds, || grade(quiz, &rows, format));
            report(&format!("viva grade --format {format}"), Some(run.time), &run.told_peak());
        }
    }
}

fn text_questions(quiz: &str) -> Vec<String> {
    let quiz = vivavoce::quiz::read(quiz).value.expect("the bundled quiz is valid").quiz;
    let texts = quiz.questions.iter().filter(|question| question.task.kind() == "text");
    texts.map(|question| question.id.to_string()).collect()
}

fn write_rows(path: &Path, ids: &[String]) {
    let mut random = ChaCha8Rng::seed_from_u64(60);
    let vocabulary: Vec<&str> = TEXTS
        .split_whitespace()
        .filter(|word| word.len() < 13 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
        .collect();
    let mut word = || vocabulary[random.next_u32() as usize % vocabulary.len()];
    let mut out = BufWriter::new(File::create(path).expect("the rows are written"));
    for row in 0..ROWS {
        let answer: Vec<&str> = (0..WORDS).map(|_| word()).collect();
        let (candidate, question) = (row / 12, &ids[row % ids.len()]);
        let answer = answer.join(" ");
        writeln!(
            out,
            r#"{{"candidate":"c{candidate}","question":"{question}","answer":"{answer}"}}"#
        )
        .expect("the rows are written");
    }
}

/// Reads every line.
fn read(path: &Path) -> Duration {
    let start = Instant::now();
    let mut reader = BufReader::with_capacity(1 << 16, File::open(path).expect("the rows"));
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line).expect("a line") > 0 {
        std::hint::black_box(&line);
        line.clear();
    }
    start.elapsed()
}

fn grade(quiz: &Path, rows: &Path, format: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_viva"));
    command.arg("grade").args([quiz, rows]).args(["--format", format]).stdout(Stdio::null());
    command
}

#[expect(clippy::cast_precision_loss, reason = "the count is small")]
fn report(what: &str, time: Option<Duration>, peak: &str) {
    let seconds = time.unwrap_or_default().as_secs_f64();
    let rate = ROWS as f64 / seconds;
    println!("{what:>28}: {seconds:>7.3} s, {rate:>9.0} rows a second, {peak} MiB at the peak");
}
