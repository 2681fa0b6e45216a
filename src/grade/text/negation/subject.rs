//! Denials of what stands before them: `Memcached isn't supported`.

use std::ops::Range;

use super::clause::Reading;
use super::lexicon::Roles;

/// Most words of a subject.
const LONGEST: usize = 8;

/// The subject that a verbal cue at `cue` denies, when a predicate follows that says that something
/// is not there. `start` is the first word after the cue.
pub(super) fn of(reading: &Reading<'_>, cue: usize, start: usize) -> Option<Range<usize>> {
    let behind = trailing(reading, cue, start);
    if behind.is_some() {
        return behind;
    }
    let mut at = start;
    while reading.is(at, Roles::FILLER) && !reading.is(at, Roles::PREDICATE) {
        if reading.starts_clause(at) {
            return None;
        }
        at += 1;
    }
    let denied = !reading.starts_clause(at) && reading.is(at, Roles::PREDICATE);
    (denied && is_unqualified(reading, at)).then(|| before(reading, auxiliary(reading, cue)))?
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

/// Whether nothing after the predicate at `at` narrows it: `not supported by`, not `not used for`.
fn is_unqualified(reading: &Reading<'_>, at: usize) -> bool {
    let next = at + 1;
    reading.starts_clause(next)
        || reading.is(next, Roles::CLOSING)
        || reading.word(next) == "in" && !matches!(reading.word(at), "used" | "unused" | "included")
}

/// The first of the auxiliaries and adverbs that end before `at`.
fn auxiliary(reading: &Reading<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0
        && !reading.starts_clause(start)
        && reading.is(start - 1, Roles::AUXILIARY | Roles::FILLER)
        && at - start < LONGEST
    {
        start -= 1;
    }
    start
}

/// The subject that ends before `end`.
fn before(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let end = skip_relative(reading, end);
    let plural = !(end..end + 2).any(is_singular(reading));
    let mut start = end;
    while start > 0 && end - start < LONGEST {
        let candidate = start - 1;
        let stops = start < end && reading.starts_clause(start)
            || reading.is(candidate, Roles::BOUNDARY | Roles::VERB | Roles::VERBAL)
            || reading.is(candidate, Roles::PRONOUN | Roles::AUXILIARY)
            || reading.word(candidate) == "and" && !plural;
        if stops {
            break;
        }
        start = candidate;
    }
    (start < end).then_some(start..end)
}

/// Whether a word is an auxiliary of one subject.
fn is_singular(reading: &Reading<'_>) -> impl Fn(usize) -> bool {
    |at| {
        let word = reading.word(at);
        let word = word.strip_suffix("n't").unwrap_or(word);
        matches!(word, "is" | "was" | "does" | "has" | "ist" | "wird" | "hat")
    }
}

/// `which` stands for the words before it.
fn skip_relative(reading: &Reading<'_>, end: usize) -> usize {
    match end.checked_sub(1) {
        Some(before) if matches!(reading.word(before), "which" | "that" | "who") => before,
        _ => end,
    }
}
