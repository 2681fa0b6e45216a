//! What a written word could be, before it is looked at closely.

use super::unit::UnitId;

/// What a written word could be of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    pub unit: UnitId,
    pub near: Nearness,
    /// Whether it could be an inflection, or a plural.
    pub inflected: bool,
    pub head: Head,
}

/// What a written word could be a misspelling of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Nearness {
    /// The unit itself; or it is just that.
    pub own: bool,
    /// One of its inflections.
    pub form: bool,
}

/// What several written words could be that begin with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Nothing,
    /// The unit or one of its inflections, misspelled or not.
    Near,
    /// Any inflection, too.
    Inflected,
}

impl Guess {
    /// Anything is possible.
    pub(super) fn any(unit: UnitId) -> Self {
        let near = Nearness { own: true, form: true };
        Self { unit, near, inflected: true, head: Head::Inflected }
    }

    /// Whether the word could be all of the unit.
    pub(super) fn is_whole(self) -> bool {
        self.inflected || self.near.own || self.near.form
    }
}
