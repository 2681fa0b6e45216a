//! The words that matter to negation, and what they do.

use std::ops::BitOr;

use crate::text::{Language, Text, Word, WordMap, fold};

/// What a word does to a denial; a word may do several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Roles(u32);

impl Roles {
    pub(super) const NONE: Self = Self(0);
    /// Denies what follows: `not`.
    pub(super) const VERBAL: Self = Self(1);
    /// Denies a noun: `no`.
    pub(super) const NOMINAL: Self = Self(1 << 1);
    /// Denies what follows, and cancels a denial around it: `without`.
    pub(super) const LACKING: Self = Self(1 << 2);
    /// As `LACKING`, with `to` after it: `fails to`.
    pub(super) const INABILITY: Self = Self(1 << 3);
    /// Ends a denial: `but`.
    pub(super) const BOUNDARY: Self = Self(1 << 4);
    /// Opens a clause that claims nothing: `if`.
    pub(super) const HYPOTHETICAL: Self = Self(1 << 5);
    /// After a cue, denies that there is no more: `only`.
    pub(super) const FOCUS: Self = Self(1 << 6);
    /// After a cue, denies that it is so everywhere: `always`.
    pub(super) const QUANTIFIER: Self = Self(1 << 7);
    /// Itself negative, so that the two cancel: `ignore`.
    pub(super) const BENIGN: Self = Self(1 << 8);
    /// A negative property, so that the two cancel: `hard`.
    pub(super) const HARMLESS: Self = Self(1 << 9);
    /// A property that is denied for something named after it: `good` for.
    pub(super) const EVALUATIVE: Self = Self(1 << 10);
    /// Says how: what is denied is the manner, not the thing.
    pub(super) const MANNER: Self = Self(1 << 11);
    /// Names what something is for, in, with.
    pub(super) const PREPOSITION: Self = Self(1 << 12);
    /// The subject of a verb: `it`.
    pub(super) const PRONOUN: Self = Self(1 << 13);
    /// `is`, `does`, `can`.
    pub(super) const AUXILIARY: Self = Self(1 << 14);
    /// An auxiliary of several subjects: `are`.
    pub(super) const PLURAL: Self = Self(1 << 15);
    /// A verb that has a subject before it: `uses`.
    pub(super) const VERB: Self = Self(1 << 16);
    /// A verb after a plural subject: `use`.
    pub(super) const PLAIN: Self = Self(1 << 17);
    /// A verb that `to` belongs to: `allow` it to.
    pub(super) const COMPLEMENT: Self = Self(1 << 18);
    /// A verb whose denial is that of its clause: not `think` that.
    pub(super) const RAISING: Self = Self(1 << 19);
    /// Says nothing between a cue and what it denies: `the`.
    pub(super) const FILLER: Self = Self(1 << 20);
    /// Denied, it denies its subject: is not `supported`.
    pub(super) const PREDICATE: Self = Self(1 << 21);
    /// Denies its subject: is `unsupported`.
    pub(super) const UNPREDICATE: Self = Self(1 << 22);
    /// May follow such a predicate without narrowing it: not supported `by`.
    pub(super) const CLOSING: Self = Self(1 << 23);
    /// A cue that may stand behind what it denies.
    pub(super) const TRAILING: Self = Self(1 << 24);

    /// Makes a denial of the verb one of its subject: not `any`, `never`.
    pub(super) const ABSOLUTE: Self = Self(1 << 25);
    /// Denied, it denies its subject whatever follows: not a `goal` of.
    pub(super) const NONENTITY: Self = Self(1 << 26);

    /// Takes away what follows: `remove`.
    pub(super) const REMOVAL: Self = Self(1 << 27);
    /// More than is good, so that taking it away is no denial: `duplicate`.
    pub(super) const EXCESS: Self = Self(1 << 28);

    /// Denies together with the next word: `instead` of.
    pub(super) const PAIR: Self = Self(1 << 29);

    /// Tells something else from what follows: `unlike`.
    pub(super) const CONTRAST: Self = Self(1 << 30);

    const NAMES: [(&'static str, Self); 31] = [
        ("verbal", Self::VERBAL),
        ("nominal", Self::NOMINAL),
        ("lacking", Self::LACKING),
        ("inability", Self::INABILITY),
        ("boundary", Self::BOUNDARY),
        ("hypothetical", Self::HYPOTHETICAL),
        ("focus", Self::FOCUS),
        ("quantifier", Self::QUANTIFIER),
        ("benign", Self::BENIGN),
        ("harmless", Self::HARMLESS),
        ("evaluative", Self::EVALUATIVE),
        ("manner", Self::MANNER),
        ("preposition", Self::PREPOSITION),
        ("pronoun", Self::PRONOUN),
        ("auxiliary", Self::AUXILIARY),
        ("plural", Self::PLURAL),
        ("verb", Self::VERB),
        ("plain", Self::PLAIN),
        ("complement", Self::COMPLEMENT),
        ("raising", Self::RAISING),
        ("filler", Self::FILLER),
        ("predicate", Self::PREDICATE),
        ("unpredicate", Self::UNPREDICATE),
        ("closing", Self::CLOSING),
        ("trailing", Self::TRAILING),
        ("absolute", Self::ABSOLUTE),
        ("nonentity", Self::NONENTITY),
        ("removal", Self::REMOVAL),
        ("excess", Self::EXCESS),
        ("pair", Self::PAIR),
        ("contrast", Self::CONTRAST),
    ];

    /// Every role that may start a denial.
    pub(super) const CUE: Self = Self(
        Self::VERBAL.0
            | Self::NOMINAL.0
            | Self::LACKING.0
            | Self::INABILITY.0
            | Self::UNPREDICATE.0
            | Self::REMOVAL.0
            | Self::PAIR.0
            | Self::CONTRAST.0,
    );

    /// Whether the word has any of `roles`.
    pub(super) const fn any(self, roles: Self) -> bool {
        self.0 & roles.0 != 0
    }

    fn named(name: &str) -> Self {
        Self::NAMES.iter().find(|(other, _)| *other == name).map_or(Self::NONE, |(_, role)| *role)
    }
}

impl BitOr for Roles {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
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
        for (role, words) in entries.filter(|(role, _)| !role.starts_with('#')) {
            let role = Roles::named(role);
            for word in words.split(' ') {
                lexicon.add(&fold(word, Language::of(tag)), role);
            }
        }
        lexicon
    }

    fn add(&mut self, word: &str, role: Roles) {
        if role.any(Roles::CUE) {
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
            Some(None) if !word.has_apostrophe() => Roles::NONE,
            _ => self.roles(text.folded(word)),
        }
    }

    fn contracted(&self, word: &str) -> Roles {
        if let Some(auxiliary) = word.strip_suffix("n't") {
            return self.roles(auxiliary) | Roles::VERBAL | Roles::AUXILIARY;
        }
        match word.split_once('\'') {
            Some((subject, _)) if self.roles(subject).any(Roles::PRONOUN) => {
                Roles::PRONOUN | Roles::VERB | Roles::AUXILIARY
            }
            _ => Roles::NONE,
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
                let role = line.split_once(": ").map(|(role, _)| Roles::named(role));
                assert!(role.is_some_and(|role| role != Roles::NONE), "{line}");
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
                let denies = lexicon.roles_of(&text, word).any(Roles::CUE);
                assert!(!denies || lexicon.may_be_cue(&text, word), "{}", text.folded(word));
            }
        }
    }

    #[test]
    fn words_of_other_languages_have_no_roles() {
        assert!(Lexicon::of("und").is_empty());
        assert_eq!(Lexicon::of("en").roles("kein"), Roles::NONE);
        assert_ne!(Lexicon::of("de-AT").roles("kein"), Roles::NONE);
    }
}
