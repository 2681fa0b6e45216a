//! The binary from its start to its end: time, and the most memory.

use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a run of a program took.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub time: Duration,
    /// Peak of the resident set in MiB, which Linux keeps in `/proc`; elsewhere it is unknown.
    pub peak: Option<f64>,
}

impl Run {
    /// The peak for people.
    pub fn told_peak(self) -> String {
        self.peak.map_or("unknown".to_owned(), |peak| format!("{peak:.1}"))
    }
}

/// Runs `command`, which must succeed, to its end.
pub fn run(command: &mut Command) -> Run {
    let start = Instant::now();
    let mut child = command.spawn().expect("the binary runs");
    let mut peak = None;
    loop {
        peak = peak_so_far(&child).or(peak);
        if let Some(status) = child.try_wait().expect("the binary runs") {
            assert!(status.success());
            return Run { time: start.elapsed(), peak: peak.map(mebi) };
        }
        sleep(Duration::from_millis(1));
    }
}

/// The fastest of `rounds` runs, with its memory.
pub fn fastest(rounds: usize, command: impl Fn() -> Command) -> Run {
    let runs = (0..rounds).map(|_| run(&mut command()));
    runs.min_by_key(|run| run.time).expect("at least one round")
}

#[expect(clippy::cast_precision_loss, reason = "files and memory are below 2^52 bytes")]
pub fn mebi(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn peak_so_far(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? << 10)
}
