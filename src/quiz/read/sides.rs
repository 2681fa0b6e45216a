//! What a question compares, and of which side a keyword is.

use super::need::ReadEntries;
use super::reading::Reading;
use super::table::Table;
use crate::quiz::question::{Entry, SideId};

/// Most sides of a question.
const MOST: usize = 12;

impl<'a> Reading<'a> {
    /// The sides of a text question; none where it compares nothing.
    pub fn sides(&mut self, table: &Table<'a>) -> Option<Vec<Entry>> {
        if !table.has("sides") {
            return Some(Vec::new());
        }
        let ReadEntries { entries, .. } = self.entries(table, "sides")?;
        if !(2..=MOST).contains(&entries.0.len()) {
            let bounds = format!("2 to {MOST} sides, each with its names");
            self.out_of_range("sides", table.key_span("sides"), &bounds);
            return None;
        }
        Some(entries.0)
    }

    /// The side that a keyword names.
    pub fn side(&mut self, table: &Table<'a>, sides: &[Entry]) -> Option<SideId> {
        let named = self.string(table, "of")?;
        let is_named = |side: &Entry| side.0.first().is_some_and(|name| name == named.value);
        let found = sides.iter().position(is_named).and_then(|at| u32::try_from(at).ok());
        if found.is_none() {
            let firsts = sides.iter().filter_map(|side| side.0.first());
            let firsts: Vec<_> = firsts.map(|name| format!("{name:?}")).collect();
            let bounds = match &firsts[..] {
                [] => "left out where the question has no `sides`".to_owned(),
                _ => format!("the first name of a side: {}", firsts.join(" or ")),
            };
            self.out_of_range("of", named.span, &bounds);
        }
        found.map(SideId)
    }
}
