//! The time since the start, which goes on while the machine sleeps and never goes back.

use std::time::Instant;

use crate::attempt::Millis;
use crate::cli::history::Clock;
use crate::takehome::sitting::Moment;

/// Tells the moment by both clocks.
#[derive(Debug)]
pub struct Stopwatch {
    clock: Clock,
    began: Instant,
    from: Moment,
    latest: Millis,
}

impl Stopwatch {
    /// Goes on from `now`.
    pub fn new(clock: Clock, now: Moment) -> Self {
        Self { clock, began: Instant::now(), from: now, latest: now.at }
    }

    /// Now. The machine's steady clock holds where the other is set back; the other holds where the
    /// steady one slept.
    pub fn now(&mut self) -> Moment {
        let clock = self.clock.now();
        let passed = Millis::from(self.began.elapsed()).max(clock.since(self.from.clock));
        self.latest = self.latest.max(self.from.at + passed);
        Moment { at: self.latest, clock }
    }
}
