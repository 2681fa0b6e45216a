//! Items to put in order.

use crate::quiz::Markdown;

/// Where an item stands in the file, from 0; this is also its right place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(pub u32);

/// At least two different items in the right order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence(pub Vec<Markdown>);

impl Sequence {
    /// The item at `id`.
    #[must_use]
    pub fn get(&self, id: ItemId) -> Option<&Markdown> {
        self.0.get(id.0 as usize)
    }

    /// All items with their ids, in the right order.
    pub fn iter(&self) -> impl Iterator<Item = (ItemId, &Markdown)> {
        (0..).map(ItemId).zip(&self.0)
    }
}
