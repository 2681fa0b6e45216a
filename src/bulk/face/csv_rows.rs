//! A record of CSV per row.

use std::borrow::Cow;

use super::{Face, Piece};
use crate::bulk::graded::{GradedRow, carried};
use crate::bulk::row::{Extra, Refusal};
use crate::grade::Flag;
use crate::quiz::visible;

/// A record of CSV per row, safe to open in a spreadsheet. The further columns are those of the
/// first source; a row that was refused has nothing but its `error`.
#[derive(Debug, Clone, Default)]
pub struct CsvRows {
    further: Option<Vec<String>>,
}

const COLUMNS: [&str; 8] =
    ["candidate", "question", "points", "possible", "flags", "keywords", "misconceptions", "error"];

impl Face for CsvRows {
    fn begin(&mut self, further: &[String]) -> Vec<u8> {
        let mut bytes = Vec::new();
        if self.further.is_none() {
            self.further = Some(further.to_vec());
            let further =
                further.iter().map(|name| Cow::Owned(harmless(&carried(name)).into_owned()));
            write(COLUMNS.iter().map(|name| Cow::Borrowed(*name)).chain(further), &mut bytes);
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
        write(columns.into_iter().chain(further), &mut piece.bytes);
    }

    fn refused(&self, refusal: &Refusal, piece: &mut Piece) {
        let error = format!("line {}: {}", refusal.line, refusal.message);
        let blank = || Cow::Borrowed("");
        let further = self.further.iter().flatten().map(|_| blank());
        let columns = std::iter::repeat_with(blank).take(COLUMNS.len() - 1);
        write(columns.chain([error.into()]).chain(further), &mut piece.bytes);
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
