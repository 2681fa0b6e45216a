//! `viva report` of 1,000 and of 10,000 candidates with eleven answers each, in every format: time,
//! peak memory, and the size of what it writes: `cargo bench --bench report`, and with `-- xlsx` of
//! that format alone.
//!
//! Answers are drawn, from a seed, from those in `tests/answers/django.jsonl`. A format that is
//! promised flat memory and takes half as much again for ten times the candidates fails.

mod measured;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;

use measured::{Run, fastest, mebi};
use rand_chacha::ChaCha8Rng;
use rand_core::{Rng, SeedableRng};
use serde_json::Value;

const CANDIDATES: [usize; 2] = [1_000, 10_000];
const ANSWERS: &str = include_str!("../tests/answers/django.jsonl");
/// Each with whether its memory is promised to be flat.
const FORMATS: [(&str, bool); 7] = [
    ("csv", true),
    ("json", true),
    ("md", true),
    ("junit", true),
    ("xlsx", true),
    ("text", true),
    ("html", false),
];
/// How much more memory ten times the candidates may take where it is flat.
const FLAT: f64 = 1.5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the rows");
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    let mut swollen = Vec::new();
    println!(" format  candidates  seconds  MiB at the peak  MiB written");
    for (format, flat) in FORMATS {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| wanted == format) {
            continue;
        }
        let peaks = CANDIDATES.map(|candidates| {
            let rows = folder.path().join(format!("{candidates}.jsonl"));
            if !rows.exists() {
                write_rows(&rows, candidates);
            }
            let output = folder.path().join("output");
            let run = report(&rows, format, &output);
            let written = std::fs::metadata(&output).map_or(0, |metadata| metadata.len());
            println!(
                "{format:>7}  {candidates:>10}  {:>7.2}  {:>15}  {:>11.1}",
                run.time.as_secs_f64(),
                run.told_peak(),
                mebi(written)
            );
            run.peak
        });
        if let [Some(few), Some(many)] = peaks
            && flat
            && many > FLAT * few
        {
            swollen.push(format);
        }
    }
    assert!(swollen.is_empty(), "memory is not flat: {}", swollen.join(", "));
}

fn write_rows(path: &Path, candidates: usize) {
    let answers: Vec<Value> =
        ANSWERS.lines().map(|line| serde_json::from_str(line).expect("a row of JSON")).collect();
    let mut questions: Vec<&str> = answers.iter().map(|it| text(it, "question")).collect();
    questions.dedup();
    let of: Vec<Vec<&str>> = questions
        .iter()
        .map(|question| {
            let own = answers.iter().filter(|it| text(it, "question") == *question);
            own.map(|it| text(it, "answer")).collect()
        })
        .collect();
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let mut out = BufWriter::new(File::create(path).expect("the rows are written"));
    for candidate in 0..candidates {
        for (question, of) in questions.iter().zip(&of) {
            let answer = of[random.next_u32() as usize % of.len()];
            let candidate = format!("Candidate {candidate}");
            let row =
                serde_json::json!({"candidate": candidate, "question": question, "answer": answer});
            writeln!(out, "{row}").expect("the rows are written");
        }
    }
}

fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().expect("a text")
}

fn report(rows: &Path, format: &str, output: &Path) -> Run {
    fastest(1, || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_viva"));
        command.arg("report").arg(rows);
        command.args(["--quiz", "django", "--format", format, "--output"]).arg(output);
        command
    })
}
