//! Practice week by week.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::known::Standing;
use crate::quiz::{PerMille, Points};

/// How many weeks are told.
const WEEKS: i64 = 6;

/// Seven days of practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Week {
    /// How many weeks ago: 0 is the last seven days, today being one.
    pub ago: u32,
    /// On how many of its days the person practised.
    pub days: usize,
    /// What was earned in attempts that began in it.
    pub earned: Points,
    /// What could have been.
    pub possible: Points,
    /// The one of the other.
    pub share: PerMille,
}

impl Week {
    /// The last weeks, the last one first, as far back as the first of `standings` of theirs; `days` are
    /// the days on which these began, of which `today` is one.
    #[must_use]
    pub fn all(standings: &[Standing], days: &[i64], today: i64) -> Vec<Self> {
        let dated: Vec<(i64, &Standing)> = days.iter().copied().zip(standings).collect();
        let first = days.iter().min().copied().unwrap_or(today + 1);
        let begun = |ago: &i64| first <= today - 7 * ago;
        (0..WEEKS).take_while(begun).map(|ago| Self::new(ago, &dated, today)).collect()
    }

    fn new(ago: i64, dated: &[(i64, &Standing)], today: i64) -> Self {
        let last = today - 7 * ago;
        let inside = |day: i64| (last - 6..=last).contains(&day);
        let its_own = dated.iter().filter(|(day, _)| inside(*day));
        let earned = its_own.clone().map(|(_, standing)| standing.earned).sum::<Points>();
        let possible = its_own.clone().map(|(_, standing)| standing.possible).sum();
        Self {
            ago: u32::try_from(ago).unwrap_or(u32::MAX),
            days: its_own.map(|(day, _)| day).collect::<BTreeSet<_>>().len(),
            earned,
            possible,
            share: earned.share_of(possible),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attempt::{Millis, Occasion};
    use crate::quiz::TopicId;

    fn standing(earned: u32) -> Standing {
        Standing {
            quiz: "SQL".into(),
            topic: TopicId::new("joins"),
            topic_title: "Joins".into(),
            started: Millis(0),
            occasion: Occasion::Quiz,
            earned: Points::from_thousandths(earned),
            possible: Points::from_thousandths(1000),
        }
    }

    #[test]
    fn weeks_end_today_and_go_back_to_the_first_day() {
        let standings = [100, 200, 300, 400].map(standing);
        let weeks = Week::all(&standings, &[80, 94, 94, 100], 100);
        let told = weeks.iter().map(|week| (week.ago, week.days, week.share.thousandths()));
        assert_eq!(told.collect::<Vec<_>>(), [(0, 2, 300), (1, 0, 0), (2, 1, 100)]);
        assert_eq!(Week::all(&[], &[], 100), []);
        assert_eq!(Week::all(&standings, &[1, 94, 94, 100], 100).len(), 6);
    }
}
