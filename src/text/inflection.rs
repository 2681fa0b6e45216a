//! Which words are forms of one another.

use rust_stemmers::Stemmer;

use super::irregular::irregular_forms;
use super::language::Language;
use super::spelling::{one_spelling, two_spellings_from};

/// Whether two folded words are inflections of one word, or a verb and what is made of it.
///
/// Both have the same stem (Snowball's for the language) and the same first two letters. English
/// stems take in too much (`important` is no form of `import`), so there what follows the common
/// beginning must be an ending of this list; British and American spellings are one, and words with
/// irregular forms are in a list of their own.
///
/// ```
/// use vivavoce::text::{Language, are_inflections};
///
/// let english = Language::of("en");
/// assert!(are_inflections("caching", "cache", english));
/// assert!(are_inflections("serialisation", "serializing", english));
/// assert!(!are_inflections("important", "import", english));
/// ```
#[must_use]
pub fn are_inflections(one: &str, other: &str, language: Language) -> bool {
    Inflections::of(other, language).is_some_and(|forms| forms.include(one))
}

/// The forms of one word, ready to be compared with many.
#[derive(Debug, Clone)]
pub struct Inflections {
    language: Language,
    word: String,
    stem: String,
    /// Forms that share no stem.
    irregular: &'static [&'static str],
    /// Where letters begin that have another spelling; the end where none have.
    respelled: usize,
}

impl Inflections {
    /// The forms of a folded word; `None` without a stemmer for its language, and for words with
    /// digits or of one letter, which have none.
    #[must_use]
    pub fn of(word: &str, language: Language) -> Option<Self> {
        let algorithm = language.stemmer()?;
        let irregular = if language.is_english() { irregular_forms(word) } else { &[] };
        let is_word = word.chars().nth(1).is_some() && word.chars().all(char::is_alphabetic);
        if !is_word && irregular.is_empty() {
            return None;
        }
        let word = one_spelling(word, language).into_owned();
        let stem = Stemmer::create(algorithm).stem(&word).into_owned();
        let respelled = two_spellings_from(&word).unwrap_or(word.len());
        Some(Self { language, word, stem, irregular, respelled })
    }

    /// Whether the folded `written` is one of them.
    #[must_use]
    pub fn include(&self, written: &str) -> bool {
        if self.irregular.contains(&written) {
            return true;
        }
        if !self.may_include(written) {
            return false;
        }
        let written = one_spelling(written, self.language);
        *written == self.word || self.endings_agree(&written) && self.stems_agree(&written)
    }

    /// Whether the beginnings agree, as they do for all forms of a word: at least
    /// the first two letters, and all but the end of the shorter word.
    fn may_include(&self, written: &str) -> bool {
        if written.as_bytes().first() != self.word.as_bytes().first() {
            return false;
        }
        let common = common_beginning(&self.word, written);
        let shorter = self.word.len().min(written.len());
        let least = written.chars().take(2).map(char::len_utf8).sum();
        common >= shorter.saturating_sub(1).clamp(least, least + 1)
            && common + LONGEST_CHANGE >= shorter
    }

    /// What follows `beginning`, which is folded and shorter than the word, in the forms that begin
    /// with it.
    pub(crate) fn continuation(&self, beginning: &str) -> Continuation {
        let respelled = self.respelled < beginning.len();
        if !self.language.is_english() || !self.irregular.is_empty() || respelled {
            return Continuation::Any;
        }
        let common = common_beginning(&self.word, beginning);
        let (shared, rest) = self.word.split_at(common);
        let last = shared.chars().next_back();
        match (is_ending(rest, last), common == beginning.len()) {
            (true, true) => Continuation::Ending(last),
            (true, false) => Continuation::Any,
            (false, true) => rest.chars().next().map_or(Continuation::Any, Continuation::Letter),
            (false, false) => Continuation::None,
        }
    }

    /// Stemmers now and then take a bare word's own end for an ending (`сигнал`), so a stem may
    /// also equal the other word.
    fn stems_agree(&self, written: &str) -> bool {
        let Some(algorithm) = self.language.stemmer() else { return false };
        let stem = Stemmer::create(algorithm).stem(written);
        stem == self.stem || stem == self.word || self.stem == written
    }

    fn endings_agree(&self, written: &str) -> bool {
        if !self.language.is_english() {
            return true;
        }
        let common = common_beginning(&self.word, written);
        let (Some(own), Some(other)) = (self.word.get(common..), written.get(common..)) else {
            return false;
        };
        let doubled = self.word.get(..common).and_then(|common| common.chars().next_back());
        is_ending(own, doubled) && is_ending(other, doubled) && !is_lost_e(own, other)
    }
}

/// What follows a beginning in the forms of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Continuation {
    /// No form begins so.
    None,
    /// This letter.
    Letter(char),
    /// What an ending begins with, or this letter once more.
    Ending(Option<char>),
    /// It is not known.
    Any,
}

/// What English endings begin with.
pub(crate) const ENDINGS: [char; 8] = ['a', 'd', 'e', 'i', 'l', 'm', 's', 'y'];

/// Bytes of a word's end that its forms may change: `-isation`.
const LONGEST_CHANGE: usize = 8;

/// Bytes that two words have in common from the start.
fn common_beginning(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    pairs.map(|(c, _)| c.len_utf8()).sum()
}

/// English endings that leave a word what it is, or make a noun of a verb, by length.
fn is_plain_ending(rest: &str) -> bool {
    match rest.len() {
        0 => true,
        1 => matches!(rest, "d" | "e" | "s" | "y"),
        2 => matches!(rest, "al" | "ed" | "er" | "es" | "le" | "ly"),
        3 => matches!(rest, "ate" | "ers" | "ied" | "ies" | "ing" | "ion" | "ive"),
        4 => matches!(
            rest,
            "able" | "ably" | "ance" | "ated" | "ates" | "ence" | "ings" | "ions" | "ment" | "ying"
        ),
        5 => matches!(rest, "ances" | "ating" | "ation" | "ences" | "ility" | "ional" | "ments"),
        6 => rest == "ations",
        7 => rest == "ilities",
        _ => false,
    }
}

/// Whether the two differ by a silent `e` alone, which is a slip and no inflection.
fn is_lost_e(own: &str, other: &str) -> bool {
    matches!((own, other), ("", "e") | ("e", ""))
}

/// Whether `rest` is an ending, the consonant before it doubled or not: `stop`, `stopped`.
fn is_ending(rest: &str, doubled: Option<char>) -> bool {
    if is_plain_ending(rest) {
        return true;
    }
    let undoubled = doubled.and_then(|letter| rest.strip_prefix(letter));
    undoubled.is_some_and(|rest| matches!(rest, "ed" | "er" | "ers" | "ing" | "ings"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn english(one: &str, other: &str) -> bool {
        let language = Language::of("en");
        let found = are_inflections(one, other, language);
        assert_eq!(found, are_inflections(other, one, language), "{one} and {other}, both ways");
        found
    }

    #[test]
    fn inflections_and_nouns_of_a_verb_are_found() {
        for (one, other) in [
            ("signals", "signal"),
            ("caching", "cache"),
            ("caches", "cached"),
            ("queries", "query"),
            ("stopped", "stop"),
            ("loosely", "loose"),
            ("coupled", "coupling"),
            ("inherits", "inheritance"),
            ("relations", "relational"),
            ("abstraction", "abstract"),
            ("managed", "management"),
        ] {
            assert!(english(one, other), "{one} {other}");
        }
    }

    #[test]
    fn irregular_forms_are_found() {
        for (one, other) in [
            ("indices", "index"),
            ("children", "child"),
            ("matrices", "matrix"),
            ("vertices", "vertex"),
            ("criteria", "criterion"),
            ("written", "writes"),
            ("overridden", "override"),
            ("can't", "cannot"),
        ] {
            assert!(english(one, other), "{one} {other}");
        }
        assert!(!are_inflections("indices", "index", Language::of("de")));
    }

    #[test]
    fn what_follows_a_beginning_is_a_letter_of_the_word_or_an_ending() {
        let session = Inflections::of("sessionid", Language::of("en")).unwrap();
        for (beginning, continuation) in [
            ("session", Continuation::Letter('i')),
            ("sessions", Continuation::None),
            ("settings", Continuation::None),
        ] {
            assert_eq!(session.continuation(beginning), continuation, "{beginning}");
        }
        let cached = Inflections::of("pagecached", Language::of("en")).unwrap();
        assert_eq!(cached.continuation("pagecach"), Continuation::Ending(Some('h')));
        assert_eq!(cached.continuation("pagecachi"), Continuation::Any);
        let german = Inflections::of("wertpapier", Language::of("de")).unwrap();
        assert_eq!(german.continuation("wert"), Continuation::Any);
    }

    proptest! {
        #[test]
        fn no_form_begins_otherwise(
            word in "(color|model|index|page|stop|normaliz)(s|ed|ing|ling|field|our|ize)?",
            other in "(colour|color|modell|model|ind|page|stop|normalis)(s|ed|ing|led|field|ise|re)?",
            at in 1_usize..9,
        ) {
            let Some(forms) = Inflections::of(&word, Language::of("en")) else { return Ok(()) };
            let Some((beginning, rest)) = other.split_at_checked(at) else { return Ok(()) };
            if forms.include(&other) && at < word.len() && !rest.is_empty() {
                match (forms.continuation(beginning), rest.chars().next()) {
                    (Continuation::Letter(letter), Some(next)) => prop_assert_eq!(letter, next),
                    (Continuation::Ending(doubled), Some(next)) => {
                        prop_assert!(ENDINGS.contains(&next) || doubled == Some(next));
                    }
                    (continuation, _) => prop_assert_eq!(continuation, Continuation::Any),
                }
            }
        }
    }

    #[test]
    fn british_and_american_spellings_are_one() {
        for (one, other) in [
            ("colour", "color"),
            ("behaviours", "behavior"),
            ("normalisation", "normalization"),
            ("optimised", "optimize"),
            ("centre", "center"),
            ("catalogue", "catalog"),
            ("modelling", "modeling"),
            ("analyse", "analyze"),
        ] {
            assert!(english(one, other), "{one} {other}");
        }
    }

    #[test]
    fn words_that_only_share_a_stem_are_not() {
        for (one, other) in [
            ("important", "import"),
            ("university", "universe"),
            ("generic", "generate"),
            ("organ", "organization"),
            ("policy", "police"),
            ("cach", "cache"),
            ("https", "http"),
            ("suffices", "suffix"),
            ("services", "servix"),
            ("written", "writer"),
        ] {
            assert!(!english(one, other), "{one} {other}");
        }
    }

    #[test]
    fn other_languages_have_their_stemmers() {
        assert!(are_inflections("сигналы", "сигнал", Language::of("ru")));
        assert!(are_inflections("schluessels", "schluessel", Language::of("de")));
        assert!(!are_inflections("signals", "signal", Language::of("und")));
    }
}
