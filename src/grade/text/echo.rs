//! Passages copied from the prompt.

use std::ops::Range;

use crate::text::{Gap, Language, Text, Word, are_inflections};

/// Consecutive words that make a copy; fewer are how people answer a question.
const COPIED_WORDS: usize = 5;

/// Letters of a word that says something of its own; shorter ones join.
const CONTENT_LETTERS: usize = 4;

/// The words of a prompt, ready to be recognised.
#[derive(Debug)]
pub(super) struct Prompt {
    words: Vec<String>,
    /// Each word's places, by word.
    places: Vec<(String, u32)>,
    /// One bit for each kind of word that occurs, to refuse most words without a search.
    kinds: u64,
}

impl Prompt {
    pub(super) fn new(prompt: &str, language: Language) -> Self {
        let text = Text::new(prompt, language);
        let words: Vec<_> = text.words().iter().map(|word| text.folded(word).to_owned()).collect();
        let mut places: Vec<_> = words.iter().cloned().zip(0u32..).collect();
        places.sort();
        let kinds = words.iter().fold(0, |kinds, word| kinds | kind(word));
        Self { words, places, kinds }
    }

    /// The passages of `text` that are copied, in order, without overlaps: words in a row, and the
    /// prompt's words in a sentence that shuffles them and says nothing else. A passage ends with
    /// its sentence, so that one sentence never takes credit from another.
    pub(super) fn passages(&self, text: &Text<'_>) -> Vec<Range<u32>> {
        let mut passages = self.copies(text);
        let shuffled = self.shuffles(text);
        if !shuffled.is_empty() {
            passages.retain(|copy| !shuffled.iter().any(|other| other.contains(&copy.start)));
            passages.extend(shuffled);
            passages.sort_by_key(|passage| passage.start);
        }
        passages
    }

    /// Runs of the prompt's words in sentences without a word of content beyond them.
    fn shuffles(&self, text: &Text<'_>) -> Vec<Range<u32>> {
        let mut runs = Vec::new();
        let mut start = 0;
        for sentence in text.words().chunk_by(|_, next| next.gap != Gap::Sentence) {
            let own = |word: &Word| {
                let folded = text.folded(word);
                has_content(folded) && !self.has(folded)
            };
            if sentence.len() >= COPIED_WORDS && !sentence.iter().any(own) {
                let mut at = start;
                for run in sentence.chunk_by(|one, other| {
                    self.has(text.folded(one)) == self.has(text.folded(other))
                }) {
                    if run.first().is_some_and(|word| self.has(text.folded(word))) {
                        runs.push(narrow(at)..narrow(at + run.len()));
                    }
                    at += run.len();
                }
            }
            start += sentence.len();
        }
        runs
    }

    /// Whether a folded word is a form of one of the prompt's words of content.
    pub(super) fn speaks_of(&self, word: &str, language: Language) -> bool {
        // Forms of a word start alike, which is quick to see.
        let alike =
            |other: &&String| has_content(other) && other.bytes().take(3).eq(word.bytes().take(3));
        let same = |other: &String| other == word || are_inflections(other, word, language);
        has_content(word) && self.words.iter().filter(alike).any(same)
    }

    /// Whether a folded word is one of the prompt's.
    fn has(&self, word: &str) -> bool {
        self.kinds & kind(word) != 0
            && self.places.binary_search_by(|(other, _)| other.as_str().cmp(word)).is_ok()
    }

    fn copies(&self, text: &Text<'_>) -> Vec<Range<u32>> {
        let mut passages: Vec<Range<u32>> = Vec::new();
        if self.words.len() < COPIED_WORDS {
            return passages;
        }
        // Every copy has a word at one of these places.
        let mut at = COPIED_WORDS - 1;
        while at < text.words().len() {
            let from = passages.last().map_or(0, |last| last.end as usize);
            if let Some(copy) = self.longest_around(text, at, from) {
                at = copy.end as usize;
                passages.push(copy);
            }
            at += COPIED_WORDS;
        }
        passages
    }

    /// The longest copy that holds the word at `at` and starts at `from` or later.
    fn longest_around(&self, text: &Text<'_>, at: usize, from: usize) -> Option<Range<u32>> {
        let word = text.folded(text.words().get(at)?);
        if self.kinds & kind(word) == 0 {
            return None;
        }
        let first = self.places.partition_point(|(other, _)| other.as_str() < word);
        let same = self.places.iter().skip(first).take_while(|(other, _)| other == word);
        same.map(|(_, place)| self.extend(text, at, *place as usize, from))
            .max_by_key(ExactSizeIterator::len)
            .filter(|copy| copy.len() >= COPIED_WORDS)
    }

    /// The copy around word `at` of the text and word `place` of the prompt, which are the same.
    fn extend(&self, text: &Text<'_>, at: usize, place: usize, from: usize) -> Range<u32> {
        let words = text.words();
        let same = |back: usize| {
            let (at, place) = (at.checked_sub(back)?, place.checked_sub(back)?);
            let goes_on = words.get(at + 1)?.gap != Gap::Sentence;
            (at >= from && goes_on && self.is(text, at, place)).then_some(())
        };
        let next = |ahead: usize| {
            let goes_on = words.get(at + ahead)?.gap != Gap::Sentence;
            (goes_on && self.is(text, at + ahead, place + ahead)).then_some(())
        };
        let before = (1..).map_while(same).count();
        let after = (1..).map_while(next).count();
        narrow(at - before)..narrow(at + after + 1)
    }

    fn is(&self, text: &Text<'_>, at: usize, place: usize) -> bool {
        let word = text.words().get(at).map(|word| text.folded(word));
        word.is_some() && word == self.words.get(place).map(String::as_str)
    }
}

/// Whether a folded word says something of its own.
fn has_content(word: &str) -> bool {
    word.chars().nth(CONTENT_LETTERS - 1).is_some()
}

fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// A bit for the first letter and the length of a word.
fn kind(word: &str) -> u64 {
    let first = word.bytes().next().unwrap_or_default();
    1 << (usize::from(first).wrapping_mul(7).wrapping_add(word.len()) & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROMPT: &str = "What are signals? Name the ones sent around saving a model.";

    fn copied(answer: &str) -> Vec<String> {
        let language = Language::of("en");
        let text = Text::new(answer, language);
        let of = |range: Range<u32>| {
            let words = &text.words()[range.start as usize..range.end as usize];
            words[0].span.join(words[words.len() - 1].span).of(answer).to_owned()
        };
        Prompt::new(PROMPT, language).passages(&text).into_iter().map(of).collect()
    }

    #[test]
    fn five_words_in_a_row_are_a_copy_whatever_their_capitals() {
        assert_eq!(copied("I can name The Ones sent around things"), ["name The Ones sent around"]);
    }

    #[test]
    fn four_words_in_a_row_are_an_answer() {
        assert_eq!(copied("the ones sent around a save"), Vec::<String>::new());
    }

    #[test]
    fn the_whole_prompt_is_found_wherever_it_starts() {
        for before in ["", "well ", "so well ", "oh so well ", "now oh so well "] {
            let answer = format!("{before}Name the ones sent around saving a model");
            assert_eq!(copied(&answer), ["Name the ones sent around saving a model"]);
        }
    }

    #[test]
    fn a_sentence_that_only_shuffles_the_prompt_is_a_copy() {
        let answer = "signals are the ones around a model and saving. A row is saved.";
        assert_eq!(copied(answer), ["signals are the ones around a model", "saving"]);
        assert_eq!(copied("signals around saving a model tell others"), Vec::<String>::new());
    }

    #[test]
    fn letters_are_counted_and_not_their_bytes() {
        assert!(!has_content("они") && has_content("база"));
    }

    #[test]
    fn a_copy_given_twice_is_two_copies() {
        let answer = "the ones sent around saving and the ones sent around saving";
        assert_eq!(copied(answer), ["the ones sent around saving"; 2]);
    }
}
