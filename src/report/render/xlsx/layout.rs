//! The five sheets and their columns.

use rust_xlsxwriter::{
    ConditionalFormat3ColorScale, ConditionalFormatType, Workbook, Worksheet, XlsxError,
};

use super::cell::{Cell, Looks};

/// A sheet, in the workbook's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Summary,
    Topics,
    Questions,
    Answers,
    Items,
}

/// A column: what stands above it, how wide it is in characters, and what stands in it.
struct Column(&'static str, f64, Holds);

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Text,
    Number,
    /// Shares that are coloured from red over yellow to green.
    Heat,
}

const SHEETS: [Sheet; 5] =
    [Sheet::Summary, Sheet::Topics, Sheet::Questions, Sheet::Answers, Sheet::Items];

impl Sheet {
    const fn name(self) -> &'static str {
        match self {
            Self::Summary => "Summary",
            Self::Topics => "Topics",
            Self::Questions => "Questions",
            Self::Answers => "Answers",
            Self::Items => "Items",
        }
    }

    /// The row of the headings; what stands above is about the whole.
    pub(super) const fn head(self) -> u32 {
        match self {
            Self::Summary | Self::Items => 3,
            Self::Topics | Self::Questions | Self::Answers => 0,
        }
    }

    const fn columns(self) -> &'static [Column] {
        use Holds::{Heat, Number, Text};

        match self {
            Self::Summary => &[
                Column("Place", 7.0, Number),
                Column("Candidate", 24.0, Text),
                Column("Share", 8.0, Heat),
                Column("At least", 8.0, Number),
                Column("At most", 8.0, Number),
                Column("Result", 12.0, Text),
                Column("Best place", 7.0, Number),
                Column("Worst place", 7.0, Number),
                Column("Points", 8.0, Number),
                Column("Possible", 9.0, Number),
                Column("Questions", 10.0, Number),
                Column("Answered", 9.0, Number),
                Column("Late", 6.0, Number),
                Column("Hints", 6.0, Number),
                Column("Started (UTC)", 17.0, Number),
                Column("Time used", 10.0, Number),
            ],
            Self::Topics => &[
                Column("Candidate", 24.0, Text),
                Column("Topic", 28.0, Text),
                Column("Share", 9.0, Heat),
                Column("At least", 9.0, Number),
                Column("At most", 9.0, Number),
                Column("Points", 9.0, Number),
                Column("Possible", 9.0, Number),
                Column("Questions", 10.0, Number),
                Column("Remark", 16.0, Text),
                Column("Last time, same questions", 16.0, Number),
                Column("Same questions now", 16.0, Number),
            ],
            Self::Questions => &[
                Column("Candidate", 24.0, Text),
                Column("No.", 5.0, Number),
                Column("Question", 20.0, Text),
                Column("Topic", 22.0, Text),
                Column("Level", 8.0, Text),
                Column("Share", 9.0, Heat),
                Column("Points", 9.0, Number),
                Column("Possible", 9.0, Number),
                Column("With claims", 9.0, Number),
                Column("Status", 12.0, Text),
                Column("Time spent", 10.0, Number),
                Column("Late", 6.0, Text),
                Column("Hint", 6.0, Text),
                Column("Flags", 26.0, Text),
            ],
            Self::Answers => &[
                Column("Candidate", 24.0, Text),
                Column("No.", 5.0, Number),
                Column("Question", 36.0, Text),
                Column("Answer", 60.0, Text),
                Column("Found", 30.0, Text),
                Column("Missed or wrong", 36.0, Text),
                Column("To ask", 36.0, Text),
                Column("Share", 9.0, Heat),
            ],
            Self::Items => &[
                Column("Question", 20.0, Text),
                Column("Part", 14.0, Text),
                Column("Label", 34.0, Text),
                Column("n", 7.0, Number),
                Column("Difficulty, or share that has it", 12.0, Heat),
                Column("Discrimination", 14.0, Number),
                Column("Of the best", 10.0, Number),
                Column("Of the weakest", 10.0, Number),
                Column("To look at", 48.0, Text),
                Column("Why there is no figure", 30.0, Text),
            ],
        }
    }
}

/// Points of two lines.
const HEAD_HEIGHT: f64 = 2.0 * LINE;
/// Points of a line.
const LINE: f64 = 15.0;
/// Most lines of a row; longer ones are cut off, for a row must fit a window.
const MOST_LINES: usize = 20;

/// Rows that are made as high as their texts need; what the library keeps of each of them is all that
/// would grow with the answers. Most programs do so themselves for those that come after.
const MOST_HEIGHTENED: u32 = 10_000;

/// Makes the row that is written next as high as its texts need: not every program does so itself.
pub(super) fn heighten(
    page: &mut Worksheet,
    sheet: Sheet,
    row: u32,
    cells: &[Cell<'_>],
) -> Result<(), XlsxError> {
    if row > MOST_HEIGHTENED {
        return Ok(());
    }
    let lines = sheet.columns().iter().zip(cells).map(|(column, cell)| cell.lines(column.1));
    let lines = lines.max().unwrap_or(1).min(MOST_LINES);
    let lines = f64::from(u32::try_from(lines).unwrap_or(1));
    page.set_row_height(row, LINE * lines).map(drop)
}

/// A workbook with the five sheets, headings, widths and frozen panes.
pub(super) fn workbook(looks: &Looks) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    for sheet in SHEETS {
        let columns = sheet.columns();
        let page = workbook.add_worksheet_with_constant_memory()?;
        page.set_name(sheet.name())?;
        page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        page.set_footer("&L&A&RPage &P of &N");
        for (at, column) in (0..).zip(columns) {
            page.set_column_width(at, column.1)?;
        }
        if sheet.head() == 0 {
            head(page, sheet, looks)?;
        }
        page.set_repeat_rows(sheet.head(), sheet.head())?;
        page.set_row_height(sheet.head(), HEAD_HEIGHT)?;
        page.set_freeze_panes(sheet.head() + 1, u16::from(sheet == Sheet::Summary) + 1)?;
    }
    Ok(workbook)
}

/// Writes the headings of `sheet`.
pub(super) fn head(page: &mut Worksheet, sheet: Sheet, looks: &Looks) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(sheet.columns()) {
        let look = if column.2 == Holds::Text { &looks.head } else { &looks.head_of_numbers };
        page.write_string_with_format(sheet.head(), at, column.0, look)?;
    }
    Ok(())
}

/// Lets the rows up to `last` be filtered, and colours their shares from red over yellow to green.
pub(super) fn finish(page: &mut Worksheet, sheet: Sheet, last: u32) -> Result<(), XlsxError> {
    let first = sheet.head() + 1;
    if last < first {
        return Ok(());
    }
    let columns = u16::try_from(sheet.columns().len()).unwrap_or(u16::MAX);
    page.autofilter(sheet.head(), 0, last, columns - 1)?;
    let scale = ConditionalFormat3ColorScale::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_midpoint(ConditionalFormatType::Number, 0.5)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_minimum_color("FFDFDC")
        .set_midpoint_color("FDEEB5")
        .set_maximum_color("BEECC8");
    for (at, column) in (0..).zip(sheet.columns()) {
        if column.2 == Holds::Heat {
            page.add_conditional_format(first, at, last, at, &scale)?;
        }
    }
    Ok(())
}
