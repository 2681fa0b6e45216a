//! One name to look for: a word of a term, or all of its words written as one.

use super::distance::Form;
use super::lexicon::Lexicon;
use super::tolerance::{allowed, allowed_in_capitals};
use crate::measure::PerMille;
use crate::text::{Continuation, Inflections, Language, Text, irregular_forms};

/// Where a unit stands in its matcher.
pub(super) type UnitId = u32;

/// One name to look for, folded.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Without separators.
    pub key: String,
    pub letters: usize,
    /// As its author separated them; at least one.
    pub parts: Vec<String>,
    /// Edits that a misspelling may have.
    pub allowed: u8,
    /// `key` and its regular inflections, which may be misspelled too; `key` first.
    pub forms: Vec<Form>,
    /// What is left without `-ing` or `-er`, in phrases long enough that the two may be taken for
    /// each other: object relational mapper, object relational mapping.
    pub agent: Option<String>,
    /// Written in a script without blanks.
    pub unspaced: bool,
    /// No word itself, but made of words written as one: `somefile`.
    pub made_of_words: bool,
    pub spec: Spec,
    inflections: Option<Inflections>,
}

/// What makes two units of the same key different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spec {
    pub similarity: Option<PerMille>,
    pub stem: bool,
    pub capitals: Capitals,
    /// Whether `-er` counts for `-ing`.
    pub agent: bool,
}

/// How a unit's author used capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Capitals {
    /// Not for all letters.
    Few,
    /// For all but a plural `s`, and few letters: `URLs`.
    Acronym,
    /// For all of four to six letters: `CORS`.
    LongAcronym,
    /// For all letters, more than make an acronym: `EPOLLERR`.
    Name,
}

impl Spec {
    /// Whether it takes a plural `s` and no other ending.
    pub(super) fn is_acronym(self) -> bool {
        matches!(self.capitals, Capitals::Acronym | Capitals::LongAcronym)
    }

    /// Whether each letter carries meaning.
    pub(super) fn is_in_capitals(self) -> bool {
        matches!(self.capitals, Capitals::LongAcronym | Capitals::Name)
    }
}

impl Unit {
    /// A unit of the words `words` of `text`, at least one.
    pub(super) fn new(text: &Text<'_>, words: &[usize], spec: Spec, lexicon: &Lexicon) -> Self {
        let language = text.language();
        let chosen: Vec<_> = words.iter().filter_map(|&at| text.words().get(at)).collect();
        let parts: Vec<String> = chosen.iter().flat_map(|word| text.parts(word)).collect();
        let key = parts.concat();
        let inflects = spec.stem && !spec.is_acronym();
        let inflections = if inflects { Inflections::of(&key, language) } else { None };
        let counted = if spec.is_acronym() { key.trim_end_matches('s') } else { &key };
        let counted = counted.chars().count();
        let letters = key.chars().count();
        let inflected = inflections.is_some() && parts.len() == 1;
        Self {
            letters,
            allowed: if spec.is_in_capitals() {
                allowed_in_capitals(counted)
            } else {
                allowed(counted)
            },
            forms: if inflected { forms(&key, language) } else { vec![Form::new(key.clone())] },
            agent: if spec.agent { without_agent(&key).map(str::to_owned) } else { None },
            unspaced: chosen.iter().all(|word| word.is_unspaced()),
            made_of_words: parts.len() == 1 && !lexicon.knows(&key) && lexicon.makes(&key),
            key,
            parts,
            spec,
            inflections,
        }
    }

    /// Whether the folded `written` is a form of it, or of the verb it is made of.
    pub(super) fn is_inflected_as(&self, written: &str) -> bool {
        if !self.spec.stem {
            return false;
        }
        let agent = || self.agent.is_some() && without_agent(written) == self.agent.as_deref();
        match &self.inflections {
            Some(forms) => forms.include(written) || agent(),
            None => false,
        }
    }

    /// What follows `beginning`, which is folded and shorter than the unit, in the inflections and
    /// plurals of the unit that begin with it.
    pub(super) fn continuation(&self, beginning: &str) -> Continuation {
        if self.agent.as_ref().is_some_and(|agent| beginning.len() >= agent.len()) {
            return Continuation::Any;
        }
        match (&self.inflections, self.key.strip_prefix(beginning)) {
            (Some(forms), _) => forms.continuation(beginning),
            (None, Some(rest)) if self.spec.stem => {
                rest.chars().next().map_or(Continuation::Any, Continuation::Letter)
            }
            (None, _) => Continuation::None,
        }
    }

    /// Whether what is `written`, folded to `folded`, is the plural of an acronym. `HTTPS` is none of
    /// `HTTP`: a plural is told by a small `s` after capitals, or in small letters by a vowel.
    pub(super) fn is_plural_as<'w>(&self, folded: &str, written: impl Fn() -> &'w str) -> bool {
        if !(self.spec.is_acronym() && self.spec.stem)
            || folded.strip_suffix('s') != Some(&self.key)
        {
            return false;
        }
        let written = written();
        let capitals = written.chars().filter(|c| c.is_uppercase()).count();
        if capitals > 1 { written.ends_with('s') } else { self.key.contains(VOWELS) }
    }

    /// Whether the two differ by a last `s` alone, which makes another acronym.
    pub(super) fn differs_by_s(&self, folded: &str) -> bool {
        self.spec.is_acronym()
            && (folded.strip_suffix('s') == Some(&self.key)
                || self.key.strip_suffix('s') == Some(folded))
    }

    /// Whether `written` is the name without its first letter, which a slow key loses: only for a
    /// plain word of seven letters or more, which is hard to take for another.
    pub(super) fn lost_first_letter(&self, written: &str) -> bool {
        let mut letters = self.key.chars();
        letters.next();
        self.parts.len() == 1
            && self.letters >= PLAIN_AND_LONG
            && letters.as_str() == written
            && self.key.chars().all(char::is_alphabetic)
    }

    /// Whether it begins or ends with `word`, or has it as a part.
    pub(super) fn may_have(&self, word: &str) -> bool {
        self.is_at_an_end(word) || self.parts.iter().any(|part| part == word)
    }

    /// Whether it begins or ends with `part`.
    pub(super) fn is_at_an_end(&self, part: &str) -> bool {
        self.key.starts_with(part) || self.key.ends_with(part)
    }

    /// How many of its parts are single letters.
    pub(super) fn single_letters(&self) -> usize {
        self.parts.iter().filter(|part| part.chars().nth(1).is_none()).count()
    }

    /// Whether all of its inflections that have four letters or more start with the same three.
    pub(super) fn keeps_three_letters(&self) -> bool {
        self.key.is_ascii() && irregular_forms(&self.key).is_empty()
    }

    /// How many written words it may be spread over: one for each part, and one more, since what is a
    /// part to one person is two to another (`pre-fetch related` for `prefetch_related`).
    pub(super) fn longest_run(&self) -> usize {
        self.parts.len() + 1
    }

    /// Whether the two are one word: the same, or forms of each other.
    pub(super) fn is_related(&self, other: &Self) -> bool {
        self.key == other.key || self.is_inflected_as(&other.key)
    }
}

const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// Endings of what a verb does and of who does it, the longer first.
const AGENTS: &[&str] = &["ings", "ing", "ers", "er", "ors", "or"];

fn without_agent(word: &str) -> Option<&str> {
    let base = AGENTS.iter().find_map(|ending| word.strip_suffix(ending));
    base.filter(|base| base.len() >= 3)
}

/// Shortest word that may lose its first letter.
const PLAIN_AND_LONG: usize = 7;

/// Shortest word whose inflections are looked for misspelled.
const INFLECTED: usize = 5;

/// `key` and what regular English makes of it. Some are no words; nobody writes those.
fn forms(key: &str, language: Language) -> Vec<Form> {
    let mut forms = vec![Form::new(key.to_owned())];
    if !language.is_english() || key.len() < INFLECTED || !key.is_ascii() {
        return forms;
    }
    let bare = ["ing", "ed", "e"].iter().find_map(|ending| key.strip_suffix(ending));
    let bare = bare.filter(|bare| bare.len() >= 4).unwrap_or(key);
    let made = match key.strip_suffix('y') {
        Some(bare) => vec![format!("{bare}ies"), format!("{bare}ied"), format!("{key}ing")],
        None if key.ends_with('s') => Vec::new(),
        None => vec![
            format!("{key}s"),
            format!("{key}ly"),
            format!("{bare}es"),
            format!("{bare}ed"),
            format!("{bare}ing"),
        ],
    };
    let irregular = irregular_forms(key).iter().map(ToString::to_string);
    for made in made.into_iter().chain(irregular) {
        if forms.iter().all(|form| form.text != made) {
            forms.push(Form::new(made));
        }
    }
    forms
}
