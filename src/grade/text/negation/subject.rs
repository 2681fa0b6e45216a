//! Denials of what stands before them: `Memcached isn't supported`.

use std::ops::Range;

use super::clause::{REACH, Reading};
use super::lexicon::Roles;

/// Most words of a subject.
const LONGEST: usize = 8;

/// The subject that a verbal cue at `cue` denies: a predicate follows that says that something is not
/// there, or the denial is absolute (`never joins`, `doesn't run any`). `ahead` is what the cue
/// denies after it.
pub(super) fn of(reading: &Reading<'_>, cue: usize, ahead: &Range<usize>) -> Option<Range<usize>> {
    let behind = trailing(reading, cue, ahead.start);
    if behind.is_some() {
        return behind;
    }
    let absolute =
        reading.is(cue, Roles::ABSOLUTE) || ahead.clone().any(|at| reading.is(at, Roles::ABSOLUTE));
    (absolute || denies_presence(reading, cue, ahead.start))
        .then(|| before(reading, auxiliary(reading, cue)))?
}

/// The subject of `does not matter`, which says nothing about what follows.
pub(super) fn of_no_matter(
    reading: &Reading<'_>,
    cue: usize,
    start: usize,
) -> Option<Range<usize>> {
    let open = !reading.starts_clause(start + 1) && reading.is(start + 1, Roles::OPEN);
    let matters = matches!(reading.word(start), "matter" | "mattered") && !open;
    matters.then(|| before(reading, auxiliary(reading, cue)))?
}

/// The subject of `makes no difference`, `is of no use`.
pub(super) fn of_no_difference(
    reading: &Reading<'_>,
    cue: usize,
    start: usize,
) -> Option<Range<usize>> {
    let idle = reading.is(start, Roles::AVAIL);
    let mut end = cue;
    while end > 0
        && matches!(
            reading.word(end - 1),
            "of" | "make" | "makes" | "play" | "plays" | "has" | "have" | "is" | "are"
        )
    {
        end -= 1;
    }
    (idle && end < cue).then(|| before(reading, end))?
}

/// Whether the predicate from `start` says that its subject is not there.
fn denies_presence(reading: &Reading<'_>, cue: usize, start: usize) -> bool {
    let telling = Roles::PREDICATE | Roles::NONENTITY;
    let mut at = start;
    while reading.is(at, Roles::FILLER) && !reading.is(at, telling) {
        if reading.starts_clause(at) {
            return false;
        }
        at += 1;
    }
    if reading.starts_clause(at) {
        return false;
    }
    let unable = matches!(reading.word(cue), "cannot" | "can't" | "cant" | "couldn't")
        && matches!(reading.word(at + 1), "with" | "in" | "on");
    let plays_a_role =
        reading.word(at) == "play" && (at + 1..at + 3).any(|at| reading.word(at) == "role");
    plays_a_role
        || reading.is(at, Roles::NONENTITY)
        || reading.is(at, Roles::PREDICATE) && (unable || is_unqualified(reading, at))
}

/// The subject of a predicate that denies by itself.
pub(super) fn of_predicate(reading: &Reading<'_>, at: usize) -> Option<Range<usize>> {
    is_unqualified(reading, at).then(|| before(reading, auxiliary(reading, at)))?
}

/// Whether `is` or the like stands before, but for adverbs.
pub(super) fn is_after_copula(reading: &Reading<'_>, at: usize) -> bool {
    let start = auxiliary(reading, at);
    (start..at).any(|at| reading.is(at, Roles::AUXILIARY))
}

/// What a cue at the end of its clause denies: `benutzt Memcached nicht`.
fn trailing(reading: &Reading<'_>, cue: usize, start: usize) -> Option<Range<usize>> {
    if !reading.is(cue, Roles::TRAILING) || !reading.starts_clause(start) {
        return None;
    }
    let first = cue.checked_sub(1)?;
    (!reading.starts_clause(cue) && !reading.is(first, Roles::FILLER | Roles::PRONOUN))
        .then_some(first..cue)
}

/// Whether nothing after the predicate at `at` narrows it: `not supported by`, not `not used for
/// mail`, but `not used for caching` where caches are what the prompt asks about.
fn is_unqualified(reading: &Reading<'_>, at: usize) -> bool {
    let next = at + 1;
    reading.word(at) == "against"
        || reading.starts_clause(next)
        || reading.is(next, Roles::CLOSING)
        || reading.word(next) == "in" && !matches!(reading.word(at), "used" | "unused" | "included")
        || matches!(reading.word(next), "for" | "as" | "in" | "with")
            && reading.speaks_of_the_prompt(next + 1)
}

/// The first of the auxiliaries and adverbs that end before `at`.
fn auxiliary(reading: &Reading<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0
        && !reading.starts_clause(start)
        && reading.is(start - 1, Roles::AUXILIARY | Roles::FILLER | Roles::QUANTIFIER)
        && at - start < LONGEST
    {
        start -= 1;
    }
    start
}

/// The subject that ends before `end`.
fn before(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let end = skip_relative(reading, end);
    let plural = !(end..end + 2).any(|at| reading.is(at, Roles::SINGULAR));
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let candidate = start - 1;
        // A word right before an auxiliary is no verb: `memory caches were removed`.
        let stops = start < end
            && (reading.starts_clause(start) || reading.is(candidate, Roles::VERB))
            || reading.is(candidate, Roles::BOUNDARY | Roles::VERBAL)
            || reading.is(candidate, Roles::PRONOUN | Roles::AUXILIARY)
            || reading.is(candidate, Roles::CONJUNCTION) && !plural;
        if stops {
            break;
        }
        start = candidate;
    }
    let start = if plural { whole_list(reading, start..end) } else { start };
    (start < end).then_some(start..end)
}

/// Where a list begins whose last items are the words of `tail`: `files, Redis and Memcached`.
fn whole_list(reading: &Reading<'_>, tail: Range<usize>) -> usize {
    let mut start = tail.start;
    let joined = tail.clone().any(|at| reading.is(at, Roles::CONJUNCTION | Roles::DISJUNCTION));
    while joined && tail.end - start < REACH && reading.separators(start).trim() == "," {
        match item_before(reading, start) {
            Some(item) => start = item,
            None => break,
        }
    }
    start
}

/// Where the item of a list begins that ends before `end`; `None` where that is no mere name.
fn item_before(reading: &Reading<'_>, end: usize) -> Option<usize> {
    const LONGEST_ITEM: usize = 4;
    let clause = Roles::VERB
        | Roles::AUXILIARY
        | Roles::PRONOUN
        | Roles::BOUNDARY
        | Roles::VERBAL
        | Roles::NOMINAL;
    let mut start = end.checked_sub(1)?;
    while start > 0 && !reading.starts_clause(start) && end - start < LONGEST_ITEM {
        start -= 1;
    }
    let named = reading.starts_clause(start)
        && !reading.is(start, Roles::PREPOSITION)
        && !(start..end).any(|at| reading.is(at, clause));
    named.then_some(start)
}

/// `which` stands for the words before it.
fn skip_relative(reading: &Reading<'_>, end: usize) -> usize {
    match end.checked_sub(1) {
        Some(before) if reading.is(before, Roles::RELATIVE) => before,
        _ => end,
    }
}
