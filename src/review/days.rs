//! Days between two answers.

use crate::attempt::Millis;

const HOUR: u64 = 3_600_000;

/// How much of a day counts as a day.
const NEARLY: u64 = 18 * HOUR;

/// Whole days from `earlier` to `later`, both by a clock in UTC. One who practises every evening
/// comes now and then some hours early, so a day is over after 18 hours, two after 42. A clock that
/// was set back makes it none. Time zones and daylight saving play no part.
///
/// ```
/// use vivavoce::attempt::Millis;
/// use vivavoce::review::days_between;
///
/// let hours = |hours: u64| Millis(hours * 3_600_000);
/// assert_eq!(days_between(hours(100), hours(112)), 0);
/// assert_eq!(days_between(hours(100), hours(118)), 1);
/// assert_eq!(days_between(hours(100), hours(100 + 24 * 7)), 7);
/// assert_eq!(days_between(hours(100), hours(50)), 0);
/// ```
#[must_use]
pub fn days_between(earlier: Millis, later: Millis) -> u32 {
    let elapsed = later.since(earlier).0;
    let days = elapsed.saturating_add(24 * HOUR - NEARLY) / (24 * HOUR);
    u32::try_from(days).unwrap_or(u32::MAX)
}
