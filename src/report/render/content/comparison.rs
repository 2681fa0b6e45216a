//! Many attempts beside each other: how the scores are spread, and each one's share of each topic.

use std::collections::{BTreeMap, BTreeSet};

use crate::quiz::{PerMille, TopicId};
use crate::report::text::percent;
use crate::report::{Certainty, Ranking, Report};

/// What is kept of every attempt: the topics' shares.
#[derive(Debug, Default)]
pub(in crate::report::render) struct Comparison {
    /// In the order in which they first came up.
    topics: Vec<(TopicId, String)>,
    /// By the report's number, from 1.
    shares: BTreeMap<u32, Vec<Option<PerMille>>>,
    pass: Option<PerMille>,
    /// Topics that rested on too few questions in some attempt.
    few: BTreeSet<usize>,
}

/// How the scores are spread.
pub(in crate::report::render) struct Spread {
    /// The pass mark, where all took one quiz.
    pub pass: Option<PerMille>,
    /// Each with its name.
    pub facts: Vec<(&'static str, String)>,
    /// Candidates in each tenth of the shares.
    pub tenths: [usize; Self::TENTHS],
}

impl Spread {
    pub(in crate::report::render) const TENTHS: usize = 10;

    /// Which tenth a share is in, from 0; the whole is in the last.
    pub(in crate::report::render) fn tenth(share: PerMille) -> usize {
        usize::from(share.thousandths() / 100).min(Self::TENTHS - 1)
    }

    /// The figures of a chart in words.
    pub(in crate::report::render) fn told(&self) -> String {
        let told: Vec<String> = (0..)
            .zip(&self.tenths)
            .filter(|(_, count)| **count > 0)
            .map(|(tenth, count)| format!("{count} from {}%", tenth * 10))
            .collect();
        format!("Candidates by share: {}", told.join(", "))
    }
}

impl Comparison {
    pub(in crate::report::render) fn add(&mut self, number: u32, report: &Report) {
        self.pass = self.pass.or(Some(report.pass));
        let mut shares = vec![None; self.topics.len()];
        for topic in &report.topics {
            let place = self.topics.iter().position(|(id, _)| *id == topic.id);
            let place = place.unwrap_or_else(|| {
                self.topics.push((topic.id.clone(), topic.title.clone()));
                self.topics.len() - 1
            });
            if topic.certainty == Certainty::TooFew {
                self.few.insert(place);
            }
            shares.resize(shares.len().max(place + 1), None);
            shares[place] = Some(topic.score.share);
        }
        self.shares.insert(number, shares);
    }

    /// The titles of the topics.
    pub(in crate::report::render) fn topics(&self) -> impl Iterator<Item = &str> {
        self.topics.iter().map(|(_, title)| title.as_str())
    }

    /// Which topics rest on too few questions, in a sentence.
    pub(in crate::report::render) fn few(&self) -> Option<String> {
        let titles = self.few.iter().filter_map(|place| self.topics.get(*place));
        let titles: Vec<&str> = titles.map(|(_, title)| title.as_str()).collect();
        (!titles.is_empty()).then(|| {
            let (least, titles) = (Certainty::FEWEST, titles.join(", "));
            format!("Fewer than {least} questions, too few to tell one by one: {titles}.")
        })
    }

    /// The share of each topic of one attempt.
    pub(in crate::report::render) fn shares(
        &self,
        number: u32,
    ) -> impl Iterator<Item = Option<PerMille>> {
        let shares = self.shares.get(&number);
        (0..self.topics.len()).map(move |at| shares.and_then(|it| it.get(at).copied().flatten()))
    }

    /// The mean share of each topic.
    pub(in crate::report::render) fn means(&self) -> impl Iterator<Item = Option<PerMille>> {
        (0..self.topics.len()).map(|topic| {
            let shares = self.shares.values().filter_map(|it| it.get(topic).copied().flatten());
            Some(mean(shares))
        })
    }

    pub(in crate::report::render) fn spread(&self, ranking: &Ranking) -> Spread {
        let mut shares: Vec<PerMille> =
            ranking.places.iter().map(|place| place.total.share).collect();
        shares.sort_unstable();
        let pass = self.pass.filter(|_| ranking.quizzes.len() == 1);
        let mut passed =
            ranking.places.iter().filter(|it| it.verdict() == Some(true)).count().to_string();
        if let Some(pass) = pass {
            passed = format!("{passed} (pass mark {})", percent(pass));
        }
        let mut facts = vec![("Candidates", shares.len().to_string()), ("Passed", passed)];
        if let (Some(low), Some(high)) = (shares.first(), shares.last()) {
            facts.push(("Mean", percent(mean(shares.iter().copied()))));
            facts.push(("Median", percent(median(&shares))));
            facts.push(("Lowest and highest", format!("{} and {}", percent(*low), percent(*high))));
        }
        let mut tenths = [0; Spread::TENTHS];
        for share in &shares {
            tenths[Spread::tenth(*share)] += 1;
        }
        Spread { pass, facts, tenths }
    }
}

fn mean(shares: impl Iterator<Item = PerMille>) -> PerMille {
    let (sum, count) = shares
        .fold((0, 0), |(sum, count), share| (sum + u64::from(share.thousandths()), count + 1000));
    PerMille::reached(sum, count)
}

/// How good a share is on a map, from 0 to 4.
pub(in crate::report::render) fn heat(share: PerMille) -> u16 {
    (share.thousandths() / 200).min(4)
}

/// The middle one, or the mean of the middle two; `shares` are sorted and not empty.
fn median(shares: &[PerMille]) -> PerMille {
    let middle = shares.len() / 2;
    let from = if shares.len().is_multiple_of(2) { middle.saturating_sub(1) } else { middle };
    mean(shares.iter().copied().skip(from).take(middle + 1 - from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        let shares = |all: &[u16]| all.iter().copied().map(PerMille::new).collect::<Vec<_>>();
        assert_eq!(median(&shares(&[100, 200, 900])), PerMille::new(200));
        assert_eq!(median(&shares(&[100, 200, 301, 900])), PerMille::new(250));
        assert_eq!(median(&shares(&[7])), PerMille::new(7));
    }
}
