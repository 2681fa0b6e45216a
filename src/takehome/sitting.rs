//! One candidate taking a pack outside a browser: answers, time, and what happened, as the page keeps it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::handle::Handle;
use super::pack::{Pack, PackedQuestion};
use super::pack_id::PackId;
use super::submission::{Happening, MOST_EVENTS, Observed, Submission, VERSION};
use crate::attempt::{Given, Millis};
use crate::quiz::AnswerText;
use crate::report::TakenIn;

/// A moment by both clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Since the start, by a clock that never goes back.
    pub at: Millis,
    /// By the machine's clock, since 1970-01-01T00:00:00Z.
    pub clock: Millis,
}

/// One candidate taking one pack. All of it is to be kept after every change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    version: u32,
    /// Which pack.
    pub pack: PackId,
    /// Who.
    pub candidate: AnswerText,
    /// When it is last known to have gone on.
    last: Moment,
    /// As they are handed in.
    answers: BTreeMap<Handle, Given>,
    open: Option<Open>,
    /// Time for which each question was on the screen before.
    spent: BTreeMap<Handle, Millis>,
    /// Questions for which something was written or picked.
    touched: BTreeSet<Handle>,
    over: bool,
    events: Vec<Happening>,
}

/// The question on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Open {
    question: Handle,
    since: Millis,
    /// When its answer was last changed since.
    changed: Option<Millis>,
}

impl Sitting {
    /// Starts when the machine's clock says `clock`.
    #[must_use]
    pub fn begin(pack: &Pack, candidate: AnswerText, clock: Millis) -> Self {
        let now = Moment { at: Millis(0), clock };
        let mut sitting = Self {
            version: VERSION,
            pack: pack.pack,
            candidate,
            last: now,
            answers: BTreeMap::new(),
            open: None,
            spent: BTreeMap::new(),
            touched: BTreeSet::new(),
            over: false,
            events: Vec::new(),
        };
        sitting.record(Observed::Started, now);
        sitting
    }

    /// When it is last known to have gone on.
    #[must_use]
    pub const fn last(&self) -> Moment {
        self.last
    }

    /// Goes on after it was cut off: what was written then counts as answered then. Gives the moment
    /// from which it goes on; the time went on meanwhile.
    pub fn resume(&mut self, clock: Millis) -> Moment {
        let last_seen = self.last.at;
        self.settle(self.last);
        let now = Moment { at: last_seen + clock.since(self.last.clock), clock };
        self.record(Observed::Resumed { last_seen }, now);
        now
    }

    /// Whether it is one of this program's version, and of `pack`.
    #[must_use]
    pub fn is_of(&self, pack: &Pack) -> bool {
        self.version == VERSION && self.pack == pack.pack
    }

    /// `question` comes on the screen.
    pub fn open(&mut self, question: &Handle, now: Moment) {
        self.settle(now);
        self.close(now.at);
        self.open = Some(Open { question: question.clone(), since: now.at, changed: None });
        self.record(Observed::Shown { question: question.clone() }, now);
    }

    /// The question on the screen.
    #[must_use]
    pub fn on_screen(&self) -> Option<&Handle> {
        self.open.as_ref().map(|open| &open.question)
    }

    /// What is written to the question on the screen so far; blank for nothing. Whether that is news.
    /// A moment before the last that it is known to have gone on counts as that.
    pub fn write(&mut self, given: &Given, now: Moment) -> bool {
        let now = if now.at < self.last.at { self.last } else { now };
        let Some(question) = self.on_screen().cloned().filter(|_| !self.over) else { return false };
        let before = self.answers.get(&question);
        if before == Some(given) || (before.is_none() && given.is_blank()) {
            return false;
        }
        if self.touched.insert(question.clone()) {
            self.record(Observed::FirstKey { question: question.clone() }, now);
        }
        if given.is_blank() {
            self.answers.remove(&question);
        } else {
            self.answers.insert(question, given.clone());
        }
        if let Some(open) = &mut self.open {
            open.changed = Some(now.at);
        }
        self.last = now;
        true
    }

    /// What is written to the question on the screen stands, until it is changed again.
    pub fn settle(&mut self, now: Moment) {
        let Some(open) = &mut self.open else { return };
        let changed = open.changed.take();
        if changed.is_some() {
            let question = open.question.clone();
            self.record(Observed::Answered { question, changed }, now);
        }
    }

    /// It goes on.
    pub fn seen(&mut self, now: Moment) {
        self.last = now;
    }

    /// The time limit is reached.
    pub fn time_up(&mut self, now: Moment) {
        self.settle(now);
        self.over = true;
        self.record(Observed::TimeUp, now);
    }

    /// Whether the time limit was reached.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.over
    }

    /// Whether it was sealed, and nothing was changed since.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        let mut events = self.events.iter().rev().map(|it| &it.event);
        let said = events.find(|it| matches!(it, Observed::Submitted | Observed::Answered { .. }));
        said == Some(&Observed::Submitted)
    }

    /// The answer to `question`, as it is handed in.
    #[must_use]
    pub fn answer(&self, question: &Handle) -> Option<&Given> {
        self.answers.get(question)
    }

    /// Whether `question` was ever on the screen.
    #[must_use]
    pub fn was_shown(&self, question: &Handle) -> bool {
        self.spent.contains_key(question) || self.on_screen() == Some(question)
    }

    /// Time left for the whole; `None` without a limit.
    #[must_use]
    pub fn time_left(&self, pack: &Pack, now: Moment) -> Option<Millis> {
        pack.time_limit.map(|limit| if self.over { Millis(0) } else { limit.since(now.at) })
    }

    /// Time left for `question` alone; `None` without a limit of its own.
    #[must_use]
    pub fn question_time_left(&self, question: &PackedQuestion, now: Moment) -> Option<Millis> {
        question.time_limit.map(|limit| limit.since(self.spent(&question.id, now.at)))
    }

    /// Whether the answer to `question` of `pack` can no longer be changed.
    #[must_use]
    pub fn is_locked(&self, pack: &Pack, question: &PackedQuestion, now: Moment) -> bool {
        let up = |left: Option<Millis>| left == Some(Millis(0));
        self.over || up(self.time_left(pack, now)) || up(self.question_time_left(question, now))
    }

    /// What is to be handed in, if it is sealed `now`.
    pub fn submission(&mut self, pack: &Pack, now: Moment) -> Submission {
        self.settle(now);
        let mut events = self.events.clone();
        events.push(Happening { at: now.at, clock: now.clock, event: Observed::Submitted });
        Submission {
            version: VERSION,
            signed: pack.signed.clone(),
            candidate: Some(self.candidate.clone()),
            taken_in: TakenIn::Terminal,
            answers: self.answers.clone(),
            events,
        }
    }

    /// It was sealed, and is where it can be sent from.
    pub fn submitted(&mut self, now: Moment) {
        self.record(Observed::Submitted, now);
    }

    fn record(&mut self, event: Observed, now: Moment) {
        let always =
            matches!(event, Observed::Answered { .. } | Observed::TimeUp | Observed::Submitted);
        self.last = now;
        if always || self.events.len() < MOST_EVENTS {
            self.events.push(Happening { at: now.at, clock: now.clock, event });
        }
    }

    fn spent(&self, question: &Handle, at: Millis) -> Millis {
        let before = self.spent.get(question).copied().unwrap_or_default();
        match &self.open {
            Some(open) if open.question == *question => before + at.since(open.since),
            _ => before,
        }
    }

    /// Takes the question on the screen away and counts its time.
    fn close(&mut self, at: Millis) {
        if let Some(open) = self.open.take() {
            let before = self.spent.get(&open.question).copied().unwrap_or_default();
            self.spent.insert(open.question, before + at.since(open.since));
        }
    }
}

#[cfg(test)]
mod tests;
