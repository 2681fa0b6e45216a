//! How long a person takes for a question.

use std::collections::BTreeMap;

use crate::attempt::Millis;
use crate::quiz::question::Question;

/// Seconds for a question of each type, for one of whom nothing is known.
const DEFAULTS: [(&str, u64); 8] = [
    ("text", 180),
    ("short", 45),
    ("choice", 60),
    ("multi", 75),
    ("boolean", 30),
    ("number", 60),
    ("order", 90),
    ("cloze", 75),
];

/// How long a person takes for a question, by its type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    by_kind: BTreeMap<String, Millis>,
}

impl Pace {
    /// The medians per type of the times that a person took for questions. No time is a question
    /// whose answer came without one.
    #[must_use]
    pub fn of<'a>(times: impl Iterator<Item = (&'a str, Millis)>) -> Self {
        let mut all: BTreeMap<String, Vec<Millis>> = BTreeMap::new();
        for (kind, time) in times.filter(|(_, time)| *time > Millis(0)) {
            all.entry(kind.to_owned()).or_default().push(time);
        }
        let medians = all.into_iter().map(|(kind, times)| (kind, median(times)));
        Self { by_kind: medians.collect() }
    }

    /// How long it takes: the question's own limit, else the person's median for its type, else what
    /// is usual for it.
    #[must_use]
    pub fn of_question(&self, question: &Question) -> Millis {
        let kind = question.task.kind();
        let usual = DEFAULTS.iter().find(|(name, _)| *name == kind).map_or(60, |(_, time)| *time);
        let limit = question.time_limit.map(Millis::from);
        let own = || self.by_kind.get(kind).copied();
        limit.or_else(own).unwrap_or(Millis(usual * 1000))
    }
}

/// The one in the middle; of two, the lower. Nothing of nothing.
pub(super) fn median(mut times: Vec<Millis>) -> Millis {
    times.sort_unstable();
    times.get(times.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::score::sample::question;

    #[test]
    fn the_median_is_a_time_that_was_needed() {
        let times = |times: &[u64]| median(times.iter().copied().map(Millis).collect());
        assert_eq!(times(&[9, 1, 5]), Millis(5));
        assert_eq!(times(&[9, 1]), Millis(1));
        assert_eq!(times(&[]), Millis(0));
    }

    #[test]
    fn a_limit_comes_before_the_own_median_and_that_before_the_usual() {
        let mut asked = question("a", "topic", 1000);
        assert_eq!(Pace::default().of_question(&asked), Millis(30_000));
        let times = [("boolean", 0), ("boolean", 9000), ("boolean", 5000), ("text", 1000)];
        let pace = Pace::of(times.into_iter().map(|(kind, time)| (kind, Millis(time))));
        assert_eq!(pace.of_question(&asked), Millis(5000));
        asked.time_limit = Some(Duration::from_secs(7));
        assert_eq!(pace.of_question(&asked), Millis(7000));
    }
}
