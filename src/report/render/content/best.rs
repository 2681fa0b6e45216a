//! The reports that a document of many draws in full.

use crate::quiz::PerMille;
use crate::report::Report;

/// Candidates that get pages of their own; with many more, no program would open the file. Those
/// with the highest shares do, and the file says so.
pub(in crate::report::render) const MOST_PAGES: usize = 100;

/// The reports with the highest shares, best first; of equals those that came first.
#[derive(Default)]
pub(in crate::report::render) struct Best(Vec<(PerMille, u32, Report)>);

impl Best {
    /// Takes the report that came as the `number`th, if it is one of the best.
    pub(in crate::report::render) fn offer(&mut self, number: u32, report: &Report) {
        let share = report.total.share;
        let place = self.0.partition_point(|(kept, ..)| *kept >= share);
        if place < MOST_PAGES {
            self.0.insert(place, (share, number, report.clone()));
            self.0.truncate(MOST_PAGES);
        }
    }

    pub(in crate::report::render) fn has(&self, number: u32) -> bool {
        self.0.iter().any(|(_, kept, _)| *kept == number)
    }

    /// Each with its number.
    pub(in crate::report::render) fn iter(&self) -> impl ExactSizeIterator<Item = (u32, &Report)> {
        self.0.iter().map(|(_, number, report)| (*number, report))
    }
}
