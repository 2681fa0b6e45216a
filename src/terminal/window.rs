//! The size of the window, and what the terminal can do.

/// Columns to use where the terminal does not say: the width that reports are made for.
const USUAL_WIDTH: usize = 80;

/// Rows to use where the terminal does not say.
const USUAL_HEIGHT: usize = 24;

/// Columns of the window the person looks at.
pub fn window_width() -> usize {
    match crossterm::terminal::size() {
        Ok((columns, _)) if columns > 0 => usize::from(columns),
        _ => USUAL_WIDTH,
    }
}

/// Rows of the window the person looks at.
pub fn window_height() -> usize {
    match crossterm::terminal::size() {
        Ok((_, rows)) if rows > 0 => usize::from(rows),
        _ => USUAL_HEIGHT,
    }
}
