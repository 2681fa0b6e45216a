//! What a face is given, and what it makes of it.

use crate::bulk::graded::GradedRow;
use crate::bulk::row::{Refusal, Row};
use crate::quiz::Points;

/// How graded rows are drawn. Threads draw rows into pieces, which are delivered in order.
pub trait Face: Sync {
    /// What comes before the rows of a source.
    fn begin(&mut self, head: &Head<'_>) -> Vec<u8> {
        let _ = head;
        Vec::new()
    }

    /// Draws a graded row.
    fn row(&self, row: &GradedRow<'_>, piece: &mut Piece);

    /// Sees a row whose candidate is known and whose answer is refused. `position` is where its question
    /// stands in the quiz, if it has one there.
    fn unread(&self, row: &Row<'_>, position: Option<usize>, piece: &mut Piece) {
        let _ = (row, position, piece);
    }

    /// Draws a row that was refused, in its place.
    fn refused(&self, refusal: &Refusal, piece: &mut Piece) {
        let _ = (refusal, piece);
    }

    /// Takes the marks of a piece, in the order of the rows.
    fn gather(&mut self, marks: Vec<Mark>) {
        let _ = marks;
    }

    /// What comes after all rows of all sources.
    fn end(&mut self) -> Vec<u8> {
        Vec::new()
    }
}

/// What is known of a source before its rows.
#[derive(Debug, Clone, Copy)]
pub struct Head<'h> {
    /// Its name, where it is one of several.
    pub file: Option<&'h str>,
    /// The names of its further columns: the header's, or those of its first row.
    pub further: &'h [String],
    /// Whether rows may have further columns that are not among these, or come from a source that has.
    pub open: bool,
}

/// What one thread made of some rows.
#[derive(Debug, Default)]
pub struct Piece {
    /// To be written.
    pub bytes: Vec<u8>,
    /// Rows that were refused.
    pub refusals: Vec<Refusal>,
    /// To be gathered.
    pub marks: Vec<Mark>,
    /// Rows that were graded.
    pub graded: u64,
}

impl Piece {
    pub(in crate::bulk) fn refuse(&mut self, refusal: Refusal, face: &dyn Face) {
        face.refused(&refusal, self);
        self.refusals.push(refusal);
    }
}

/// What one row says of its candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Who answered.
    pub candidate: String,
    /// What became of the question; `None` where the quiz has no such question.
    pub earning: Option<Earning>,
}

/// What one answer earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earning {
    /// Where the question stands in the quiz, from 0.
    pub position: usize,
    /// What it earned.
    pub earned: Points,
    /// Whether there is an answer, and it could be read.
    pub answered: bool,
}
