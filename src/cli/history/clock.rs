//! The wall clock, for the history; limits go by a clock that never goes back.

use std::env::var_os;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::attempt::Millis;
use crate::cli::Failure;

/// Stops the clock, so that a run can be repeated: a moment as RFC 3339.
const FIXED: &str = "VIVA_NOW";

/// The wall clock.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    fixed: Option<Timestamp>,
}

impl Clock {
    /// The machine's clock, or the moment at which `VIVA_NOW` stops it.
    pub fn new() -> Result<Self, Failure> {
        let fixed = var_os(FIXED).filter(|value| !value.is_empty()).map(|value| {
            let value = value.to_string_lossy();
            value.parse().map_err(|error| Failure::Usage(format!("{FIXED}: {error}")))
        });
        Ok(Self { fixed: fixed.transpose()? })
    }

    /// Now, since 1970-01-01T00:00:00Z. A clock before that counts as that.
    pub fn now(self) -> Millis {
        let now = self.fixed.unwrap_or_else(Timestamp::now);
        Millis(u64::try_from(now.as_millisecond()).unwrap_or(0))
    }
}

/// `moment` as people here read it: `25 Nov 2026, 11:05`.
pub fn local(moment: Millis) -> String {
    let milliseconds = i64::try_from(moment.0).unwrap_or(i64::MAX);
    let moment = Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX);
    moment.to_zoned_datetime(TimeZone::system()).strftime("%-d %b %Y, %H:%M").to_string()
}
