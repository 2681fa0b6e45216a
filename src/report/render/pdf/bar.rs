//! A share as a bar with its interval and the pass mark.

use serde::Serialize;

use crate::quiz::PerMille;
use crate::report::Certainty;
use crate::report::text::percent;

/// Places on the bar in thousandths of its length.
#[derive(Debug, Serialize)]
pub(super) struct Bar {
    share: u16,
    low: u16,
    high: u16,
    pass: u16,
    /// What it shows, in words.
    alt: String,
}

impl Bar {
    pub(super) fn new(share: PerMille, certainty: Certainty, pass: PerMille) -> Self {
        let interval = certainty.interval();
        let [told, low, high, mark] = [share, interval.low, interval.high, pass].map(percent);
        Self {
            share: share.thousandths(),
            low: interval.low.thousandths(),
            high: interval.high.thousandths(),
            pass: pass.thousandths(),
            alt: format!("{told}, between {low} and {high}; the pass mark is {mark}"),
        }
    }
}
