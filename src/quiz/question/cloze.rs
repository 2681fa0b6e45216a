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
    /// The gaps in order.
    pub fn gaps(&self) -> impl Iterator<Item = &Accepted> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Gap(accepted) => Some(accepted),
            Piece::Text(_) => None,
        })
    }
}
