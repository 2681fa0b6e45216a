//! A prompt with gaps.

use super::short::Accepted;

/// A prompt cut at its gaps; at least one gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cloze(pub Vec<Piece>);

/// A stretch of a cloze.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Markdown as written.
    Text(String),
    /// A gap with what fills it.
    Gap(Accepted),
}

impl Cloze {
    /// What stands for a gap wherever the prompt is shown.
    pub const EMPTY_GAP: &str = "{ ____ }";

    /// The prompt with empty gaps.
    #[must_use]
    pub fn shown(&self) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Gap(_) => Self::EMPTY_GAP,
        });
        pieces.collect()
    }

    /// The gaps in order.
    pub fn gaps(&self) -> impl Iterator<Item = &Accepted> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Gap(accepted) => Some(accepted),
            Piece::Text(_) => None,
        })
    }
}
