//! Any number of reports into one document, in a fixed amount of memory beside what the format
//! itself keeps.

use std::io::{self, Write};

use super::format::Format;
use super::options::Options;
use super::{Extent, Renderer};
use crate::report::ranking::Tracker;
use crate::report::value::Report;

/// A document of reports, which are drawn as they come.
///
/// Each is first made fit for the audience, so that no format sees what it must not show. The
/// first is kept back until it is known whether there is a second one.
pub struct Pile<W> {
    format: Format,
    options: Options,
    out: W,
    first: Option<Report>,
    renderer: Option<Box<dyn Renderer>>,
    tracker: Tracker,
}

/// A document that is complete.
#[derive(Debug)]
pub struct Finished<W> {
    /// What it was written to.
    pub out: W,
    /// What a person should know about it.
    pub warnings: Vec<String>,
}

impl<W: Write> Pile<W> {
    /// An empty document in `out`.
    #[must_use]
    pub fn new(format: Format, options: Options, out: W) -> Self {
        let tracker = Tracker::default();
        Self { format, options, out, first: None, renderer: None, tracker }
    }

    /// Adds a report.
    pub fn add(&mut self, report: Report) -> io::Result<()> {
        let report = report.shown_to(self.options.audience, self.options.redaction);
        self.tracker.add(&report);
        if let Some(renderer) = &mut self.renderer {
            return renderer.report(&report, &mut self.out);
        }
        let Some(first) = self.first.take() else {
            self.first = Some(report);
            return Ok(());
        };
        let mut renderer = self.format.renderer(Extent::Many, &self.options);
        renderer.report(&first, &mut self.out)?;
        renderer.report(&report, &mut self.out)?;
        self.renderer = Some(renderer);
        Ok(())
    }

    /// Ends the document.
    pub fn finish(mut self) -> io::Result<Finished<W>> {
        let mut renderer = match (self.renderer, &self.first) {
            (Some(renderer), _) => renderer,
            (None, Some(_)) => self.format.renderer(Extent::One, &self.options),
            (None, None) => self.format.renderer(Extent::Many, &self.options),
        };
        if let Some(only) = self.first {
            renderer.report(&only, &mut self.out)?;
        }
        renderer.end(&self.tracker.rank(), &mut self.out)?;
        Ok(Finished { out: self.out, warnings: renderer.warnings().to_vec() })
    }
}
