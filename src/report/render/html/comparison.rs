//! Many attempts beside each other: how the scores are spread, the table with a cell per topic, and
//! the mean of each topic.

use maud::{Markup, html};

use super::candidate::listed;
use super::chart;
use crate::hypertext::{answer_text, plain};
use crate::quiz::PerMille;
use crate::report::render::content::{Comparison, Spread, heat};
use crate::report::text::{
    Style, count, percent, ranking_note, shown_rank, told_verdict, whole_percent,
};
use crate::report::{Certainty, Place, Ranking};

/// Number of candidates, mean, median, and how many passed; then the histogram.
pub(super) fn spread(spread: &Spread) -> Markup {
    html! {
        h2 { "Scores" }
        (listed(&spread.facts))
        div.chartbox {
            p.soft { "Candidates by share of the points" @if spread.pass.is_some() { "; the dashed line is the pass mark" } }
            (chart::histogram(spread))
        }
    }
}

/// The table, a row per attempt. `has_page` says for which number there is a page.
pub(super) fn table(
    comparison: &Comparison,
    ranking: &Ranking,
    has_page: impl Fn(u32) -> bool,
) -> Markup {
    html! {
        h2 id="comparison" { "Comparison" }
        @if let Some(note) = ranking_note(ranking) { p.soft { (note) } }
        @if let Some(few) = comparison.few() { p.soft { (plain(&few)) } }
        div.wide tabindex="0" role="group" aria-label="Comparison" {
            table.compare {
                thead { tr {
                    th.number scope="col" { "Place" }
                    th scope="col" { "Candidate" }
                    th.number scope="col" { "Total" }
                    th.number scope="col" { "Between" }
                    th scope="col" { "Result" }
                    @for title in comparison.topics() { th.number scope="col" { (plain(title)) } }
                } }
                tbody { @for (order, place) in ranking.places.iter().enumerate() {
                    (row(comparison, order, place, has_page(place.number)))
                } }
                @if !ranking.places.is_empty() {
                    tfoot { tr {
                        td {} th scope="row" { "Mean" } td {} td {} td {}
                        @for mean in comparison.means() { (cell(mean)) }
                    } }
                }
            }
        }
    }
}

fn row(comparison: &Comparison, order: usize, place: &Place, has_page: bool) -> Markup {
    let name = answer_text(&place.name());
    html! {
        tr {
            td.number data-value=(order) { @match place.rank {
                Some(rank) => (shown_rank(rank, &Style::plain(80))),
                None => { "–" }
            } }
            th scope="row" {
                @if has_page { a href=(format!("#c{}", place.number)) { (name) } } @else { (name) }
            }
            td.number data-value=(place.total.share.thousandths()) { strong { (percent(place.total.share)) } }
            @match place.certainty {
                Certainty::TooFew => { td.number data-value="-1" { "too few" } }
                Certainty::Interval(interval) => {
                    td.number data-value=(interval.low.thousandths()) { (interval) }
                }
            }
            @let look = if place.passed { "good" } else { "bad" };
            td.verdict class=(look) { (told_verdict(place.verdict())) }
            @for share in comparison.shares(place.number) { (cell(share)) }
        }
    }
}

/// A share on a field of the map, from bad to good.
fn cell(share: Option<PerMille>) -> Markup {
    html! {
        @match share {
            Some(share) => {
                td class=(format!("heat{}", heat(share))) data-value=(share.thousandths()) { (whole_percent(share)) }
            }
            None => { td.number data-value="-1" { "–" } }
        }
    }
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
                " · quiz " code title=(only.digest) { (only.short_digest()) }
            }
        }
    }
}
