//! What was seen while a quiz was taken at home, as facts: what they mean is for people to find out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attempt::Millis;

/// Where a pack was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TakenIn {
    /// In the page itself, which sees pasting and the focus.
    Browser,
    /// With `viva take`, which sees neither.
    Terminal,
}

/// A quiz that was taken at home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakeHome {
    /// The pack's id.
    pub pack: String,
    /// Where it was taken.
    pub taken_in: TakenIn,
    /// Milliseconds after the deadline, by the time that it says itself; absent if it came in time.
    pub late: Option<Millis>,
    /// Whether the quiz was changed between packing and grading.
    pub changed: bool,
    /// How often it was opened again after a reload or a crash.
    pub resumed: u32,
    /// How often the page was not in front.
    pub away: u32,
    /// Milliseconds for which it was not.
    pub away_time: Millis,
    /// Milliseconds by which the machine's clock was set back, all together.
    pub clock_back: Millis,
    /// Answers to questions that were not asked, which do not count.
    pub foreign: u32,
}

/// What was seen while one question was on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Observed {
    /// Milliseconds from its first showing to the first key.
    pub first_key: Option<Millis>,
    /// The characters of each text that was pasted.
    pub pastes: Vec<u32>,
    /// How often the page was not in front.
    pub away: u32,
    /// Milliseconds for which it was not.
    pub away_time: Millis,
}
