//! Words too small to be a keyword by themselves.

use crate::text::Language;

/// Small words of a language, and those among them that turn the word beside them into another thing:
/// *not closed*, *more force*.
const ENGLISH: [&str; 2] = [include_str!("small_en.txt"), include_str!("telling_en.txt")];
const GERMAN: [&str; 2] = [include_str!("small_de.txt"), include_str!("telling_de.txt")];

/// How much a word says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// Nothing: *the*, *is*.
    Small,
    /// Nothing alone, but much about the word beside it: *not*, *more*.
    Telling,
    /// Enough for a keyword.
    Full,
}

impl Size {
    /// Of a folded word.
    pub(super) fn of(folded: &str, language: Language) -> Self {
        let [small, telling] = match language {
            english if english.is_english() => ENGLISH,
            german if german.joins_nouns() => GERMAN,
            _ => ["", ""],
        };
        let listed = |list: &str| list.split_whitespace().any(|word| word == folded);
        if listed(telling) {
            Self::Telling
        } else if listed(small) {
            Self::Small
        } else {
            Self::Full
        }
    }

    /// Whether it is no keyword by itself.
    pub(super) fn is_small(self) -> bool {
        self != Self::Full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_say_nothing_and_some_say_much_about_the_next() {
        let english = |word| Size::of(word, Language::of("en"));
        let all = [english("is"), english("not"), english("closed")];
        assert_eq!(all, [Size::Small, Size::Telling, Size::Full]);
        assert_eq!(Size::of("nicht", Language::of("de")), Size::Telling);
        assert_eq!(Size::of("not", Language::of("fr")), Size::Full);
    }
}
