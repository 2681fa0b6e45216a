//! How much time was used, pauses left out.

use super::millis::Millis;

/// Counts the time that is not paused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Clock {
    paused: Millis,
    since: Option<Millis>,
}

impl Clock {
    /// Time used from the start to `at`.
    pub(super) fn used(&self, at: Millis) -> Millis {
        self.since.map_or(at, |since| at.min(since)).since(self.paused)
    }

    pub(super) const fn is_paused(&self) -> bool {
        self.since.is_some()
    }

    pub(super) fn pause(&mut self, at: Millis) {
        self.since.get_or_insert(at);
    }

    pub(super) fn resume(&mut self, at: Millis) {
        if let Some(since) = self.since.take() {
            self.paused = self.paused + at.since(since);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_takes_no_time() {
        let mut clock = Clock::default();
        clock.pause(Millis(100));
        assert_eq!(clock.used(Millis(900)), Millis(100));
        clock.resume(Millis(1000));
        assert_eq!(clock.used(Millis(1500)), Millis(600));
    }
}
