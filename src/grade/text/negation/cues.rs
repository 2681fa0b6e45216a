//! Words that deny what stands near them.

use std::ops::Range;

use super::super::echo::Prompt;
use super::clause::{Known, Reading};
use super::extent::{self, Manner};
use super::lexicon::{Lexicon, NON, Roles};
use super::scope::{Denials, Scope};
use super::subject;
use crate::text::{Language, Text};

/// What denies in a language; nothing where the language is not known.
#[derive(Debug)]
pub(in crate::grade) struct Cues {
    lexicon: Lexicon,
}

impl Cues {
    /// The cues of the language with a BCP 47 tag.
    pub(in crate::grade) fn of(tag: &str) -> Self {
        Self { lexicon: Lexicon::of(tag) }
    }

    /// Whether a term has a word that denies, as `no relation` does.
    pub(in crate::grade::text) fn speak_in(&self, term: &str, language: Language) -> bool {
        let text = Text::new(term, language);
        text.words().iter().any(|word| {
            let folded = text.folded(word);
            self.lexicon.roles(folded).intersects(Roles::CUE) || folded == NON
        })
    }

    /// Whether the word at `at` of `text` may open a condition: `for`, `if`.
    pub(in crate::grade::text) fn opens_condition(&self, text: &Text<'_>, at: u32) -> bool {
        let word = text.words().get(at as usize);
        let roles = word.map_or(Roles::empty(), |word| self.lexicon.roles_of(text, word));
        roles.intersects(Roles::HYPOTHETICAL | Roles::PREPOSITION)
    }

    /// The stretches of `text`, an answer to `prompt`, that are denied.
    pub(in crate::grade::text) fn denials(
        &self,
        text: &Text<'_>,
        prompt: &Prompt,
        known: &mut Known,
    ) -> Denials {
        if self.lexicon.is_empty() {
            return Denials::default();
        }
        let mut words = text.words().iter();
        let Some(first) = words.position(|word| self.lexicon.may_be_cue(text, word)) else {
            return Denials::default();
        };
        let reading = Reading::new(text, &self.lexicon, prompt, known);
        let mut scopes = Vec::new();
        add_scopes(&reading, first, &mut scopes);
        for (at, word) in (first + 1..).zip(words) {
            if self.lexicon.may_be_cue(text, word) {
                add_scopes(&reading, at, &mut scopes);
            }
        }
        Denials::new(scopes)
    }
}

/// Adds what the word at `at` denies.
fn add_scopes(reading: &Reading<'_>, at: usize, scopes: &mut Vec<Scope>) {
    if reading.word(at) == NON {
        scopes.extend(scope(reading, at..at + 1, at + 1..at + 2));
        return;
    }
    if !reading.is(at, Roles::CUE) {
        return;
    }
    let Some((cue, manner)) = cue(reading, at) else { return };
    if reading.is_joined(at) || reading.is_question(at) || reading.is_hypothetical(at) {
        return;
    }
    let ahead = extent::of(reading, cue.end, manner);
    if ahead.is_none()
        && let Some(property) = extent::negative_property(reading, cue.end)
    {
        // What is not slow is there, and slowness is not.
        scopes.extend(scope(reading, cue.clone(), property..property + 1));
    }
    let behind = match manner {
        Manner::Verbal => match &ahead {
            // What needs something else is there: `X never works without Y`.
            Some(ahead) if ahead.start > cue.end => None,
            Some(ahead) => subject::of(reading, at, ahead),
            None => subject::of_no_matter(reading, at, cue.end),
        },
        Manner::Nominal => subject::of_no_difference(reading, at, cue.end),
        Manner::Predicate => subject::of_predicate(reading, at),
        _ => None,
    };
    for words in ahead.into_iter().chain(behind) {
        scopes.extend(scope(reading, cue.clone(), words));
    }
}

fn scope(reading: &Reading<'_>, cue: Range<usize>, words: Range<usize>) -> Option<Scope> {
    let narrow = |range: Range<usize>| {
        Some(u32::try_from(range.start).ok()?..u32::try_from(range.end).ok()?)
    };
    let cue = narrow(cue)?;
    let words = narrow(words.start..words.end.min(reading.len()))?;
    Some(Scope { span: reading.text.span(&cue), cue, words })
}

/// The words of a cue that starts at `at`, and how it denies.
fn cue(reading: &Reading<'_>, at: usize) -> Option<(Range<usize>, Manner)> {
    let roles = reading.roles(at);
    if let Some(manner) = pair(reading, at) {
        return Some((at..at + 2, manner));
    }
    if roles.intersects(Roles::REMOVAL) {
        return removes(reading, at).then_some((at..at + 1, Manner::Removal));
    }
    if roles.intersects(Roles::VERBAL) {
        let idle = reading.word(at) == "not"
            && at > 0
            && matches!(reading.word(at - 1), "or" | "if" | "why");
        return (!idle).then_some((at..at + 1, Manner::Verbal));
    }
    if roles.intersects(Roles::NOMINAL) {
        // "None" alone is a value.
        let value = reading.word(at) == "none" && reading.word(at + 1) != "of";
        return (!value).then(|| nominal(reading, at));
    }
    if roles.intersects(Roles::CONTRAST) {
        return tells_apart(reading, at).then_some((at..at + 1, Manner::Contrast));
    }
    if roles.intersects(Roles::UNPREDICATE) && subject::is_after_copula(reading, at) {
        return Some((at..at + 1, Manner::Predicate));
    }
    roles.intersects(Roles::LACKING).then_some((at..at + 1, Manner::Lacking))
}

/// How the word at `at` and the next deny together.
fn pair(reading: &Reading<'_>, at: usize) -> Option<Manner> {
    match (reading.word(at), reading.word(at + 1)) {
        ("instead", "of") | ("rather", "than") | ("opposed", "to") => Some(Manner::Lacking),
        // Who gets away with little does not do away with it.
        ("away", "with") => {
            let before = at.checked_sub(1).map_or("", |before| reading.word(before));
            before.starts_with("do").then_some(Manner::Removal)
        }
        ("turn" | "turned" | "turning" | "switch" | "switched" | "switching", "off")
        | ("rid", "of")
        | ("away", "from")
        | ("stop" | "stopped" | "quit", "using") => Some(Manner::Removal),
        (_, "to") if reading.is(at, Roles::INABILITY) => Some(Manner::Lacking),
        _ => None,
    }
}

/// Whether the word is a verb and takes something away: not `a drop in`, nor `to avoid`, which names
/// what something is good for.
fn removes(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| reading.word(before));
    let noun = at.checked_sub(1).is_some_and(|before| reading.is(before, Roles::DETERMINER));
    let purpose = matches!(before, "to" | "and" | "by" | "so" | "thus" | "thereby")
        && reading.word(at).starts_with("avoid");
    !noun && !purpose
}

/// Whether the word opens a phrase of its own: `Unlike Memcached, Redis …`, `…, unlike Memcached`, and
/// not `is unlike`.
fn tells_apart(reading: &Reading<'_>, at: usize) -> bool {
    reading.starts_clause(at)
        || at
            .checked_sub(1)
            .is_some_and(|before| reading.is(before, Roles::BOUNDARY | Roles::CONJUNCTION))
}

/// `no longer` denies as `not` does; `no` before a subject denies its whole clause.
fn nominal(reading: &Reading<'_>, at: usize) -> (Range<usize>, Manner) {
    if reading.word(at) == "no" && reading.word(at + 1) == "longer" {
        return (at..at + 2, Manner::Verbal);
    }
    let opens = reading.starts_clause(at)
        || at
            .checked_sub(1)
            .is_some_and(|before| reading.is(before, Roles::BOUNDARY | Roles::CONJUNCTION));
    (at..at + 1, if opens { Manner::Opening } else { Manner::Nominal })
}
