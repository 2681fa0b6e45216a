//! Words too small to be a keyword by themselves.
//!
//! They are fewer than what is left out of a model answer: people's scores tell which words matter, so
//! only those are here that say nothing in any answer.

use crate::text::{Language, fold};

/// Small words of a language, and those among them that turn the word beside them into another thing:
/// *not closed*, *more force*.
const ENGLISH: [&str; 2] = [include_str!("small_en.txt"), include_str!("telling_en.txt")];
const GERMAN: [&str; 2] = [include_str!("small_de.txt"), include_str!("telling_de.txt")];

/// How much a word says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// Nothing: *the*, *is*.
    Small,
    /// Nothing alone, but much about the word beside it: *not closed*, *more force*.
    Telling,
    /// Enough for a keyword.
    Full,
}

impl Size {
    /// Whether it is no keyword by itself.
    pub(super) fn is_small(self) -> bool {
        self != Self::Full
    }
}

/// The words of a language that are too small, and those among them that tell.
pub(super) struct SmallWords {
    small: Vec<String>,
    telling: Vec<String>,
}

impl SmallWords {
    /// Those of the language with a BCP 47 tag; none where it has no list.
    pub(super) fn of(tag: &str) -> Self {
        let language = Language::of(tag);
        let [small, telling] = match language {
            english if english.is_english() => ENGLISH,
            german if german.joins_nouns() => GERMAN,
            _ => ["", ""],
        };
        let folded =
            |list: &str| list.split_whitespace().map(|word| fold(word, language)).collect();
        Self { small: folded(small), telling: folded(telling) }
    }

    /// How much a folded word says.
    pub(super) fn size(&self, folded: &str) -> Size {
        if self.telling.iter().any(|word| word == folded) {
            Size::Telling
        } else if self.small.iter().any(|word| word == folded) {
            Size::Small
        } else {
            Size::Full
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_say_nothing_and_some_say_much_about_the_next() {
        let english = SmallWords::of("en-GB");
        let all = ["is", "not", "closed"].map(|word| english.size(word));
        assert_eq!(all, [Size::Small, Size::Telling, Size::Full]);
        assert_eq!(SmallWords::of("de").size("nicht"), Size::Telling);
        assert_eq!(SmallWords::of("fr").size("not"), Size::Full);
    }

    #[test]
    fn words_are_compared_as_they_are_folded() {
        let german = SmallWords::of("de");
        for word in ["für", "über", "können"] {
            assert!(german.size(&fold(word, Language::of("de"))).is_small(), "{word}");
        }
    }
}
