//! The five sheets and their columns.

use rust_xlsxwriter::{
    ConditionalFormat3ColorScale, ConditionalFormatType, Workbook, Worksheet, XlsxError,
};

use super::cell::Looks;

/// A sheet, in the workbook's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    Summary,
    Topics,
    Questions,
    Answers,
    Items,
}

/// A column: what stands above it, how wide it is in characters, and whether its shares are
/// coloured.
struct Column(&'static str, f64, bool);

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
        match self {
            Self::Summary => &[
                Column("Place", 7.0, false),
                Column("Candidate", 24.0, false),
                Column("Share", 9.0, true),
                Column("At least", 9.0, false),
                Column("At most", 9.0, false),
                Column("Result", 14.0, false),
                Column("Place within the error, from", 12.0, false),
                Column("to", 7.0, false),
                Column("Points", 9.0, false),
                Column("Possible", 9.0, false),
                Column("Questions", 10.0, false),
                Column("Answered", 9.0, false),
                Column("Late", 6.0, false),
                Column("Hints", 6.0, false),
                Column("Started (UTC)", 17.0, false),
                Column("Time used", 10.0, false),
            ],
            Self::Topics => &[
                Column("Candidate", 24.0, false),
                Column("Topic", 28.0, false),
                Column("Share", 9.0, true),
                Column("At least", 9.0, false),
                Column("At most", 9.0, false),
                Column("Points", 9.0, false),
                Column("Possible", 9.0, false),
                Column("Questions", 10.0, false),
                Column("Remark", 16.0, false),
            ],
            Self::Questions => &[
                Column("Candidate", 24.0, false),
                Column("No.", 5.0, false),
                Column("Question", 20.0, false),
                Column("Topic", 22.0, false),
                Column("Level", 8.0, false),
                Column("Share", 9.0, true),
                Column("Points", 9.0, false),
                Column("Possible", 9.0, false),
                Column("With claims", 9.0, false),
                Column("Status", 12.0, false),
                Column("Time spent", 10.0, false),
                Column("Late", 6.0, false),
                Column("Hint", 6.0, false),
                Column("Flags", 26.0, false),
            ],
            Self::Answers => &[
                Column("Candidate", 24.0, false),
                Column("No.", 5.0, false),
                Column("Question", 36.0, false),
                Column("Answer", 60.0, false),
                Column("Found", 30.0, false),
                Column("Missed or wrong", 36.0, false),
                Column("Share", 9.0, true),
            ],
            Self::Items => &[
                Column("Question", 20.0, false),
                Column("Part", 14.0, false),
                Column("Label", 34.0, false),
                Column("n", 7.0, false),
                Column("Difficulty, or share that has it", 12.0, true),
                Column("Discrimination", 14.0, false),
                Column("Of the best", 10.0, false),
                Column("Of the weakest", 10.0, false),
                Column("To look at", 48.0, false),
                Column("Why there is no figure", 30.0, false),
            ],
        }
    }
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
        page.set_freeze_panes(sheet.head() + 1, u16::from(sheet == Sheet::Summary) + 1)?;
    }
    Ok(workbook)
}

/// Writes the headings of `sheet`.
pub(super) fn head(page: &mut Worksheet, sheet: Sheet, looks: &Looks) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(sheet.columns()) {
        page.write_string_with_format(sheet.head(), at, column.0, &looks.head)?;
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
        if column.2 {
            page.add_conditional_format(first, at, last, at, &scale)?;
        }
    }
    Ok(())
}
