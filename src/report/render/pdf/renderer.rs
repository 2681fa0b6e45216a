//! Takes reports one after the other and draws the file.

use std::io::{self, Write};

use serde::Serialize;

use super::candidate::Candidate;
use super::fonts::{Fonts, MoreFonts};
use super::glyphs::fit;
use super::many::Many;
use super::typeset::{lay_out, write};
use crate::quiz::visible;
use crate::report::render::content::{Best, Comparison, Pool};
use crate::report::render::{Extent, Options, Paper, Renderer};
use crate::report::{Ranking, Report};

/// Draws PDF.
pub(in crate::report::render) struct Pdf {
    extent: Extent,
    asks: usize,
    paper: Paper,
    more: MoreFonts,
    comparison: Comparison,
    pool: Pool,
    taken: u32,
    best: Best,
    /// Day of the first attempt, so that the same reports make the same bytes.
    date: Option<[u16; 3]>,
    warnings: Vec<String>,
}

/// All that the template draws.
#[derive(Serialize)]
struct Document {
    title: String,
    paper: &'static str,
    date: Option<[u16; 3]>,
    many: Option<Many>,
    candidates: Vec<Candidate>,
    program: &'static str,
    lacking: Option<String>,
}

impl Pdf {
    pub(in crate::report::render) fn new(extent: Extent, options: &Options) -> Self {
        Self {
            extent,
            asks: options.asks,
            paper: options.paper,
            more: options.fonts,
            comparison: Comparison::default(),
            pool: Pool::default(),
            taken: 0,
            best: Best::default(),
            date: None,
            warnings: Vec::new(),
        }
    }

    fn document(&self, ranking: &Ranking) -> Document {
        let title = match ranking.quizzes.as_slice() {
            [only] => visible(&only.title).into_owned(),
            _ => "Score reports".to_owned(),
        };
        let many = (self.extent == Extent::Many).then(|| {
            let analysis = self.pool.analysis();
            Many::new(&self.comparison, ranking, &self.best, analysis.as_ref())
        });
        let candidate = |(number, report): (u32, &Report)| {
            let otherwise = match self.extent {
                Extent::One => "Score report".to_owned(),
                Extent::Many => format!("Candidate {number}"),
            };
            Candidate::new(number, report, self.asks, otherwise)
        };
        Document {
            title,
            paper: self.paper.as_str(),
            date: self.date,
            many,
            candidates: self.best.iter().map(candidate).collect(),
            program: concat!("viva ", env!("CARGO_PKG_VERSION")),
            lacking: None,
        }
    }
}

impl Renderer for Pdf {
    fn report(&mut self, report: &Report, _: &mut dyn Write) -> io::Result<()> {
        self.taken += 1;
        self.date = self.date.or_else(|| day(&report.sitting.as_ref()?.started));
        self.best.offer(self.taken, report);
        if self.extent == Extent::Many {
            self.comparison.add(self.taken, report);
            self.pool.add(report);
        }
        Ok(())
    }

    fn end(&mut self, ranking: &Ranking, out: &mut dyn Write) -> io::Result<()> {
        let mut data = serde_json::to_value(self.document(ranking))?;
        let mut fonts = Fonts::embedded();
        if let Some(lacking) = fit(&mut data, &mut fonts, self.more).told() {
            let told = format!("no font here has these characters, each shown as □: {lacking}");
            data["lacking"] = told.as_str().into();
            self.warnings.push(told);
        }
        let (bytes, why) = write(&lay_out(&data, &fonts)?)?;
        self.warnings.extend(why.map(|why| format!("the PDF is tagged but no PDF/UA-1: {why}")));
        out.write_all(&bytes)
    }

    fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

/// Year, month and day of an RFC 3339 timestamp.
fn day(started: &str) -> Option<[u16; 3]> {
    humantime::parse_rfc3339(started).ok()?;
    let part = |range: std::ops::Range<usize>| started.get(range)?.parse().ok();
    Some([part(0..4)?, part(5..7)?, part(8..10)?])
}
