//! Many attempts as data: how the scores are spread, a row for each, and what the answers say about
//! the questions.

use serde::Serialize;

use crate::quiz::{PerMille, visible};
use crate::report::analysis::{Analysis, Item};
use crate::report::render::content::{
    Best, Comparison, Spread, figure, heat, meaning, reliability, to_look_at,
};
use crate::report::text::{
    Style, count, percent, plain_prompt, ranking_note, shown_rank, told_verdict, whole_percent,
};
use crate::report::{Certainty, Place, Ranking};

/// Rows of the comparison; with many more, laying out would take minutes.
pub(super) const MOST_ROWS: usize = 1000;

#[derive(Debug, Serialize)]
pub(super) struct Many {
    title: String,
    under: String,
    facts: Vec<(&'static str, String)>,
    histogram: Histogram,
    note: Option<String>,
    /// Which topics rest on too few questions.
    few: Option<String>,
    topics: Vec<String>,
    rows: Vec<Row>,
    means: Vec<Option<Share>>,
    left: Vec<String>,
    items: Option<Items>,
}

#[derive(Debug, Serialize)]
struct Histogram {
    /// Candidates in each tenth of the shares.
    tenths: [usize; Spread::TENTHS],
    /// In thousandths.
    pass: Option<u16>,
    alt: String,
}

#[derive(Debug, Serialize)]
struct Row {
    /// Of the candidate's own pages, if there are any.
    page: Option<u32>,
    place: String,
    name: String,
    total: String,
    between: String,
    passed: bool,
    verdict: &'static str,
    shares: Vec<Option<Share>>,
}

/// A share on a field of the map.
#[derive(Debug, Serialize)]
struct Share {
    /// From 0, bad, to 4, good.
    heat: u16,
    text: String,
}

#[derive(Debug, Serialize)]
struct Items {
    /// What the figures mean.
    meaning: String,
    facts: [(&'static str, String); 2],
    rows: Vec<ItemRow>,
}

#[derive(Debug, Serialize)]
struct ItemRow {
    prompt: String,
    n: u32,
    difficulty: String,
    discrimination: String,
    remarks: Vec<String>,
}

impl Many {
    pub(super) fn new(
        comparison: &Comparison,
        ranking: &Ranking,
        best: &Best,
        analysis: Option<&Analysis>,
    ) -> Self {
        let spread = comparison.spread(ranking);
        let only = match ranking.quizzes.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        let candidates = count(ranking.places.len(), "candidate");
        let places = ranking.places.iter().take(MOST_ROWS);
        Self {
            title: only.map_or_else(
                || "Score reports".to_owned(),
                |quiz| visible(&quiz.title).into_owned(),
            ),
            under: match only {
                Some(quiz) => format!("{candidates} · quiz {}", quiz.short_digest()),
                None => candidates,
            },
            histogram: Histogram {
                tenths: spread.tenths,
                pass: spread.pass.map(PerMille::thousandths),
                alt: spread.told(),
            },
            facts: spread.facts,
            note: ranking_note(ranking),
            few: comparison.few().map(|few| visible(&few).into_owned()),
            topics: comparison.topics().map(|title| visible(title).into_owned()).collect(),
            rows: places.map(|place| row(place, comparison, best)).collect(),
            means: comparison.means().map(|mean| mean.map(share)).collect(),
            left: left(ranking.places.len(), best.iter().len()),
            items: analysis.map(items),
        }
    }
}

/// What this document does not show of so many candidates.
fn left(all: usize, pages: usize) -> Vec<String> {
    let rows = (all > MOST_ROWS).then(|| {
        format!(
            "The table shows the first {MOST_ROWS} of {all}; the figures above are those of all."
        )
    });
    let pages = (all > pages).then(|| {
        format!(
            "The {pages} candidates with the highest shares have pages in this file. The answers of \
             the other {} are in the spreadsheet, CSV and JSON formats.",
            all - pages
        )
    });
    rows.into_iter().chain(pages).collect()
}

fn row(place: &Place, comparison: &Comparison, best: &Best) -> Row {
    Row {
        page: best.has(place.number).then_some(place.number),
        place: place
            .rank
            .map_or_else(|| "–".to_owned(), |rank| shown_rank(rank, &Style::plain(80))),
        name: place.name().for_terminal().into_owned(),
        total: percent(place.total.share),
        between: match place.certainty {
            Certainty::TooFew => "too few".to_owned(),
            Certainty::Interval(interval) => interval.to_string(),
        },
        passed: place.passed,
        verdict: told_verdict(place.verdict()),
        shares: comparison.shares(place.number).map(|it| it.map(share)).collect(),
    }
}

fn share(share: PerMille) -> Share {
    Share { heat: heat(share), text: whole_percent(share) }
}

fn items(analysis: &Analysis) -> Items {
    Items {
        meaning: meaning(),
        facts: reliability(analysis),
        rows: analysis.items.iter().map(item).collect(),
    }
}

fn item(item: &Item) -> ItemRow {
    ItemRow {
        prompt: visible(&plain_prompt(&item.prompt)).into_owned(),
        n: item.difficulty.n(),
        difficulty: figure(&item.difficulty),
        discrimination: figure(&item.discrimination),
        remarks: to_look_at(item),
    }
}
