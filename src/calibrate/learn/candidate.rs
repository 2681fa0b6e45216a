//! Terms that several answers share.

use std::collections::{BTreeMap, BTreeSet};

use super::small::is_small;
use crate::text::{Gap, Inflections, Language, Text};

/// Answers that must share a word, and a pair of words.
const SHARED: [usize; 2] = [2, 3];
/// Most words, and most pairs of words, that are looked at: those that most answers share.
const MOST: [usize; 2] = [250, 250];

/// A word in its forms.
struct Family {
    forms: Option<Inflections>,
    /// As written, in small letters, with how often.
    written: BTreeMap<String, usize>,
    folded: String,
    small: bool,
    answers: BTreeSet<usize>,
}

impl Family {
    fn includes(&self, folded: &str) -> bool {
        self.folded == folded || self.forms.as_ref().is_some_and(|forms| forms.include(folded))
    }

    /// The form that is written most often.
    fn name(&self) -> &str {
        let most =
            self.written.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(*name)));
        most.map_or(&self.folded, |(name, _)| name)
    }
}

/// The words of texts in families, and which follow each other: those that are not small, over small
/// ones, and a small one right beside another, as in *not found*.
pub(super) struct Vocabulary {
    families: Vec<Family>,
    pairs: BTreeMap<(usize, usize), BTreeSet<usize>>,
}

impl Vocabulary {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>, language: Language) -> Self {
        let mut vocabulary = Self { families: Vec::new(), pairs: BTreeMap::new() };
        for (at, text) in texts.enumerate() {
            vocabulary.add(at, &Text::new(text, language));
        }
        vocabulary
    }

    fn add(&mut self, answer: usize, text: &Text<'_>) {
        // The last word that is not small, and the last word.
        let (mut content, mut neighbour) = (None, None);
        for word in text.words() {
            if word.gap > Gap::Blank {
                (content, neighbour) = (None, None);
            }
            let folded = text.folded(word);
            let small = is_small(folded, text.language());
            let family = self.family(folded, small, text.language());
            if let Some(known) = self.families.get_mut(family) {
                let written = word.span.of(text.original()).to_lowercase();
                *known.written.entry(written).or_default() += 1;
                known.answers.insert(answer);
            }
            let before = if small { content.filter(|_| content == neighbour) } else { content };
            let beside = neighbour.filter(|_| !small && content != neighbour);
            for before in before.into_iter().chain(beside).filter(|before| *before != family) {
                self.pairs.entry((before, family)).or_default().insert(answer);
            }
            neighbour = Some(family);
            content = if small { content } else { neighbour };
        }
    }

    fn family(&mut self, folded: &str, small: bool, language: Language) -> usize {
        let same = |family: &Family| family.small == small && family.includes(folded);
        self.families.iter().position(same).unwrap_or_else(|| {
            self.families.push(Family {
                forms: Inflections::of(folded, language),
                written: BTreeMap::new(),
                folded: folded.to_owned(),
                small,
                answers: BTreeSet::new(),
            });
            self.families.len() - 1
        })
    }

    /// All words, those that most answers share first, each with how many do.
    pub(super) fn words(&self) -> Vec<(String, usize)> {
        let telling = self.families.iter().filter(|family| !family.small);
        let words = telling.map(|one| (one.name().to_owned(), one.answers.len()));
        most_shared(words)
    }

    /// Pairs of words, likewise.
    fn phrases(&self) -> Vec<(String, usize)> {
        let name = |at: usize| self.families.get(at).map_or("", Family::name);
        let pairs = self.pairs.iter();
        most_shared(
            pairs.map(|(&(one, two), answers)| {
                (format!("{} {}", name(one), name(two)), answers.len())
            }),
        )
    }

    /// Words and pairs of words that enough answers share.
    pub(super) fn terms(&self) -> Vec<String> {
        let [words, phrases] = [self.words(), self.phrases()];
        let enough = |terms: Vec<(String, usize)>, shared: usize, most: usize| {
            let often = terms.into_iter().filter(move |(_, answers)| *answers >= shared);
            often.map(|(term, _)| term).take(most)
        };
        let words = enough(words, SHARED[0], MOST[0]);
        words.chain(enough(phrases, SHARED[1], MOST[1])).collect()
    }
}

fn most_shared(terms: impl Iterator<Item = (String, usize)>) -> Vec<(String, usize)> {
    let mut terms: Vec<_> = terms.collect();
    terms.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_count_once_an_answer_whatever_their_form() {
        let texts = ["The caches, a cache", "it caches rows", "rows"];
        let vocabulary = Vocabulary::of(texts.into_iter(), Language::of("en"));
        let words = vocabulary.words();
        assert_eq!(words, [("caches".to_owned(), 2), ("rows".to_owned(), 2)]);
    }

    #[test]
    fn a_phrase_needs_three_answers_and_reaches_over_small_words() {
        let texts =
            ["loss of data", "the loss of the data", "data loss", "loss, data", "loss of data"];
        let terms =
            |count| Vocabulary::of(texts.into_iter().take(count), Language::of("en")).terms();
        assert_eq!(terms(2), ["data", "loss"]);
        let found = terms(5);
        assert!(found.contains(&"loss data".to_owned()), "{found:?}");
        assert!(!found.contains(&"data loss".to_owned()), "{found:?}");
    }
}
