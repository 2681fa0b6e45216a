//! From a byte to its line and column.

/// Where a byte stands, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Lines end with a line feed.
    pub line: usize,
    /// In characters.
    pub column: usize,
}

/// Where the lines of a text start.
///
/// ```
/// use vivavoce::diagnostic::LineIndex;
///
/// let position = LineIndex::new("a\nbé(").position(5);
/// assert_eq!((position.line, position.column), (2, 3));
/// ```
#[derive(Debug, Clone)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> LineIndex<'t> {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let after =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after).collect() }
    }

    /// The position of the byte at `offset`, or of the end where the text is shorter.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.start(line);
        let before = self.text.get(start..offset).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// Where a line, from 1, starts; the end of the text where there are fewer.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        let index = line.checked_sub(1);
        index.and_then(|index| self.starts.get(index)).copied().unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let position = LineIndex::new(text).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("ab\ncd", 2), (1, 3));
        assert_eq!(at("ab\ncd", 3), (2, 1));
        assert_eq!(at("ab\n", 99), (2, 1));
    }

    #[test]
    fn columns_count_characters_and_not_bytes() {
        assert_eq!(at("日本x", 6), (1, 3));
        assert_eq!(at("日本", 1), (1, 1));
    }
}
