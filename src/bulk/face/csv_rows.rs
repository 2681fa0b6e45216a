//! A record of CSV per row.

use std::borrow::Cow;

use super::{Face, Head, Piece};
use crate::bulk::graded::{GradedRow, carried};
use crate::bulk::row::{Extra, Refusal};
use crate::grade::Flag;
use crate::quiz::visible;

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

/// A text that no spreadsheet takes for a formula and no terminal obeys: an apostrophe before what
/// would start a formula, and control characters as their pictures. A plain number may keep its sign.
fn harmless(text: &str) -> Cow<'_, str> {
    let starts_formula = starts_formula(text);
    let text = visible(text);
    if starts_formula { format!("'{text}").into() } else { text }
}

fn starts_formula(text: &str) -> bool {
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    text.starts_with(STARTS) && text.parse::<rust_decimal::Decimal>().is_err()
}

fn harmless_owned<'a>(text: &str) -> Cow<'a, str> {
    Cow::Owned(harmless(text).into_owned())
}

fn write<'a>(fields: impl Iterator<Item = Cow<'a, str>>, bytes: &mut Vec<u8>) {
    for (place, field) in fields.enumerate() {
        if place > 0 {
            bytes.push(b',');
        }
        if field.contains(['"', ',', '\n', '\r', ';', '\t']) {
            bytes.push(b'"');
            bytes.extend_from_slice(field.replace('"', "\"\"").as_bytes());
            bytes.push(b'"');
        } else {
            bytes.extend_from_slice(field.as_bytes());
        }
    }
    bytes.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_start_a_formula_is_quoted_and_numbers_are_not() {
        for text in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\n=1", "＝1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("\t=1"), "'    =1");
        assert_eq!(harmless("\u{1b}[31mred"), "␛[31mred");
        for text in ["-3", "+4.5", "a=b", "", "'"] {
            assert_eq!(harmless(text), text);
        }
    }

    #[test]
    fn separators_quotes_and_line_breaks_stay_inside_their_field() {
        let mut bytes = Vec::new();
        write(
            ["a,b", "say \"x\"", "two\nlines", "plain"].map(Cow::Borrowed).into_iter(),
            &mut bytes,
        );
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let record = reader.records().next().unwrap().unwrap();
        assert_eq!(record, vec!["a,b", "say \"x\"", "two\nlines", "plain"]);
    }
}
