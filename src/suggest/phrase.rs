//! Two words of content side by side.

use super::content::Reader;
use super::family::Family;
use crate::text::{Gap, Text};

/// Two words of content side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// Both as written.
    pub written: String,
    /// Whether the prompt says both.
    pub in_prompt: bool,
}

/// The phrases of a model answer, each once.
pub(super) fn phrases(reader: &Reader, text: &Text<'_>, prompt: &Family) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    for (at, pair) in text.words().windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let side_by_side = other.gap == Gap::Blank;
        if !side_by_side || !reader.is_content(text, at) || !reader.is_content(text, at + 1) {
            continue;
        }
        let [one, other] =
            [one, other].map(|word| (word.span.of(text.original()), text.folded(word)));
        let written = format!("{} {}", one.0, other.0);
        let same = |phrase: &Phrase| phrase.written.to_lowercase() == written.to_lowercase();
        if !found.iter().any(same) {
            found.push(Phrase { in_prompt: prompt.has(one.1) && prompt.has(other.1), written });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_content_side_by_side_are_a_phrase() {
        let reader = Reader::of("en");
        let text = reader.text("An electrical state of two terminals, electrical  state.");
        let prompt = reader.family(["two terminals"]);
        let found = phrases(&reader, &text, &prompt);
        let shown: Vec<_> =
            found.iter().map(|phrase| (phrase.written.as_str(), phrase.in_prompt)).collect();
        assert_eq!(shown, [("electrical state", false), ("two terminals", true)]);
    }
}
