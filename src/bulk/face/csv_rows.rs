//! A record of CSV per row.

use std::borrow::Cow;

use super::{Face, Head, Piece};
use crate::bulk::graded::{GradedRow, carried};
use crate::bulk::row::{Extra, Refusal};
use crate::grade::Flag;
use crate::report::record::{harmless, harmless_owned, write};

/// A record of CSV per row, safe to open in a spreadsheet. The further columns are those of the
/// first source, and where a row may have others there is a last column for them; a row that was
/// refused has nothing but its `error`.
#[derive(Debug, Clone, Default)]
pub struct CsvRows {
    further: Option<Vec<String>>,
    /// Whether there is a column for what has none.
    open: bool,
    file: Option<String>,
}

/// The column for further columns that have none: an object of JSON, or nothing.
const OTHERS: &str = "further";

const COLUMNS: [&str; 8] =
    ["candidate", "question", "points", "possible", "flags", "keywords", "misconceptions", "error"];

impl Face for CsvRows {
    fn begin(&mut self, head: &Head<'_>) -> Vec<u8> {
        self.file = head.file.map(str::to_owned);
        let mut bytes = Vec::new();
        if self.further.is_none() {
            self.further = Some(head.further.to_vec());
            self.open = head.open;
            let further = head.further.iter().map(|name| match name.as_str() {
                OTHERS if head.open => Cow::Owned(format!("input_{OTHERS}")),
                name => harmless_owned(&carried(name)),
            });
            let others = head.open.then_some(Cow::Borrowed(OTHERS));
            let columns = COLUMNS.iter().map(|name| Cow::Borrowed(*name));
            write(columns.chain(further).chain(others), &mut bytes);
        }
        bytes
    }

    fn row(&self, row: &GradedRow<'_>, piece: &mut Piece) {
        let flags: Vec<&str> = row.grade.flags.iter().map(|flag: &Flag| flag.as_str()).collect();
        let keywords = row
            .keywords()
            .map(|(keyword, finding)| format!("{}={}", keyword.label, finding.state().as_str()));
        let misconceptions = row.misconceptions().map(|(label, _)| label);
        let columns: [Cow<'_, str>; 8] = [
            harmless(&row.row.candidate),
            harmless(&row.row.question),
            row.grade.earned.to_string().into(),
            row.grade.possible.to_string().into(),
            flags.join("|").into(),
            harmless_owned(&keywords.collect::<Vec<_>>().join("|")),
            harmless_owned(&misconceptions.collect::<Vec<_>>().join("|")),
            "".into(),
        ];
        let further = self.further.iter().flatten().map(|name| {
            let value = row.row.extra.iter().find(|(other, _)| other == name);
            value.map_or("".into(), |(_, value)| further_field(value))
        });
        let others = self.open.then(|| self.others(row));
        write(columns.into_iter().chain(further).chain(others), &mut piece.bytes);
    }

    fn refused(&self, refusal: &Refusal, piece: &mut Piece) {
        let Refusal { line, message } = refusal;
        let error = match &self.file {
            Some(file) => harmless_owned(&format!("{file}, line {line}: {message}")),
            None => format!("line {line}: {message}").into(),
        };
        let blank = || Cow::Borrowed("");
        let further = self.further.iter().flatten().map(|_| blank());
        let further = further.chain(self.open.then(blank));
        let columns = std::iter::repeat_with(blank).take(COLUMNS.len() - 1);
        write(columns.chain([error]).chain(further), &mut piece.bytes);
    }
}

impl CsvRows {
    /// The further columns of a row that have no column of their own, as an object of JSON.
    fn others(&self, row: &GradedRow<'_>) -> Cow<'static, str> {
        let has_column = |name: &str| self.further.iter().flatten().any(|other| other == name);
        let others = row.row.extra.iter().filter(|(name, _)| !has_column(name));
        let others: Vec<_> = others
            .filter_map(|(name, value)| {
                let name = serde_json::to_string(name).ok()?;
                Some(format!("{name}:{}", serde_json::to_string(value).ok()?))
            })
            .collect();
        if others.is_empty() {
            return Cow::Borrowed("");
        }
        harmless_owned(&format!("{{{}}}", others.join(",")))
    }
}

fn further_field<'a>(value: &'a Extra<'_>) -> Cow<'a, str> {
    match value.field() {
        Cow::Borrowed(text) => harmless(text),
        Cow::Owned(text) => harmless_owned(&text),
    }
}
