//! Takes reports one after the other and draws the file.

use std::io::{self, Write};

use maud::{Markup, html};

use super::candidate;
use super::comparison::{self, Comparison};
use super::depth::Depth;
use super::document::{Script, document};
use super::items::items;
use crate::quiz::PerMille;
use crate::report::analysis::Sample;
use crate::report::render::{Extent, Options, Renderer};
use crate::report::{Ranking, Report};

/// Candidates that get a page of their own; with many more, no browser would open the file. Those
/// with the highest shares do, and the file says so.
pub const MOST_PAGES: usize = 100;

/// Draws HTML.
pub(in crate::report::render) struct Html {
    extent: Extent,
    asks: usize,
    comparison: Comparison,
    sample: Option<Sample>,
    taken: u32,
    pages: Pages,
}

/// The reports with the highest shares, best first; of equals those that came first.
#[derive(Default)]
struct Pages(Vec<(PerMille, u32, Report)>);

impl Pages {
    fn offer(&mut self, number: u32, report: &Report) {
        let share = report.total.share;
        let place = self.0.partition_point(|(kept, ..)| *kept >= share);
        if place < MOST_PAGES {
            self.0.insert(place, (share, number, report.clone()));
            self.0.truncate(MOST_PAGES);
        }
    }

    fn has(&self, number: u32) -> bool {
        self.0.iter().any(|(_, kept, _)| *kept == number)
    }
}

impl Html {
    pub(in crate::report::render) fn new(extent: Extent, options: &Options) -> Self {
        Self {
            extent,
            asks: options.asks,
            comparison: Comparison::default(),
            sample: None,
            taken: 0,
            pages: Pages::default(),
        }
    }

    fn page(&self, number: u32, report: &Report) -> Markup {
        let name = if report.candidate.is_some() {
            candidate::name(report)
        } else {
            html! { "Candidate " (number) }
        };
        html! {
            section.page id=(format!("c{number}")) {
                (candidate::header(report, &name, Depth(2)))
                (candidate::body(report, self.asks, Depth(3)))
                p { a href="#comparison" { "Back to the comparison" } }
            }
        }
    }

    fn many(&self, ranking: &Ranking) -> Markup {
        let left = ranking.places.len().saturating_sub(self.pages.0.len());
        let analysis = self.sample.as_ref().filter(|_| ranking.quizzes.len() == 1);
        html! {
            (self.comparison.spread(ranking))
            (self.comparison.table(ranking, |number| self.pages.has(number)))
            @if left > 0 {
                p { "The " (MOST_PAGES) " candidates with the highest shares have a page in this file. The answers of the other " (left) " are in the spreadsheet, CSV and JSON formats." }
            }
            @if let Some(sample) = analysis { (items(&sample.analysis())) }
            @for (_, number, report) in &self.pages.0 { (self.page(*number, report)) }
        }
    }
}

impl Renderer for Html {
    fn report(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        if self.extent == Extent::One {
            let name = candidate::name(report);
            let header = candidate::header(report, &name, Depth(1));
            let body = candidate::body(report, self.asks, Depth(2));
            let page = document(&report.quiz.title, Script::None, &header, &body);
            return writeln!(out, "{}", page.into_string());
        }
        self.taken += 1;
        self.comparison.add(self.taken, report);
        let sample = self.sample.get_or_insert_with(|| Sample::new(report.quiz.clone()));
        // One of another quiz has no part in the items; there are none drawn then.
        let _ = sample.add(report);
        self.pages.offer(self.taken, report);
        Ok(())
    }

    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        if self.extent == Extent::One {
            return Ok(());
        }
        let title = match ranking.quizzes.as_slice() {
            [only] => only.title.as_str(),
            _ => "Score reports",
        };
        let header = comparison::header(ranking);
        let page = document(title, Script::Sort, &header, &self.many(ranking));
        writeln!(out, "{}", page.into_string())
    }
}
