//! What the place where a report is shown can do.

/// What a piece of text stands for, so that a terminal can colour it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The name of the whole.
    Title,
    /// The name of a section.
    Heading,
    /// Earned, right, passed.
    Good,
    /// In part, near.
    Fair,
    /// Lost, wrong, not passed.
    Bad,
    /// Of less weight.
    Faint,
}

/// Gives a piece of text the look of its role. It must not change how wide the text is.
pub type Paint = fn(Role, &str) -> String;

/// What the place where a report is shown can do.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Columns of a line.
    pub width: usize,
    /// Whether bars and dashes may be other than ASCII.
    pub unicode: bool,
    /// Colours, or [`unpainted`].
    pub paint: Paint,
}

impl Style {
    /// Narrower than this nothing is laid out; lines may then be too long.
    pub const NARROWEST: usize = 40;

    /// Without colour.
    #[must_use]
    pub const fn plain(width: usize) -> Self {
        Self { width, unicode: true, paint: unpainted }
    }

    pub(super) fn columns(&self) -> usize {
        self.width.max(Self::NARROWEST)
    }

    pub(super) const fn is_narrow(&self) -> bool {
        self.width < 60
    }

    pub(super) const fn dot(&self) -> &'static str {
        if self.unicode { " · " } else { " - " }
    }

    pub(super) const fn ellipsis(&self) -> &'static str {
        if self.unicode { "…" } else { "..." }
    }

    pub(crate) fn paint(&self, role: Role, text: &str) -> String {
        (self.paint)(role, text)
    }
}

/// The text as it is.
#[must_use]
pub fn unpainted(_: Role, text: &str) -> String {
    text.to_owned()
}
