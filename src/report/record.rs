//! Records of CSV that open in a spreadsheet unharmed: RFC 4180, and no field is a formula.

use std::borrow::Cow;

use crate::quiz::visible;

/// A text that no spreadsheet takes for a formula and no terminal obeys: an apostrophe before what
/// would start a formula, and control characters as their pictures. A plain number may keep its sign.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let starts_formula = starts_formula(text);
    let text = visible(text);
    if starts_formula { format!("'{text}").into() } else { text }
}

fn starts_formula(text: &str) -> bool {
    const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    text.starts_with(STARTS) && text.parse::<rust_decimal::Decimal>().is_err()
}

/// The same, detached from `text`.
pub(crate) fn harmless_owned<'a>(text: &str) -> Cow<'a, str> {
    Cow::Owned(harmless(text).into_owned())
}

/// Writes a record with these fields.
pub(crate) fn write<'a>(fields: impl Iterator<Item = Cow<'a, str>>, bytes: &mut Vec<u8>) {
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
