//! The wall clock, for the history; limits go by a clock that never goes back.

use std::env::var_os;

use jiff::Timestamp;
use jiff::civil::Date;
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

    /// The number of today among the days here.
    pub fn today(self) -> i64 {
        day(self.now())
    }

    /// The end of today here, since 1970-01-01T00:00:00Z: the first moment of tomorrow.
    pub fn tomorrow(self) -> Millis {
        let day = timestamp(self.now()).to_zoned_datetime(TimeZone::system()).date();
        beginning(day.tomorrow().unwrap_or(Date::MAX))
    }
}

/// The number of the day here on which `moment` is; the next day has the next number.
pub fn day(moment: Millis) -> i64 {
    const FIRST: Date = Date::constant(1970, 1, 1);
    let date = timestamp(moment).to_zoned_datetime(TimeZone::system()).date();
    date.since(FIRST).map_or(0, |since| i64::from(since.get_days()))
}

/// The day here on which `moment` is: `25 Nov 2026`.
pub fn local_day(moment: Millis) -> String {
    timestamp(moment).to_zoned_datetime(TimeZone::system()).strftime("%-d %b %Y").to_string()
}

/// `moment` as people here read it: `25 Nov 2026, 11:05`.
pub fn local(moment: Millis) -> String {
    timestamp(moment).to_zoned_datetime(TimeZone::system()).strftime("%-d %b %Y, %H:%M").to_string()
}

/// `moment` as RFC 3339 in UTC, in whole seconds.
pub fn utc(moment: Millis) -> String {
    timestamp(moment).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn timestamp(moment: Millis) -> Timestamp {
    let milliseconds = i64::try_from(moment.0).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX)
}

/// When `day` begins here; a moment before 1970 counts as that.
pub fn beginning(day: Date) -> Millis {
    let zoned = day.to_zoned_datetime(TimeZone::system());
    let moment = zoned.map_or(0, |zoned| zoned.timestamp().as_millisecond());
    Millis(u64::try_from(moment).unwrap_or(0))
}
