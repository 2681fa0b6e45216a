//! Where a draft breaks into rows of the window, and where the cursor goes from row to row.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns of the bar in front of each row.
pub const INDENT: usize = 2;

/// A draft cut into the rows it fills on the screen.
///
/// A row ends at a line break of the draft, at the last blank that fits (the blank then takes up no
/// room), or, inside a word longer than a row, wherever the window ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    rows: Vec<Row>,
    indent: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    /// Bytes of the draft, without what ends the row.
    bytes: Range<usize>,
    /// Columns before its first character.
    indent: usize,
    /// Whether a blank of the draft ends it.
    ends_at_blank: bool,
}

/// The row under construction.
struct Pen {
    start: usize,
    indent: usize,
    column: usize,
    /// The last blank of the row, and the column after it.
    blank: Option<(usize, usize)>,
}

impl Layout {
    /// Lays `draft` out in rows of `width` columns, each after `indent` columns of margin.
    ///
    /// The last column is kept free for the cursor.
    #[must_use]
    pub fn new(draft: &str, width: usize, indent: usize) -> Self {
        let width = width.max(indent + 2);
        let mut layout = Self { rows: Vec::new(), indent };
        let mut pen = Pen::at(0, indent);
        for (at, grapheme) in draft.grapheme_indices(true) {
            if grapheme.starts_with(['\n', '\r']) {
                layout.finish(&pen, at, false);
                pen = Pen::at(at + grapheme.len(), indent);
                continue;
            }
            layout.place(&mut pen, at, grapheme, width);
        }
        layout.finish(&pen, draft.len(), false);
        layout
    }

    fn place(&mut self, pen: &mut Pen, at: usize, grapheme: &str, width: usize) {
        let columns = columns(grapheme);
        if grapheme == " " && pen.column + columns >= width {
            self.finish(pen, at, true);
            *pen = Pen::at(at + 1, self.indent);
            return;
        }
        if let Some((blank, after)) = pen.blank
            && pen.column + columns >= width
        {
            self.finish(pen, blank, true);
            let carried = pen.column - after;
            *pen = Pen::at(blank + 1, self.indent);
            pen.column += carried;
        }
        if pen.column + columns > width {
            self.finish(pen, at, false);
            *pen = Pen::at(at, 0);
        }
        pen.column += columns;
        if grapheme == " " {
            pen.blank = Some((at, pen.column));
        }
    }

    fn finish(&mut self, pen: &Pen, end: usize, ends_at_blank: bool) {
        self.rows.push(Row { bytes: pen.start..end, indent: pen.indent, ends_at_blank });
    }

    /// The blanks of the draft that end a row, in order.
    pub fn soft_breaks(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter(|row| row.ends_at_blank).map(|row| row.bytes.end)
    }

    /// How many rows stand below the one that `cursor` is in.
    #[must_use]
    pub fn below(&self, cursor: usize) -> usize {
        self.rows.len() - 1 - self.row_of(cursor)
    }

    /// The row that the byte offset `cursor` stands in.
    fn row_of(&self, cursor: usize) -> usize {
        self.rows.partition_point(|row| row.bytes.start <= cursor).saturating_sub(1)
    }

    /// The column of `cursor`, from the left edge of the window.
    #[must_use]
    pub fn column(&self, draft: &str, cursor: usize) -> usize {
        self.rows.get(self.row_of(cursor)).map_or(0, |row| {
            let before = draft.get(row.bytes.start..cursor).unwrap_or_default();
            row.indent + before.graphemes(true).map(columns).sum::<usize>()
        })
    }

    /// Where `cursor` lands `down` rows further down (up when negative), as near to `column` as the
    /// row allows; `None` past the first or last row.
    #[must_use]
    pub fn vertical(
        &self,
        draft: &str,
        cursor: usize,
        down: isize,
        column: usize,
    ) -> Option<usize> {
        let row = self.rows.get(self.row_of(cursor).checked_add_signed(down)?)?;
        let text = draft.get(row.bytes.clone())?;
        let mut at = row.indent;
        for (offset, grapheme) in text.grapheme_indices(true) {
            at += columns(grapheme);
            if at > column {
                return Some(row.bytes.start + offset);
            }
        }
        Some(row.bytes.end)
    }

    /// The first and the last place of the row that `cursor` stands in.
    #[must_use]
    pub fn ends(&self, cursor: usize) -> Range<usize> {
        self.rows.get(self.row_of(cursor)).map_or(cursor..cursor, |row| row.bytes.clone())
    }
}

impl Pen {
    fn at(start: usize, indent: usize) -> Self {
        Self { start, indent, column: indent, blank: None }
    }
}

/// Columns that a grapheme takes up; a control character is shown as one.
fn columns(grapheme: &str) -> usize {
    if grapheme.chars().any(char::is_control) { 1 } else { grapheme.width() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(draft: &str, width: usize) -> Vec<&str> {
        let layout = Layout::new(draft, width, 2);
        layout.rows.iter().map(|row| &draft[row.bytes.clone()]).collect()
    }

    #[test]
    fn rows_break_at_blanks_and_leave_room_for_the_cursor() {
        assert_eq!(rows("a signal runs code", 12), ["a signal", "runs code"]);
        assert_eq!(rows("one two\n\nthree", 40), ["one two", "", "three"]);
    }

    #[test]
    fn a_word_longer_than_a_row_goes_on_at_the_edge_of_the_window() {
        assert_eq!(rows("abcdefghijklmno", 10), ["abcdefgh", "ijklmno"]);
    }

    #[test]
    fn wide_characters_count_two_columns() {
        assert_eq!(rows("日本語日本", 8), ["日本語", "日本"]);
    }

    #[test]
    fn up_and_down_keep_the_column() {
        let draft = "alpha beta gamma delta";
        let layout = Layout::new(draft, 14, 2);
        assert_eq!(rows(draft, 14), ["alpha beta", "gamma delta"]);
        let cursor = draft.find("lta").unwrap();
        let column = layout.column(draft, cursor);
        let up = layout.vertical(draft, cursor, -1, column).unwrap();
        assert_eq!(&draft[up..], "ta gamma delta");
        assert_eq!(layout.vertical(draft, up, -2, column), None);
    }

    #[test]
    fn a_short_row_takes_the_cursor_to_its_end() {
        let draft = "long line here\nno\nanother one";
        let layout = Layout::new(draft, 40, 2);
        let cursor = draft.find(" here").unwrap();
        let down = layout.vertical(draft, cursor, 1, layout.column(draft, cursor)).unwrap();
        assert_eq!(&draft[down..], "\nanother one");
    }

    #[test]
    fn soft_breaks_are_blanks_of_the_draft() {
        let draft = "a signal runs code  and   more";
        let layout = Layout::new(draft, 12, 2);
        assert!(layout.soft_breaks().all(|at| &draft[at..=at] == " "));
        assert_eq!(layout.soft_breaks().count(), layout.below(0));
    }
}
