//! The nearest thing in an answer to a term, whether or not it counts.

use strsim::osa_distance;

use crate::matcher::edits_allowed;
use crate::quiz::PerMille;
use crate::span::Span;
use crate::text::{Language, Text, fold};

/// Most words of an answer that are compared: an explanation is for reading.
const MOST_WORDS: usize = 5_000;

/// The nearest thing in an answer to one of a keyword's terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The term, as the quiz has it.
    pub term: String,
    /// The place in the answer.
    pub written: Span,
    /// Edits between the two after folding, as optimal string alignment counts them.
    pub edits: usize,
    /// Edits that the length table allows the term.
    pub allowed: u8,
    /// `1 - edits / length of the longer`.
    pub similarity: PerMille,
}

/// The nearest stretch of `text` to any of `terms`, of as many words as the term has; the first of
/// equally near ones. What overlaps `found` counted already and is passed over. `None` where there is
/// nothing to compare.
pub(super) fn nearest<'q>(
    text: &Text<'_>,
    terms: impl Iterator<Item = &'q str>,
    found: &[Span],
) -> Option<Nearest> {
    let mut best: Option<Nearest> = None;
    for term in terms {
        let wanted = Wanted::new(term, text.language());
        for start in 0..text.words().len().min(MOST_WORDS) {
            let Some(near) = wanted.compare(text, start) else { continue };
            let counted = found.iter().any(|span| span.overlaps(near.written));
            if !counted && best.as_ref().is_none_or(|best| near.similarity > best.similarity) {
                best = Some(near);
            }
        }
    }
    best
}

struct Wanted<'q> {
    term: &'q str,
    folded: String,
    words: usize,
}

impl<'q> Wanted<'q> {
    fn new(term: &'q str, language: Language) -> Self {
        let text = Text::new(term, language);
        let folded: String = text.words().iter().map(|word| text.folded(word)).collect();
        let folded = if folded.is_empty() { fold(term, language) } else { folded };
        Self { term, folded, words: text.words().len().max(1) }
    }

    fn compare(&self, text: &Text<'_>, start: usize) -> Option<Nearest> {
        let words = text.words().get(start..start + self.words)?;
        let written: String = words.iter().map(|word| text.folded(word)).collect();
        let edits = osa_distance(&self.folded, &written);
        let longer = self.folded.chars().count().max(written.chars().count());
        Some(Nearest {
            term: self.term.to_owned(),
            written: words.first()?.span.join(words.last()?.span),
            edits,
            allowed: edits_allowed(self.folded.chars().count()),
            similarity: PerMille::ratio(longer.saturating_sub(edits) as u64, longer as u64),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(answer: &str, terms: &[&str]) -> Option<(String, String, usize)> {
        let text = Text::new(answer, Language::of("en"));
        let nearest = nearest(&text, terms.iter().copied(), &[])?;
        Some((nearest.term, nearest.written.of(answer).to_owned(), nearest.edits))
    }

    #[test]
    fn the_nearest_word_is_named_with_its_distance() {
        let expected = ("signal".to_owned(), "single".to_owned(), 3);
        assert_eq!(found("a single event", &["signal", "trigger"]), Some(expected));
    }

    #[test]
    fn a_phrase_is_compared_with_as_many_words() {
        let expected = ("loose coupling".to_owned(), "lose copling".to_owned(), 2);
        assert_eq!(found("it has lose copling", &["loose coupling"]), Some(expected));
    }

    #[test]
    fn what_counted_already_is_passed_over() {
        let text = Text::new("pre_save and pst_save", Language::of("en"));
        let near = nearest(&text, ["pre_save", "post_save"].into_iter(), &[Span::new(0, 8)]);
        assert_eq!(near.map(|near| near.term), Some("post_save".to_owned()));
    }

    #[test]
    fn an_empty_answer_has_nothing_near() {
        assert_eq!(found("", &["signal"]), None);
        assert_eq!(found("one", &["two words"]), None);
    }
}
