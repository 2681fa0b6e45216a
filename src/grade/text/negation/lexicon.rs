//! The words that matter to negation, and what they do.

use bitflags::bitflags;

use crate::text::{Language, Text, Word, WordMap, fold};

bitflags! {
    /// What a word does to a denial; a word may do several things. The lists call each by its name in
    /// small letters.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub(super) struct Roles: u64 {
        /// Denies what follows: `not`.
        const VERBAL = 1;
        /// Denies a noun: `no`.
        const NOMINAL = 1 << 1;
        /// Denies what follows, and cancels a denial around it: `lacks`.
        const LACKING = 1 << 2;
        /// As `LACKING`, with `to` after it: `fails to`.
        const INABILITY = 1 << 3;
        /// Ends a denial: `but`.
        const BOUNDARY = 1 << 4;
        /// Opens a clause that claims nothing: `if`.
        const HYPOTHETICAL = 1 << 5;
        /// After a cue, denies that there is no more: `only`.
        const FOCUS = 1 << 6;
        /// After a cue, denies that it is so everywhere: `always`.
        const QUANTIFIER = 1 << 7;
        /// A verb that is itself negative, so that the two cancel: `ignore`.
        const REVERSING = 1 << 8;
        /// A negative property, so that the two cancel: `hard`.
        const NEGATIVE = 1 << 9;
        /// A property that is denied for something named after it: `good` for.
        const EVALUATIVE = 1 << 10;
        /// Says how: what is denied is the manner, not the thing.
        const MANNER = 1 << 11;
        /// Names what something is for, in, with.
        const PREPOSITION = 1 << 12;
        /// The subject of a verb: `it`.
        const PRONOUN = 1 << 13;
        /// `is`, `does`, `can`.
        const AUXILIARY = 1 << 14;
        /// An auxiliary of one subject: `is`.
        const SINGULAR = 1 << 15;
        /// A verb that has a subject before it: `uses`.
        const VERB = 1 << 16;
        /// A verb after a plural subject: `use`.
        const PLAIN = 1 << 17;
        /// A verb that `to` belongs to: `allow` it to.
        const COMPLEMENT = 1 << 18;
        /// A verb whose denial is that of its clause: not `think` that.
        const RAISING = 1 << 19;
        /// Says nothing between a cue and what it denies: `the`.
        const FILLER = 1 << 20;
        /// Denied, it denies its subject: is not `supported`.
        const PREDICATE = 1 << 21;
        /// Denies its subject: is `unsupported`.
        const UNPREDICATE = 1 << 22;
        /// May follow such a predicate without narrowing it: not supported `by`.
        const CLOSING = 1 << 23;
        /// A cue that may stand behind what it denies.
        const TRAILING = 1 << 24;
        /// Makes a denial of the verb one of its subject: not `any`, `never`.
        const ABSOLUTE = 1 << 25;
        /// Denied, it denies its subject whatever follows: not a `goal` of.
        const NONENTITY = 1 << 26;
        /// Takes away what follows: `remove`.
        const REMOVAL = 1 << 27;
        /// More than is good, so that taking it away is no denial: `duplicate`.
        const EXCESS = 1 << 28;
        /// Denies together with the next word: `instead` of.
        const PAIR = 1 << 29;
        /// Tells something else from what follows: `unlike`.
        const CONTRAST = 1 << 30;
        /// Says that what follows is lacking, which something else may need: `without`.
        const WITHOUT = 1 << 31;
        /// Adds to a list: `and`.
        const CONJUNCTION = 1 << 32;
        /// Adds to a list of what is denied: `or`.
        const DISJUNCTION = 1 << 33;
        /// After `no`, denies that there is more than what follows: no `other` than.
        const EXCEPTIVE = 1 << 34;
        /// Denied, it leaves open what follows: does not matter `whether`.
        const OPEN = 1 << 35;
        /// Denied, it denies its subject: makes no `difference`.
        const AVAIL = 1 << 36;
        /// Likens what is denied to what follows: not the `same` as.
        const LIKENING = 1 << 37;
        /// Stands for the words before it: `which`.
        const RELATIVE = 1 << 38;
        /// Stands before a noun: `the`.
        const DETERMINER = 1 << 39;

        /// Every role that may start a denial.
        const CUE = Self::VERBAL.bits()
            | Self::NOMINAL.bits()
            | Self::LACKING.bits()
            | Self::INABILITY.bits()
            | Self::UNPREDICATE.bits()
            | Self::REMOVAL.bits()
            | Self::PAIR.bits()
            | Self::CONTRAST.bits();
    }
}

impl Roles {
    /// The role that a list calls `name`.
    fn named(name: &str) -> Option<Self> {
        Self::from_name(&name.to_ascii_uppercase())
    }
}

/// Kinds of letters that a word may start with; few letters share one.
const KINDS: u8 = 32;

/// Denies the next word alone, in any language that has cues.
pub(super) const NON: &str = "non";

/// A language's words with their roles.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: WordMap<Roles>,
    /// By the first two letters, what tells most words that start no denial, without a search.
    kinds: Box<[Starting; PAIRS]>,
}

/// Words that may start a denial and have the same first two letters.
#[derive(Debug, Clone, Copy, Default)]
struct Starting {
    /// Their lengths, as bits.
    lengths: u32,
    /// Kinds of their third letters, as bits; all where there is none.
    thirds: u32,
}

/// Pairs of kinds.
const PAIRS: usize = KINDS as usize * KINDS as usize;

impl Lexicon {
    /// The words of the language with a BCP 47 tag; none where it is not known.
    pub(super) fn of(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let list = match primary.as_str() {
            "en" => include_str!("en.txt"),
            "de" => include_str!("de.txt"),
            _ => "",
        };
        let mut lexicon =
            Self { words: WordMap::default(), kinds: Box::new([Starting::default(); PAIRS]) };
        lexicon.add_kind(NON);
        let entries = list.lines().filter_map(|line| line.split_once(": "));
        for (role, words) in entries.filter_map(|(role, words)| Some((Roles::named(role)?, words)))
        {
            for word in words.split(' ') {
                lexicon.add(&fold(word, Language::of(tag)), role);
            }
        }
        lexicon
    }

    fn add(&mut self, word: &str, role: Roles) {
        if role.intersects(Roles::CUE) {
            self.add_kind(word);
        }
        let roles = self.words.get(word).unwrap_or_default();
        self.words.insert(word, roles | role);
    }

    fn add_kind(&mut self, word: &str) {
        if let Some(&[first, second, third]) = word.as_bytes().first_chunk() {
            let kinds = &mut self.kinds[pair(first, second)];
            kinds.lengths |= 1 << (word.len() & 31);
            kinds.thirds |= 1 << (third % KINDS);
        } else if let Some(&[first, second]) = word.as_bytes().first_chunk() {
            let kinds = &mut self.kinds[pair(first, second)];
            *kinds = Starting { lengths: kinds.lengths | 1 << word.len(), thirds: u32::MAX };
        }
    }

    /// Whether there are no words at all.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a word of a text might start a denial.
    pub(super) fn may_be_cue(&self, text: &Text<'_>, word: &Word) -> bool {
        let ([first, second, third], length) = text.outline(word);
        let Starting { lengths, thirds } = self.kinds[pair(first, second)];
        lengths >> (length & 31) & thirds >> (third % KINDS) & 1 == 1 || word.has_apostrophe()
    }

    /// The roles of a folded word. `isn't` is `is` with a cue, `it's` a pronoun with its verb.
    pub(super) fn roles(&self, word: &str) -> Roles {
        self.words.get(word).unwrap_or_else(|| self.contracted(word))
    }

    /// The roles of a folded word of a text.
    pub(super) fn roles_of(&self, text: &Text<'_>, word: &Word) -> Roles {
        match text.key(word).map(|key| self.words.get_short(key)) {
            Some(Some(roles)) => roles,
            Some(None) if !word.has_apostrophe() => Roles::empty(),
            _ => self.roles(text.folded(word)),
        }
    }

    fn contracted(&self, word: &str) -> Roles {
        if let Some(auxiliary) = word.strip_suffix("n't") {
            return self.roles(auxiliary) | Roles::VERBAL | Roles::AUXILIARY;
        }
        match word.split_once('\'') {
            Some((subject, _)) if self.roles(subject).intersects(Roles::PRONOUN) => {
                Roles::PRONOUN | Roles::VERB | Roles::AUXILIARY
            }
            _ => Roles::empty(),
        }
    }
}

/// The place of two letters among all pairs of their kinds.
fn pair(first: u8, second: u8) -> usize {
    let kind = |letter: u8| usize::from(letter % KINDS);
    kind(first) * usize::from(KINDS) + kind(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_names_a_role() {
        for list in [include_str!("en.txt"), include_str!("de.txt")] {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                let role = line.split_once(": ").and_then(|(role, _)| Roles::named(role));
                assert!(role.is_some(), "{line}");
            }
        }
    }

    #[test]
    fn a_word_of_a_text_has_the_roles_of_its_folded_form() {
        let lexicon = Lexicon::of("en");
        let text = Text::new("It isn't Not don’t it's Django's cannot", Language::of("en"));
        for word in text.words() {
            assert_eq!(lexicon.roles_of(&text, word), lexicon.roles(text.folded(word)));
        }
    }

    #[test]
    fn every_word_that_denies_passes_for_a_cue() {
        for (tag, list) in [("en", include_str!("en.txt")), ("de", include_str!("de.txt"))] {
            let (lexicon, text) = (Lexicon::of(tag), Text::new(list, Language::of(tag)));
            for word in text.words() {
                let denies = lexicon.roles_of(&text, word).intersects(Roles::CUE);
                assert!(!denies || lexicon.may_be_cue(&text, word), "{}", text.folded(word));
            }
        }
    }

    #[test]
    fn words_of_other_languages_have_no_roles() {
        assert!(Lexicon::of("und").is_empty());
        assert_eq!(Lexicon::of("en").roles("kein"), Roles::empty());
        assert_ne!(Lexicon::of("de-AT").roles("kein"), Roles::empty());
    }
}
