//! How far a denial reaches ahead of its cue.

use std::ops::Range;

use super::clause::{REACH, Reading};
use super::lexicon::Roles;
use crate::text::Gap;

/// How a cue denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// A verb and what belongs to it: `not`.
    Verbal,
    /// A noun: `has no`.
    Nominal,
    /// A noun that opens its clause, and with it the clause: `no data is`.
    Opening,
    /// What is lacking: `without`.
    Lacking,
    /// What is taken away: `get rid of`.
    Removal,
    /// What something else is told from: `unlike`.
    Contrast,
    /// Its subject only: `is unsupported`.
    Predicate,
}

impl Manner {
    /// Whether what it denies may be said to need something else: `no sessions without cookies`.
    const fn may_require(self) -> bool {
        matches!(self, Self::Verbal | Self::Nominal | Self::Opening)
    }
}

/// The words denied by a cue that ends before `start`; `None` if the cue has lost its force.
pub(super) fn of(reading: &Reading<'_>, start: usize, manner: Manner) -> Option<Range<usize>> {
    if manner == Manner::Predicate || loses_force(reading, start, manner) {
        return None;
    }
    let mut walk = Walk { reading, start, manner, evaluates: false, raises: false };
    let most = reading.len().min(start + REACH);
    let mut at = start;
    while at < most && !walk.ends_at(at) {
        if walk.names_manner(at) {
            return None;
        }
        at += 1;
    }
    let end = walk.before_new_subject(at);
    let required = (start + 1..end).find(|&at| manner.may_require() && without(reading, at));
    Some(required.unwrap_or(start)..end)
}

/// Whether what follows the word is lacking. `You can't use sessions without cookies` says that there
/// are sessions, and what they need: both cues together deny nothing.
fn without(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, Roles::WITHOUT)
}

/// Whether what follows takes a cue's force away: `not only`, `cannot be ignored`, `no doubt`.
fn loses_force(reading: &Reading<'_>, start: usize, manner: Manner) -> bool {
    // What does not have to be done is not denied: `no need to install Memcached`.
    let optional = match reading.word(start) {
        "have" => true,
        "need" => manner != Manner::Verbal,
        _ => false,
    };
    if optional && reading.word(start + 1) == "to" {
        return true;
    }
    let void = Roles::FOCUS | Roles::QUANTIFIER | Roles::REVERSING | Roles::NEGATIVE;
    if manner == Manner::Removal {
        return removes_nothing_good(reading, start);
    }
    if reading.is(start, Roles::EXCEPTIVE) && matches!(manner, Manner::Nominal | Manner::Opening) {
        return true;
    }
    if manner == Manner::Contrast {
        return reading.speaks_of_the_prompt(start) || is_possessive(reading, start);
    }
    if manner == Manner::Lacking {
        return reading.is(start, Roles::REVERSING)
            || reading.word(start) == "a" && reading.is(start + 1, Roles::REVERSING);
    }
    let opens_condition = reading.is(start, Roles::HYPOTHETICAL)
        || matches!(reading.word(start), "until" | "till" | "since");
    if opens_condition || compares(reading, start) {
        return true;
    }
    for at in start..start + 4 {
        if at > start && reading.starts_clause(at) {
            return false;
        }
        if reading.is(at, void) {
            return true;
        }
        if !reading.is(at, Roles::FILLER) {
            return false;
        }
    }
    false
}

/// The negative property that is all that a cue which ends before `start` denies: `never slow`.
pub(super) fn negative_property(reading: &Reading<'_>, start: usize) -> Option<usize> {
    let first = (start..start + 4).find(|&at| !reading.is(at, Roles::FILLER))?;
    let apart = (start + 1..=first).any(|at| reading.starts_clause(at));
    (!apart && reading.is(first, Roles::NEGATIVE)).then_some(first)
}

/// Whether what something is told from is somebody's: `unlike Node's performance`, which is there.
fn is_possessive(reading: &Reading<'_>, start: usize) -> bool {
    let mut clause = (start..start + REACH).take_while(|&at| !reading.starts_clause(at));
    clause.any(|at| reading.word(at).ends_with("'s"))
}

/// Whether a verb of removal goes somewhere (`drop down to`) or takes away what is bad.
fn removes_nothing_good(reading: &Reading<'_>, start: usize) -> bool {
    let first = (start..start + 3).find(|&at| !reading.is(at, Roles::FILLER | Roles::QUANTIFIER));
    let first = first.unwrap_or(start);
    reading.is(start, Roles::PREPOSITION | Roles::BOUNDARY)
        || reading.starts_clause(start)
        || reading.is(first, Roles::REVERSING | Roles::NEGATIVE | Roles::EXCESS)
}

/// Whether `as … as` or `the same as` follows.
fn compares(reading: &Reading<'_>, start: usize) -> bool {
    let as_at = |at: usize| reading.word(at) == "as";
    let so = matches!(reading.word(start), "as" | "so");
    so && (start + 2..start + 4).any(as_at)
        || (start..start + 2).any(|at| reading.is(at, Roles::LIKENING))
}

struct Walk<'a, 't> {
    reading: &'a Reading<'t>,
    start: usize,
    manner: Manner,
    /// Whether a property was named that something later has or not.
    evaluates: bool,
    /// Whether a verb was named whose denial is that of its clause.
    raises: bool,
}

impl Walk<'_, '_> {
    /// Whether the denial ends before the word at `at`.
    fn ends_at(&mut self, at: usize) -> bool {
        let reading = self.reading;
        let roles = reading.roles(at);
        match reading.gap(at) {
            Gap::Sentence => return true,
            // What follows `even` belongs to what is denied, whatever was good or bad before.
            Gap::Clause if reading.word(at) == "even" => self.evaluates = false,
            Gap::Clause if self.meets_imperative(at) || !self.continues_list(at) => {
                return true;
            }
            _ => {}
        }
        self.raises |= roles.intersects(Roles::RAISING);
        if at == self.start {
            self.evaluates = roles.intersects(Roles::EVALUATIVE);
            return reading.starts_with_subject(at) && self.manner != Manner::Verbal
                || roles.intersects(Roles::BOUNDARY)
                    && !matches!(reading.word(at), "because" | "that");
        }
        let ends = roles.intersects(Roles::FOCUS)
            || roles.intersects(Roles::BOUNDARY) && !(self.raises && reading.word(at) == "that")
            || roles.intersects(Roles::VERBAL | Roles::NOMINAL)
            || reading.starts_with_subject(at) && !self.raises
            || self.ends_with_adjunct(at, roles)
            || self.meets_verb(at, roles)
            || starts_clause_after_and(reading, at)
            || is_causal_as(reading, at)
            || self.manner == Manner::Removal && self.ends_removal(at, roles);
        self.evaluates |= roles.intersects(Roles::EVALUATIVE);
        ends
    }

    /// Whether what is denied is how something is done: `does not scale well`, `not Memcached-only`.
    fn names_manner(&self, at: usize) -> bool {
        let as_well = at > self.start && self.reading.word(at - 1) == "as";
        let manner = self.reading.is(at, Roles::MANNER) && !as_well;
        let restricted =
            self.reading.gap(at + 1) == Gap::Joint && self.reading.is(at + 1, Roles::FOCUS);
        self.manner == Manner::Verbal && (manner || restricted)
    }

    /// Whether `for`, `with` or `to` names what the denied thing would serve: `not good for`, `do
    /// not use cookies for`.
    fn ends_with_adjunct(&self, at: usize, roles: Roles) -> bool {
        if self.evaluates && roles.intersects(Roles::PREPOSITION) {
            return true;
        }
        let content = (self.start..at).filter(|&at| !self.reading.is(at, Roles::FILLER)).count();
        let serves = content > 1 && self.manner == Manner::Verbal;
        match self.reading.word(at) {
            "for" => serves,
            "to" => serves && !(self.start..at).any(|at| self.reading.is(at, Roles::COMPLEMENT)),
            _ => false,
        }
    }

    /// Whether what is taken away has been named: `remove it from`, `drop it and write`.
    fn ends_removal(&self, at: usize, roles: Roles) -> bool {
        let goes_on = self.reading.word(at) == "of";
        roles.intersects(Roles::PREPOSITION) && !goes_on
            || roles.intersects(Roles::REMOVAL)
            || self.reading.word(at) == "and" && self.reading.is(at + 1, Roles::PLAIN)
    }

    /// Whether what to do follows what is not there: `instead of the ORM, use`.
    fn meets_imperative(&self, at: usize) -> bool {
        matches!(self.manner, Manner::Nominal | Manner::Lacking | Manner::Removal)
            && self.reading.is(at, Roles::PLAIN)
    }

    /// Whether the list of what is denied goes on at the word at `at`. After a verb its last item
    /// comes with `or`; `and` ends the list of something else: `don't repeat yourself, less code and`.
    fn continues_list(&self, at: usize) -> bool {
        let joint = match self.manner {
            Manner::Contrast => return false,
            Manner::Verbal => Roles::DISJUNCTION,
            _ => Roles::DISJUNCTION | Roles::CONJUNCTION,
        };
        continues_list(self.reading, at, joint)
    }

    /// Whether a verb with a subject of its own follows: `without Memcached Django uses`.
    fn meets_verb(&self, at: usize, roles: Roles) -> bool {
        matches!(self.manner, Manner::Nominal | Manner::Lacking | Manner::Removal)
            && roles.intersects(Roles::VERB)
            && self.reading.word(at - 1) != "to"
    }

    /// Where the denial ends if the word at `end` is a verb: before the verb's subject.
    fn before_new_subject(&self, end: usize) -> usize {
        let verb = self.reading.is(end, Roles::VERB) && !self.reading.is(end, Roles::PRONOUN);
        let subject = matches!(self.manner, Manner::Nominal | Manner::Lacking) && verb;
        if subject && end > self.start + 1 && !self.reading.starts_clause(end) {
            end - 1
        } else {
            end
        }
    }
}

/// Whether the `and` or `or` at `at` starts a clause of its own: a verb follows.
fn starts_clause_after_and(reading: &Reading<'_>, at: usize) -> bool {
    if !reading.is(at, Roles::CONJUNCTION) {
        return false;
    }
    for next in at + 1..at + 8 {
        if reading.starts_clause(next) || reading.is(next, Roles::BOUNDARY) {
            return false;
        }
        if reading.is(next, Roles::VERB | Roles::AUXILIARY) || reading.starts_with_subject(next) {
            return true;
        }
    }
    false
}

/// Whether the word is an `as` that gives a reason: a subject and its verb follow.
fn is_causal_as(reading: &Reading<'_>, at: usize) -> bool {
    let verb = |next: usize| {
        !reading.starts_clause(next) && reading.is(next, Roles::VERB | Roles::AUXILIARY)
    };
    reading.word(at) == "as"
        && (reading.starts_with_subject(at + 1) || verb(at + 2) || verb(at + 3))
}

/// Whether the comma before the word at `at` separates the items of a list that ends with `joint`, and
/// not clauses.
fn continues_list(reading: &Reading<'_>, at: usize, joint: Roles) -> bool {
    const LONGEST_ITEM: usize = 4;
    if reading.separators(at).trim() != "," {
        return false;
    }
    let mut item = 0;
    let mut joined = false;
    for next in at..reading.len().min(at + REACH) {
        let gap = reading.gap(next);
        let over = gap == Gap::Sentence || next > at && gap == Gap::Clause && joined;
        if next > at && over {
            return joined;
        }
        if next > at && gap == Gap::Clause {
            item = 0;
        }
        if reading.is(next, Roles::BOUNDARY) {
            return joined;
        }
        if reading.is(next, Roles::VERB | Roles::AUXILIARY | Roles::VERBAL | Roles::NOMINAL)
            || reading.starts_with_subject(next)
        {
            return false;
        }
        joined |= reading.is(next, joint);
        item += 1;
        if item > LONGEST_ITEM && !joined {
            return false;
        }
    }
    joined
}
