//! A line of JSON per row.

use std::borrow::Cow;

use serde::Serialize;

use super::{Face, Head, Piece};
use crate::bulk::graded::GradedRow;
use crate::bulk::row::Refusal;
use crate::quiz::visible_json;

/// A line of JSON per row; `{"error":{"line":…,"message":…}}` for one that was refused, with the
/// `file` where there are several.
#[derive(Debug, Clone, Default)]
pub struct JsonLines {
    file: Option<String>,
}

#[derive(Serialize)]
struct Refused<'a> {
    error: Located<'a>,
}

#[derive(Serialize)]
struct Located<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    line: u64,
    message: &'a str,
}

impl Face for JsonLines {
    fn begin(&mut self, head: &Head<'_>) -> Vec<u8> {
        self.file = head.file.map(str::to_owned);
        Vec::new()
    }

    fn row(&self, row: &GradedRow<'_>, piece: &mut Piece) {
        line(row, &mut piece.bytes);
    }

    fn refused(&self, refusal: &Refusal, piece: &mut Piece) {
        let Refusal { line: number, message } = refusal;
        let error = Located { file: self.file.as_deref(), line: *number, message };
        line(&Refused { error }, &mut piece.bytes);
    }
}

/// A value that cannot be written as JSON would leave no half line behind; none of ours is such. What
/// people wrote in it does nothing to a terminal.
fn line(value: &impl Serialize, bytes: &mut Vec<u8>) {
    let start = bytes.len();
    if serde_json::to_writer(&mut *bytes, value).is_err() {
        bytes.truncate(start);
    }
    let json = bytes.get(start..).map(str::from_utf8);
    if let Some(Ok(Cow::Owned(shown))) = json.map(|json| json.map(visible_json)) {
        bytes.truncate(start);
        bytes.extend_from_slice(shown.as_bytes());
    }
    bytes.push(b'\n');
}
