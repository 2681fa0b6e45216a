//! What stands in a cell, and how it looks.

use std::borrow::Cow;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};

use crate::attempt::Millis;
use crate::measure::Coefficient;
use crate::quiz::{AnswerText, PerMille, Points, visible};
use crate::report::text::line::width;

/// A cell.
#[derive(Debug, Clone)]
pub(super) enum Cell<'a> {
    Empty,
    /// Whatever it begins with, it is no formula.
    Text(Cow<'a, str>),
    /// Said by the program about a result: good or bad.
    Verdict(bool, &'static str),
    Share(PerMille),
    Points(Points),
    Count(u32),
    Coefficient(Coefficient),
    Duration(Millis),
    /// RFC 3339 in UTC.
    Moment(&'a str),
}

/// UTF-16 units that a cell holds, less room for a remark.
const MOST_UNITS: usize = 32_767 - 67;

impl<'a> Cell<'a> {
    /// What a quiz's author wrote.
    pub(super) fn plain(text: &'a str) -> Self {
        Self::Text(fitted(visible(text)))
    }

    /// What a candidate wrote.
    pub(super) fn answer(text: &'a AnswerText) -> Self {
        Self::Text(fitted(text.for_terminal()))
    }

    pub(super) fn answer_owned(text: &AnswerText) -> Self {
        Self::Text(fitted(text.for_terminal()).into_owned().into())
    }

    /// Lines that it takes in a column of so many characters.
    pub(super) fn lines(&self, column: f64) -> usize {
        let Self::Text(text) = self else { return 1 };
        // Words that do not fit leave some of each line empty.
        let room = column * 0.9;
        let lines = text.lines().map(|line| {
            let columns = f64::from(u32::try_from(width(line)).unwrap_or(u32::MAX));
            (columns / room).ceil().max(1.0)
        });
        saturated(lines.sum())
    }

    pub(super) fn count(count: usize) -> Self {
        Self::Count(u32::try_from(count).unwrap_or(u32::MAX))
    }

    pub(super) fn or_empty<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
fn saturated(count: f64) -> usize {
    count as usize
}

/// The text, cut where a cell ends.
fn fitted(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.len() <= MOST_UNITS {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find_map(|(at, character)| {
        units += character.len_utf16();
        (units > MOST_UNITS).then_some(at)
    });
    match end {
        Some(end) => format!("{} [… {} bytes left out]", &text[..end], text.len() - end).into(),
        None => text,
    }
}

/// The formats that cells share.
#[derive(Debug)]
pub(super) struct Looks {
    pub title: Format,
    pub note: Format,
    pub head: Format,
    pub head_of_numbers: Format,
    text: Format,
    good: Format,
    bad: Format,
    share: Format,
    points: Format,
    count: Format,
    coefficient: Format,
    duration: Format,
    moment: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let number = |form: &str| Format::new().set_num_format(form).set_align(FormatAlign::Top);
        // Apart from a number before it, which ends where the column does.
        let left = |look: Format| look.set_align(FormatAlign::Left).set_indent(1);
        let text = left(Format::new().set_text_wrap().set_align(FormatAlign::Top));
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00E8_EEF4))
            .set_border_bottom(rust_xlsxwriter::FormatBorder::Thin);
        Self {
            title: Format::new().set_bold().set_font_size(16),
            note: Format::new().set_font_color(Color::RGB(0x0054_5D68)),
            head: left(head.clone()),
            head_of_numbers: head.set_align(FormatAlign::Right),
            good: text.clone().set_font_color(Color::RGB(0x0011_6329)),
            bad: text.clone().set_font_color(Color::RGB(0x00A4_0E26)),
            text,
            share: number("0.0%"),
            points: number("0.0##"),
            count: number("0"),
            coefficient: number("0.00"),
            duration: number("[h]:mm:ss"),
            moment: number("yyyy-mm-dd hh:mm"),
        }
    }
}

/// Writes `cells` from `column` on.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cells: &[Cell<'_>],
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (column, cell) in (column..).zip(cells) {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                sheet.write_string_with_format(row, column, text.as_ref(), &looks.text)?;
            }
            Cell::Verdict(is_good, text) => {
                let look = if *is_good { &looks.good } else { &looks.bad };
                sheet.write_string_with_format(row, column, *text, look)?;
            }
            Cell::Share(share) => {
                let share = f64::from(share.thousandths()) / 1000.0;
                sheet.write_number_with_format(row, column, share, &looks.share)?;
            }
            Cell::Points(points) => {
                let points = f64::from(points.thousandths()) / 1000.0;
                sheet.write_number_with_format(row, column, points, &looks.points)?;
            }
            Cell::Count(count) => {
                sheet.write_number_with_format(row, column, *count, &looks.count)?;
            }
            Cell::Coefficient(value) => {
                let value = f64::from(value.thousandths()) / 1000.0;
                sheet.write_number_with_format(row, column, value, &looks.coefficient)?;
            }
            Cell::Duration(duration) => {
                let seconds = u32::try_from(duration.0 / 1000).unwrap_or(u32::MAX);
                let days = f64::from(seconds) / 86_400.0;
                sheet.write_number_with_format(row, column, days, &looks.duration)?;
            }
            Cell::Moment(text) => {
                if let Some(moment) = moment(text) {
                    sheet.write_datetime_with_format(row, column, moment, &looks.moment)?;
                } else {
                    let text = fitted(visible(text));
                    sheet.write_string_with_format(row, column, text.as_ref(), &looks.text)?;
                }
            }
        }
    }
    Ok(())
}

/// RFC 3339 in UTC as a spreadsheet's date.
pub(super) fn moment(text: &str) -> Option<ExcelDateTime> {
    ExcelDateTime::parse_from_str(text.strip_suffix('Z')?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_a_cell_cannot_hold_is_cut_and_says_so() {
        for text in ["x".repeat(100_000), "👩".repeat(30_000), "é".repeat(32_767)] {
            let Cell::Text(cut) = Cell::plain(&text) else { panic!("text") };
            assert!(cut.encode_utf16().count() <= 32_767);
            assert!(cut.ends_with("bytes left out]"));
        }
        let Cell::Text(whole) = Cell::plain("short") else { panic!("text") };
        assert_eq!(whole, "short");
    }
}
