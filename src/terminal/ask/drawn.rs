//! Rows on the screen that are drawn over, again and again.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveToColumn, MoveUp, Show};
use crossterm::terminal::{Clear, ClearType};
use unicode_width::UnicodeWidthStr;

use crate::terminal::window::window_width;

/// What is drawn at the moment. The cursor is hidden until it is dropped.
pub struct Drawn {
    /// Columns of each row.
    widths: Vec<usize>,
}

impl Drawn {
    pub fn new() -> Self {
        Self { widths: Vec::new() }
    }

    /// Draws `rows` in place of those before.
    pub fn replace(&mut self, rows: &[String]) -> io::Result<()> {
        let mut screen = io::stderr().lock();
        crossterm::queue!(screen, Hide, MoveToColumn(0))?;
        match self.rows_at(window_width()) {
            0 => {}
            above => crossterm::queue!(screen, MoveUp(above))?,
        }
        crossterm::queue!(screen, Clear(ClearType::FromCursorDown))?;
        for row in rows {
            write!(screen, "{row}\r\n")?;
        }
        screen.flush()?;
        self.widths = rows.iter().map(|row| columns(row)).collect();
        Ok(())
    }

    /// Rows that are taken up now that the window has `width` columns: a terminal breaks a row that
    /// no longer fits.
    fn rows_at(&self, width: usize) -> u16 {
        let rows = self.widths.iter().map(|row| row.div_ceil(width.max(1)).max(1)).sum::<usize>();
        u16::try_from(rows).unwrap_or(u16::MAX)
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        // A terminal that is gone needs no cursor.
        let _ = crossterm::execute!(io::stderr(), Show);
    }
}

/// Columns of `row` without the colours in it.
fn columns(row: &str) -> usize {
    let mut parts = row.split('\u{1b}');
    let first = parts.next().map_or(0, UnicodeWidthStr::width);
    first
        + parts.map(|part| part.split_once('m').map_or(0, |(_, text)| text.width())).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_take_no_columns() {
        assert_eq!(columns("plain 日本"), 10);
        assert_eq!(columns("\u{1b}[1;32mgreen\u{1b}[0m text"), 10);
    }

    #[test]
    fn rows_that_no_longer_fit_take_more_of_them() {
        let drawn = Drawn { widths: vec![80, 41, 0, 40] };
        assert_eq!(drawn.rows_at(80), 4);
        assert_eq!(drawn.rows_at(40), 6);
    }
}
