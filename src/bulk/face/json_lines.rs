//! A line of JSON per row.

use serde::Serialize;

use super::{Face, Piece};
use crate::bulk::graded::GradedRow;
use crate::bulk::row::Refusal;

/// A line of JSON per row; `{"error":{"line":…,"message":…}}` for one that was refused.
#[derive(Debug, Clone, Copy, Default)]
pub struct JsonLines;

#[derive(Serialize)]
struct Refused<'a> {
    error: &'a Refusal,
}

impl Face for JsonLines {
    fn row(&self, row: &GradedRow<'_>, piece: &mut Piece) {
        line(row, &mut piece.bytes);
    }

    fn refused(&self, refusal: &Refusal, piece: &mut Piece) {
        line(&Refused { error: refusal }, &mut piece.bytes);
    }
}

/// A value that cannot be written as JSON would leave no half line behind; none of ours is such.
fn line(value: &impl Serialize, bytes: &mut Vec<u8>) {
    let start = bytes.len();
    if serde_json::to_writer(&mut *bytes, value).is_err() {
        bytes.truncate(start);
    }
    bytes.push(b'\n');
}
