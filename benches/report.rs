//! `viva report` of 1,000 and of 10,000 candidates with eleven answers each, in every format: time,
//! peak memory, and the size of what it writes: `cargo bench --bench report`.
//!
//! Answers are drawn, from a seed, from those in `tests/answers/django.jsonl`. Memory is the peak of
//! the resident set, which Linux keeps in `/proc`; elsewhere it is left out. A format that is
//! promised flat memory and takes half as much again for ten times the candidates fails.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

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
    ("xlsx", false),
    ("text", true),
    ("html", false),
];
/// How much more memory ten times the candidates may take where it is flat.
const FLAT: f64 = 1.5;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the rows");
    let mut swollen = Vec::new();
    println!(" format  candidates  seconds  MiB at the peak  MiB written");
    for (format, flat) in FORMATS {
        let peaks = CANDIDATES.map(|candidates| {
            let rows = folder.path().join(format!("{candidates}.jsonl"));
            if !rows.exists() {
                write_rows(&rows, candidates);
            }
            let output = folder.path().join("output");
            let (time, peak) = report(&rows, format, &output);
            let written = std::fs::metadata(&output).map_or(0, |metadata| metadata.len());
            let seconds = time.as_secs_f64();
            println!(
                "{format:>7}  {candidates:>10}  {seconds:>7.2}  {:>15}  {:>11.1}",
                peak.map_or("unknown".to_owned(), |peak| format!("{:.1}", mebi(peak))),
                mebi(written)
            );
            peak
        });
        if let [Some(few), Some(many)] = peaks
            && flat
            && mebi(many) > FLAT * mebi(few)
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

/// Time, and the most memory in bytes.
fn report(rows: &Path, format: &str, output: &Path) -> (Duration, Option<u64>) {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_viva"))
        .arg("report")
        .arg(rows)
        .args(["--quiz", "django", "--format", format, "--output"])
        .arg(output)
        .spawn()
        .expect("the binary runs");
    let mut peak = None;
    loop {
        peak = peak_so_far(&child).or(peak);
        if let Some(status) = child.try_wait().expect("the binary runs") {
            assert!(status.success());
            return (start.elapsed(), peak);
        }
        sleep(Duration::from_millis(2));
    }
}

fn peak_so_far(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? << 10)
}

#[expect(clippy::cast_precision_loss, reason = "files and memory are below 2^52 bytes")]
fn mebi(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
