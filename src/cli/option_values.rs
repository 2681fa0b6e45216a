//! What people write after options: limits, moments and levels.

use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::attempt::Millis;
use crate::quiz::Level;

/// Reads a level by its name.
pub fn level_parser() -> impl TypedValueParser<Value = Level> {
    PossibleValuesParser::new(Level::ALL.map(Level::as_str)).try_map(|name| {
        let level = Level::ALL.into_iter().find(|level| level.as_str() == name);
        level.ok_or("write junior, mid or senior")
    })
}

/// Reads a limit, as `45m`; none that leaves no time.
pub fn time_limit(written: &str) -> Result<Duration, String> {
    match humantime::parse_duration(written) {
        Ok(Duration::ZERO) => Err("that is no time at all".to_owned()),
        limit => limit.map_err(|error| error.to_string()),
    }
}

/// Reads a moment with its offset from UTC, or as it is called here. Since 1970-01-01T00:00:00Z.
pub fn moment(written: &str) -> Result<Millis, String> {
    let here = || {
        // A day alone would mean its first moment, which nobody expects of an end.
        let moment: DateTime = written.contains(':').then(|| written.parse().ok()).flatten()?;
        moment.to_zoned_datetime(TimeZone::system()).ok().map(|moment| moment.timestamp())
    };
    let told = || {
        "write a moment as `2026-03-31T18:00:00Z`, or as `2026-03-31 18:00` by this computer's clock"
            .to_owned()
    };
    let moment = written.parse::<Timestamp>().ok().or_else(here).ok_or_else(told)?;
    u64::try_from(moment.as_millisecond()).map(Millis).map_err(|_| told())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_a_day_and_a_time() {
        assert_eq!(moment("1970-01-01T00:00:01Z"), Ok(Millis(1000)));
        assert_eq!(moment("1970-01-01T02:00:01+02:00"), Ok(Millis(1000)));
        assert_eq!(moment("2026-03-31 18:00"), moment("2026-03-31T18:00:00"));
        for written in ["2026-03-31", "tomorrow", "18:00", "", "1969-12-31T23:59:59Z"] {
            assert!(moment(written).is_err(), "{written}");
        }
    }
}
