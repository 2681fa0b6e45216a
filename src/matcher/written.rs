//! A name as it was written.

use crate::text::{Gap, Text, Word};

/// A name as it was written: one word of a text, or several in a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written<'a> {
    pub text: &'a Text<'a>,
    pub first: usize,
    pub count: usize,
    /// Its words folded and joined, without a possessive ending.
    pub folded: &'a str,
}

impl Written<'_> {
    pub(super) fn original(&self) -> &str {
        let words = self.words();
        let span = words.first().zip(words.last()).map(|(one, two)| one.span.join(two.span));
        span.unwrap_or_default().of(self.text.original())
    }

    /// The parts of all its words.
    pub(super) fn parts(&self) -> Vec<String> {
        self.words().iter().flat_map(|word| self.text.parts(word)).collect()
    }

    pub(super) fn words(&self) -> &[Word] {
        self.text.words().get(self.first..self.first + self.count).unwrap_or_default()
    }

    /// Whether blanks stand between its words.
    pub(super) fn is_apart(&self) -> bool {
        self.words().iter().skip(1).any(|word| word.gap == Gap::Blank)
    }
}
