//! Text with looks, made safe and wrapped for a window.

use colored::{ColoredString, Colorize};
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::quiz::visible;

/// What a stretch of text is, for whoever decides on colours. The worse, the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Look {
    /// Ordinary text.
    #[default]
    Plain,
    /// A heading, a question's number.
    Strong,
    /// What can be done, where one is.
    Quiet,
    /// Code of a prompt.
    Code,
    /// What counted.
    Good,
    /// What counted in part, or came near.
    Warning,
    /// What was missed or is wrong.
    Bad,
}

impl Look {
    pub(super) fn paint(self, text: &str) -> ColoredString {
        match self {
            Self::Plain => text.normal(),
            Self::Strong => text.bold(),
            Self::Quiet => text.dimmed(),
            Self::Code => text.cyan(),
            Self::Good => text.green().bold(),
            Self::Warning => text.yellow(),
            Self::Bad => text.red(),
        }
    }
}

/// A line of text with looks, before wrapping. Whatever is put in is made visible: no control
/// character of a quiz or an answer gets through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Styled {
    pieces: Vec<(Look, String)>,
}

impl Styled {
    /// `text` in one look.
    #[must_use]
    pub fn new(look: Look, text: impl AsRef<str>) -> Self {
        Self::default().with(look, text)
    }

    /// The same with `text` added.
    #[must_use]
    pub fn with(mut self, look: Look, text: impl AsRef<str>) -> Self {
        self.push(look, text);
        self
    }

    /// Adds `text`.
    pub fn push(&mut self, look: Look, text: impl AsRef<str>) {
        let text = visible(text.as_ref());
        if !text.is_empty() {
            self.pieces.push((look, text.into_owned()));
        }
    }

    /// The same with another text after it.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.pieces.extend(other.pieces.iter().cloned());
        self
    }

    /// Whether there is nothing to see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The text without looks.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// One string, unwrapped.
    #[must_use]
    pub fn paint(&self) -> String {
        self.pieces.iter().map(|(look, text)| look.paint(text).to_string()).collect()
    }

    /// Lines of at most `width` columns; `first` stands before the first, `rest` before all others.
    #[must_use]
    pub fn wrap(&self, width: usize, first: &str, rest: &str) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for paragraph in self.paragraphs() {
            let room = |indent: &str| width.saturating_sub(indent.width()).max(8);
            let indent = if lines.is_empty() { first } else { rest };
            let words = words(&paragraph, room(first).min(room(rest)));
            let widths = [columns(room(indent)), columns(room(rest))];
            for (number, row) in wrap_first_fit(&words, &widths).into_iter().enumerate() {
                let indent = if number == 0 { indent } else { rest };
                lines.push(format!("{indent}{}", paint_row(row)).trim_end().to_owned());
            }
        }
        lines
    }

    /// The text cut at its line breaks.
    fn paragraphs(&self) -> Vec<Vec<(Look, &str)>> {
        let mut paragraphs = vec![Vec::new()];
        for (look, text) in &self.pieces {
            for (number, line) in text.split('\n').enumerate() {
                if number > 0 {
                    paragraphs.push(Vec::new());
                }
                if let Some(last) = paragraphs.last_mut() {
                    last.push((*look, line));
                }
            }
        }
        paragraphs
    }
}

/// What is not broken: pieces up to a blank.
#[derive(Debug, Default)]
struct Word<'a> {
    pieces: Vec<(Look, &'a str)>,
    width: usize,
    blanks: (Look, &'a str),
}

impl Fragment for Word<'_> {
    fn width(&self) -> f64 {
        columns(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        columns(self.blanks.1.width())
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Columns as the wrapping algorithm counts them.
fn columns(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Cuts a paragraph at its blanks, and words that are wider than `most` anywhere.
fn words<'a>(paragraph: &[(Look, &'a str)], most: usize) -> Vec<Word<'a>> {
    let mut words = vec![Word::default()];
    for (look, text) in paragraph {
        for stretch in text.split_word_bounds().flat_map(|part| cut(part, most)) {
            add(&mut words, *look, stretch, most);
        }
    }
    words
}

fn add<'a>(words: &mut Vec<Word<'a>>, look: Look, stretch: &'a str, most: usize) {
    let blank = stretch.chars().all(char::is_whitespace) && !stretch.contains('\u{a0}');
    let Some(last) = words.last_mut() else { return };
    if blank {
        if last.blanks.1.is_empty() {
            last.blanks = (look, stretch);
        } else {
            words.push(Word { blanks: (look, stretch), ..Word::default() });
        }
        return;
    }
    let width = stretch.width();
    if !last.blanks.1.is_empty() || last.width + width > most {
        words.push(Word { pieces: vec![(look, stretch)], width, ..Word::default() });
    } else {
        last.pieces.push((look, stretch));
        last.width += width;
    }
}

/// `part` in stretches of at most `most` columns.
fn cut(part: &str, most: usize) -> Vec<&str> {
    let mut cuts = Vec::new();
    let (mut start, mut width) = (0, 0);
    for (at, grapheme) in part.grapheme_indices(true) {
        if width + grapheme.width() > most {
            cuts.push(&part[start..at]);
            (start, width) = (at, 0);
        }
        width += grapheme.width();
    }
    cuts.push(&part[start..]);
    cuts
}

/// A row with each run of one look painted as one.
fn paint_row(row: &[Word<'_>]) -> String {
    let mut runs: Vec<(Look, String)> = Vec::new();
    let mut push = |look: Look, text: &str| match runs.last_mut() {
        Some((last, run)) if *last == look => run.push_str(text),
        _ => runs.push((look, text.to_owned())),
    };
    for (number, word) in row.iter().enumerate() {
        for (look, text) in &word.pieces {
            push(*look, text);
        }
        if number + 1 < row.len() {
            push(word.blanks.0, word.blanks.1);
        }
    }
    runs.iter().map(|(look, text)| look.paint(text).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        colored::control::set_override(false);
        Styled::new(Look::Plain, text).wrap(width, "", "  ")
    }

    #[test]
    fn lines_break_at_blanks_and_hang_by_the_indent() {
        assert_eq!(wrapped("a signal runs your code", 12), ["a signal", "  runs your", "  code"]);
        assert_eq!(wrapped("one\n\ntwo", 12), ["one", "", "  two"]);
    }

    #[test]
    fn a_word_wider_than_the_window_is_cut() {
        assert_eq!(
            wrapped("django.db.models.signals", 12).concat().replace(' ', ""),
            "django.db.models.signals"
        );
        assert!(wrapped("django.db.models.signals", 12).iter().all(|line| line.width() <= 12));
    }

    #[test]
    fn a_look_in_the_middle_of_a_word_does_not_break_it() {
        colored::control::set_override(false);
        let text =
            Styled::new(Look::Plain, "[").with(Look::Good, "pre_save").with(Look::Plain, "]1 and");
        assert_eq!(text.wrap(12, "", ""), ["[pre_save]1", "and"]);
    }

    #[test]
    fn escape_sequences_are_shown_and_never_sent() {
        assert_eq!(wrapped("a\u{1b}[31mb\u{9b}c", 40), ["a␛[31mb<U+009B>c"]);
    }
}
