//! When and how an attempt was taken.

use std::time::{Duration, SystemTime};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::conduct::TakeHome;
use crate::attempt::{Attempt, End, Entry, Event, Millis, Mode, Occasion};

/// When and how an attempt was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sitting {
    /// When it started, as RFC 3339 in UTC.
    pub started: String,
    /// Milliseconds used, pauses left out.
    pub duration: Millis,
    /// Limit in milliseconds for the whole attempt.
    pub time_limit: Option<Millis>,
    /// Repeats the draw.
    pub seed: u64,
    /// Whether anything was revealed before the end.
    pub mode: Mode,
    /// What brought the questions together: absent where a quiz was simply taken.
    #[serde(default, skip_serializing_if = "Occasion::is_quiz")]
    pub occasion: Occasion,
    /// How it ended.
    pub end: End,
    /// Its interruptions; absent in a report that was written as version 1.
    pub course: Option<Course>,
    /// What was seen where it was taken at home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<TakeHome>,
}

/// Interruptions of an attempt, as figures: what they mean is for people to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Course {
    /// How often the clock was stopped.
    pub pauses: u32,
    /// Milliseconds for which the clock stood.
    pub paused: Millis,
    /// How often the person went back to an earlier question.
    pub went_back: u32,
    /// The longest time in milliseconds in which nothing was done, pauses left out.
    pub longest_gap: Millis,
}

impl Sitting {
    pub(super) fn new(attempt: &Attempt) -> Self {
        let start = attempt.start();
        Self {
            started: timestamp(start.started),
            duration: attempt.duration(),
            time_limit: start.time_limit,
            seed: start.seed,
            mode: start.mode,
            occasion: start.occasion,
            end: attempt.end().unwrap_or(End::Stopped),
            course: Some(Course::new(attempt)),
            home: None,
        }
    }
}

impl Sitting {
    /// How it was taken, for people: `practice`, `exam, interview`, `review`.
    #[must_use]
    pub fn manner(&self) -> String {
        match (self.mode, self.occasion.name()) {
            (mode, None) => mode.as_str().to_owned(),
            (Mode::Practice, Some(occasion)) => occasion.to_owned(),
            (Mode::Exam, Some(occasion)) => format!("exam, {occasion}"),
        }
    }
}

impl Course {
    fn new(attempt: &Attempt) -> Self {
        let log = attempt.log();
        let count = |wanted: fn(&Event) -> bool| {
            let found = log.iter().filter(|entry| wanted(&entry.event)).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        };
        let pairs = log.windows(2).filter_map(|pair| match pair {
            [Entry { event: Event::Paused, .. }, _] => None,
            [before, after] => Some(after.at.since(before.at)),
            _ => None,
        });
        let last = log.last().map_or(Millis(0), |entry| entry.at);
        Self {
            pauses: count(|event| matches!(event, Event::Paused)),
            paused: last.since(attempt.duration()),
            went_back: count(|event| matches!(event, Event::WentBack { .. })),
            longest_gap: pairs.max().unwrap_or_default(),
        }
    }
}

/// As RFC 3339 in UTC, in whole seconds. A moment after the year 9999, which the form cannot
/// say, is its last second.
fn timestamp(since_epoch: Millis) -> String {
    const LAST: u64 = 253_402_300_799;
    let seconds = Duration::from_secs((since_epoch.0 / 1000).min(LAST));
    humantime::format_rfc3339_seconds(SystemTime::UNIX_EPOCH + seconds).to_string()
}
