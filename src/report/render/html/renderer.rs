//! Takes reports one after the other and draws the file.

use std::io::{self, Write};

use maud::{Markup, html};

use super::candidate;
use super::comparison;
use super::depth::Depth;
use super::document::{Script, document};
use super::items::items;
use crate::report::render::content::{Best, Comparison, MOST_PAGES, Pool};
use crate::report::render::{Extent, Options, Renderer};
use crate::report::{Ranking, Report};

/// Draws HTML.
pub(in crate::report::render) struct Html {
    extent: Extent,
    asks: usize,
    comparison: Comparison,
    pool: Pool,
    taken: u32,
    pages: Best,
}

impl Html {
    pub(in crate::report::render) fn new(extent: Extent, options: &Options) -> Self {
        Self {
            extent,
            asks: options.asks,
            comparison: Comparison::default(),
            pool: Pool::default(),
            taken: 0,
            pages: Best::default(),
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
        if ranking.places.is_empty() {
            return html! { p { "There are no attempts." } };
        }
        let left = ranking.places.len().saturating_sub(self.pages.iter().len());
        html! {
            (comparison::spread(&self.comparison.spread(ranking)))
            (comparison::table(&self.comparison, ranking, |number| self.pages.has(number)))
            @if left > 0 {
                p { "The " (MOST_PAGES) " candidates with the highest shares have a page in this file. The answers of the other " (left) " are in the spreadsheet, CSV and JSON formats." }
            }
            @if let Some(analysis) = self.pool.analysis() { (items(&analysis)) }
            @for (number, report) in self.pages.iter() { (self.page(number, report)) }
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
        self.pool.add(report);
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
