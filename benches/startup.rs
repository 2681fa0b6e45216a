//! Start-up of `viva --version` and `viva list` beside an empty Rust program, built in this run:
//! `cargo bench --bench startup`.
//!
//! The programs take turns, so that a machine that gets busy slows all of them down; the median of
//! many turns says more than the mean, since whatever else runs only ever adds time.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 500;
/// Times as long as the empty program that is asked for at most.
const ASKED: f64 = 3.0;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the empty program");
    let empty = folder.path().join(format!("empty{}", std::env::consts::EXE_SUFFIX));
    build_empty(folder.path(), &empty);
    let viva = Path::new(env!("CARGO_BIN_EXE_viva"));
    let programs: [(&str, &Path, &[&str]); 3] = [
        ("an empty program", &empty, &[]),
        ("viva --version", viva, &["--version"]),
        ("viva list", viva, &["list"]),
    ];

    let mut times = programs.map(|_| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        for ((_, program, arguments), times) in programs.iter().zip(&mut times) {
            times.push(time(program, arguments));
        }
    }
    let medians = times.map(median);
    println!("median of {ROUNDS} turns; at most {ASKED} times the empty program is asked for");
    for ((name, ..), median) in programs.iter().zip(medians) {
        let ratio = median.as_secs_f64() / medians[0].as_secs_f64();
        let verdict = if ratio <= ASKED { "" } else { "  too slow" };
        println!("{name:>18}: {:>8.3} ms, {ratio:.2} times{verdict}", median.as_secs_f64() * 1e3);
    }
}

fn build_empty(folder: &Path, program: &Path) {
    let source = folder.join("empty.rs");
    std::fs::write(&source, "fn main() {}\n").expect("the empty program is written");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let built = Command::new(rustc).arg("-O").arg(&source).arg("-o").arg(program).status();
    assert!(built.expect("rustc runs").success());
}

/// From asking for the program to its end.
fn time(program: &Path, arguments: &[&str]) -> Duration {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("the program runs");
    let time = start.elapsed();
    assert!(status.success());
    time
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
