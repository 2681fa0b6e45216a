//! Terms that several answers share.

use std::collections::{BTreeMap, BTreeSet};

use super::misspelled::is_misspelled;
use super::small::{Size, SmallWords};
use crate::text::{Gap, Inflections, Language, Text};

/// Answers that must share a word, and a pair of words.
const LEAST_SHARED: [usize; 2] = [2, 3];
/// Most words, and most pairs of words, that are looked at: those that most answers share.
const MOST_TERMS: [usize; 2] = [250, 250];

/// A word in its forms.
struct Family {
    forms: Option<Inflections>,
    /// As written, in small letters, with how often.
    written: BTreeMap<String, usize>,
    folded: String,
    size: Size,
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
/// ones, and a telling one right beside another, as in *not found*.
pub(super) struct Vocabulary {
    language: Language,
    small: SmallWords,
    families: Vec<Family>,
    pairs: BTreeMap<(usize, usize), BTreeSet<usize>>,
}

impl Vocabulary {
    /// Of texts in the language with a BCP 47 tag.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>, tag: &str) -> Self {
        let language = Language::of(tag);
        let small = SmallWords::of(tag);
        let mut vocabulary = Self { language, small, families: Vec::new(), pairs: BTreeMap::new() };
        for (at, text) in texts.enumerate() {
            vocabulary.add(at, &Text::new(text, language));
        }
        vocabulary
    }

    fn add(&mut self, answer: usize, text: &Text<'_>) {
        // The last word that is not small, and the last word if it says anything.
        let (mut content, mut neighbour) = (None, None);
        for word in text.words() {
            if word.gap > Gap::Blank {
                (content, neighbour) = (None, None);
            }
            let folded = text.folded(word);
            let size = self.small.size(folded);
            let family = self.family(folded, size);
            if let Some(known) = self.families.get_mut(family) {
                let written = word.span.of(text.original()).to_lowercase();
                *known.written.entry(written).or_default() += 1;
                known.answers.insert(answer);
            }
            let before = match size {
                Size::Small => None,
                Size::Telling => content.filter(|_| content == neighbour),
                Size::Full => content,
            };
            let beside = neighbour.filter(|_| size == Size::Full && content != neighbour);
            for before in before.into_iter().chain(beside).filter(|before| *before != family) {
                self.pairs.entry((before, family)).or_default().insert(answer);
            }
            neighbour = Some(family).filter(|_| size != Size::Small);
            content = if size.is_small() { content } else { neighbour };
        }
    }

    fn family(&mut self, folded: &str, size: Size) -> usize {
        let same = |family: &Family| family.size == size && family.includes(folded);
        self.families.iter().position(same).unwrap_or_else(|| {
            self.families.push(Family {
                forms: Inflections::of(folded, self.language),
                written: BTreeMap::new(),
                folded: folded.to_owned(),
                size,
                answers: BTreeSet::new(),
            });
            self.families.len() - 1
        })
    }

    /// All words, those that most answers share first, each with how many do.
    pub(super) fn words(&self) -> Vec<(String, usize)> {
        let words = self.families.iter().filter(|family| !family.size.is_small());
        let words = words.map(|one| (one.name().to_owned(), one.answers.len()));
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

    /// Words that look like a slip in writing one that more answers have.
    fn misspelled(&self) -> impl Iterator<Item = &str> {
        let often = self.families.iter().filter(|family| family.answers.len() >= LEAST_SHARED[0]);
        let often: Vec<&Family> = often.collect();
        let is_slip = move |family: &&Family| {
            let others = often.iter().filter(|other| other.answers.len() > family.answers.len());
            let mut others = others.map(|other| other.folded.as_str());
            others.any(|other| is_misspelled(&family.folded, other, self.language))
        };
        let all = self.families.iter().filter(|family| !family.size.is_small());
        all.filter(is_slip).map(Family::name)
    }

    /// Words and pairs of words that enough answers share, those misspelled left out: the grader
    /// finds them by the right one.
    pub(super) fn terms(&self) -> Vec<String> {
        let [mut words, mut phrases] = [self.words(), self.phrases()];
        let misspelled: BTreeSet<&str> = self.misspelled().collect();
        let right = |term: &str| !term.split(' ').any(|word| misspelled.contains(word));
        words.retain(|(word, _)| right(word));
        phrases.retain(|(phrase, _)| right(phrase));
        let enough = |terms: Vec<(String, usize)>, shared: usize, most: usize| {
            let often = terms.into_iter().filter(move |(_, answers)| *answers >= shared);
            often.map(|(term, _)| term).take(most)
        };
        let words = enough(words, LEAST_SHARED[0], MOST_TERMS[0]);
        words.chain(enough(phrases, LEAST_SHARED[1], MOST_TERMS[1])).collect()
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
        let vocabulary = Vocabulary::of(texts.into_iter(), "en");
        let words = vocabulary.words();
        assert_eq!(words, [("caches".to_owned(), 2), ("rows".to_owned(), 2)]);
    }

    #[test]
    fn a_slip_that_several_share_is_no_term() {
        let texts = ["separate", "separate path", "separate path", "seperate path", "seperate"];
        let terms = |language| Vocabulary::of(texts.into_iter(), language).terms();
        assert_eq!(terms("en"), ["path", "separate"]);
        assert_eq!(terms("fr"), ["path", "separate"]);
    }

    #[test]
    fn a_small_word_makes_no_phrase_unless_it_tells() {
        let texts = ["6 is closed", "6 is closed", "6 is not closed", "not closed", "not closed"];
        let terms = Vocabulary::of(texts.into_iter(), "en").terms();
        assert!(terms.contains(&"not closed".to_owned()), "{terms:?}");
        assert!(!terms.iter().any(|term| term.contains("is")), "{terms:?}");
    }

    #[test]
    fn a_phrase_needs_three_answers_and_reaches_over_small_words() {
        let texts =
            ["loss of data", "the loss of the data", "data loss", "loss, data", "loss of data"];
        let terms = |count| Vocabulary::of(texts.into_iter().take(count), "en").terms();
        assert_eq!(terms(2), ["data", "loss"]);
        let found = terms(5);
        assert!(found.contains(&"loss data".to_owned()), "{found:?}");
        assert!(!found.contains(&"data loss".to_owned()), "{found:?}");
    }
}
