//! Lines of a known width.

use unicode_width::UnicodeWidthStr;

use super::style::Style;
use crate::quiz::visible;

/// Columns that `text` takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// `text` on one line of at most `columns`, its end left out if it is longer, made harmless.
pub(crate) fn fit(text: &str, columns: usize, style: &Style) -> String {
    let text = visible(text);
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&line) <= columns {
        return line;
    }
    let room = columns.saturating_sub(width(style.ellipsis()));
    let mut cut = String::new();
    for word in unicode_segmentation::UnicodeSegmentation::graphemes(line.as_str(), true) {
        if width(&cut) + width(word) > room {
            break;
        }
        cut.push_str(word);
    }
    cut.trim_end().to_owned() + style.ellipsis()
}

/// `text` followed by blanks up to `columns`.
pub(crate) fn left(text: &str, columns: usize) -> String {
    let blanks = columns.saturating_sub(width(text));
    text.to_owned() + &" ".repeat(blanks)
}

/// `text` after blanks up to `columns`.
pub(crate) fn right(text: &str, columns: usize) -> String {
    let blanks = columns.saturating_sub(width(text));
    " ".repeat(blanks) + text
}

/// `text` in lines, each after `indent` blanks, made harmless.
pub(crate) fn wrap(text: &str, indent: usize, style: &Style) -> Vec<String> {
    let blanks = " ".repeat(indent);
    let options = textwrap::Options::new(style.columns())
        .initial_indent(&blanks)
        .subsequent_indent(&blanks)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(&visible(text), options).into_iter().map(Into::into).collect()
}
