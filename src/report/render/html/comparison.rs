//! Many attempts beside each other: how the scores are spread, the table with a cell per topic, and
//! the mean of each topic.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::chart;
use crate::hypertext::{answer_text, plain};
use crate::quiz::{PerMille, TopicId};
use crate::report::text::{count, percent};
use crate::report::{Certainty, Place, Ranking, Report};

/// What is kept of every attempt: the topics' shares.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    /// In the order in which they first came up.
    topics: Vec<(TopicId, String)>,
    /// By the report's number, from 1.
    shares: BTreeMap<u32, Vec<Option<PerMille>>>,
    pass: Option<PerMille>,
}

impl Comparison {
    pub(super) fn add(&mut self, number: u32, report: &Report) {
        self.pass = self.pass.or(Some(report.pass));
        let mut shares = vec![None; self.topics.len()];
        for topic in &report.topics {
            let place = self.topics.iter().position(|(id, _)| *id == topic.id);
            let place = place.unwrap_or_else(|| {
                self.topics.push((topic.id.clone(), topic.title.clone()));
                self.topics.len() - 1
            });
            shares.resize(shares.len().max(place + 1), None);
            shares[place] = Some(topic.score.share);
        }
        self.shares.insert(number, shares);
    }

    /// Number of candidates, mean, median, and how many passed; then the histogram.
    pub(super) fn spread(&self, ranking: &Ranking) -> Markup {
        let mut shares: Vec<PerMille> =
            ranking.places.iter().map(|place| place.total.share).collect();
        shares.sort_unstable();
        let passed = ranking.places.iter().filter(|place| place.passed).count();
        let pass = self.pass.filter(|_| ranking.quizzes.len() == 1);
        html! {
            h2 { "Scores" }
            dl.facts {
                div { dt { "Candidates" } dd { (shares.len()) } }
                div { dt { "Passed" } dd { (passed) @if let Some(pass) = pass { " (pass mark " (percent(pass)) ")" } } }
                @if let (Some(low), Some(high)) = (shares.first(), shares.last()) {
                    div { dt { "Mean" } dd { (percent(mean(shares.iter().copied()))) } }
                    div { dt { "Median" } dd { (percent(median(&shares))) } }
                    div { dt { "Lowest and highest" } dd { (percent(*low)) " and " (percent(*high)) } }
                }
            }
            div.chartbox {
                p.soft { "Candidates by share of the points" @if pass.is_some() { "; the dashed line is the pass mark" } }
                (chart::histogram(&shares, pass))
            }
        }
    }

    /// The table, a row per attempt. `has_page` says for which number there is a page.
    pub(super) fn table(&self, ranking: &Ranking, has_page: impl Fn(u32) -> bool) -> Markup {
        let ranked = ranking.quizzes.len() == 1;
        html! {
            h2 id="comparison" { "Comparison" }
            @if ranked {
                p.soft { "A place in the form 2 (1–4) says that the difference to the places 1 to 4 is within the error of the scores: they are not told apart." }
            } @else {
                p.soft { "These are attempts at different quizzes, so they are not ranked." }
            }
            div.wide tabindex="0" role="group" aria-label="Comparison" {
                table.compare {
                    thead { tr {
                        th.number scope="col" { "Place" }
                        th scope="col" { "Candidate" }
                        th.number scope="col" { "Total" }
                        th.number scope="col" { "Between" }
                        th scope="col" { "Result" }
                        @for (_, title) in &self.topics { th.number scope="col" { (plain(title)) } }
                    } }
                    tbody { @for (order, place) in ranking.places.iter().enumerate() {
                        (self.row(order, place, has_page(place.number)))
                    } }
                    @if !ranking.places.is_empty() {
                        tfoot { tr {
                            td {} th scope="row" { "Mean" } td {} td {} td {}
                            @for topic in 0..self.topics.len() { (self.mean(topic)) }
                        } }
                    }
                }
            }
        }
    }

    fn row(&self, order: usize, place: &Place, has_page: bool) -> Markup {
        let name = answer_text(&place.name());
        html! {
            tr {
                td.number data-value=(order) { @match place.rank {
                    Some(rank) => {
                        (rank.place) @if rank.is_uncertain() { " (" (rank.best) "–" (rank.worst) ")" }
                    }
                    None => { "–" }
                } }
                th scope="row" {
                    @if has_page { a href=(format!("#c{}", place.number)) { (name) } } @else { (name) }
                }
                td.number data-value=(place.total.share.thousandths()) { strong { (percent(place.total.share)) } }
                @match place.certainty {
                    Certainty::TooFew => { td.number data-value="-1" { "too few" } }
                    Certainty::Interval(interval) => {
                        td.number data-value=(interval.low.thousandths()) { (interval.low) "–" (interval.high) }
                    }
                }
                @if place.passed { td.good.verdict { "passed" } } @else { td.bad.verdict { "not passed" } }
                @let shares = self.shares.get(&place.number);
                @for topic in 0..self.topics.len() {
                    (cell(shares.and_then(|shares| shares.get(topic).copied().flatten())))
                }
            }
        }
    }

    fn mean(&self, topic: usize) -> Markup {
        let shares = self.shares.values().filter_map(|shares| shares.get(topic).copied().flatten());
        cell(Some(mean(shares)))
    }
}

/// A share on a field of the map, from bad to good.
fn cell(share: Option<PerMille>) -> Markup {
    html! {
        @match share {
            Some(share) => {
                @let heat = (share.thousandths() / 200).min(4);
                td class=(format!("heat{heat}")) data-value=(share.thousandths()) { (share) }
            }
            None => { td.number data-value="-1" { "–" } }
        }
    }
}

fn mean(shares: impl Iterator<Item = PerMille>) -> PerMille {
    let (sum, count) = shares
        .fold((0, 0), |(sum, count), share| (sum + u64::from(share.thousandths()), count + 1000));
    PerMille::ratio(sum, count)
}

/// The middle one, or the mean of the middle two; `shares` are sorted and not empty.
fn median(shares: &[PerMille]) -> PerMille {
    let middle = shares.len() / 2;
    let from = if shares.len().is_multiple_of(2) { middle.saturating_sub(1) } else { middle };
    mean(shares.iter().copied().skip(from).take(middle + 1 - from))
}

/// The heading of a document of many.
pub(super) fn header(ranking: &Ranking) -> Markup {
    html! {
        h1 { @match ranking.quizzes.as_slice() {
            [only] => (plain(&only.title)),
            _ => "Score reports",
        } }
        p.under {
            (count(ranking.places.len(), "candidate"))
            @if let [only] = ranking.quizzes.as_slice() {
                @let digest = only.digest.to_string();
                " · quiz " code title=(digest) { (digest.get(..12).unwrap_or_default()) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        let shares = |all: &[u16]| all.iter().copied().map(PerMille::new).collect::<Vec<_>>();
        assert_eq!(median(&shares(&[100, 200, 900])), PerMille::new(200));
        assert_eq!(median(&shares(&[100, 200, 301, 900])), PerMille::new(251));
        assert_eq!(median(&shares(&[7])), PerMille::new(7));
    }
}
