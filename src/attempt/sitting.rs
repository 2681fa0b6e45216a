//! The state machine.

mod changes;
mod rules;

use super::answer::Given;
use super::clock::Clock;
use super::event::{Drawn, Entry, Event, Start};
use super::millis::Millis;
use super::progress::{End, Progress};
use super::refused::{Refused, ReplayError};
use crate::quiz::question::QuestionId;

/// One person taking one quiz.
///
/// ```
/// use vivavoce::attempt::{Attempt, Drawn, End, Given, Millis, Mode, Occasion, Start};
/// use vivavoce::quiz::{Digest, question::QuestionId};
///
/// let orm = Drawn { question: QuestionId::new("orm"), shown: vec![], time_limit: None };
/// let mut attempt = Attempt::begin(Start {
///     quiz: Digest([0; 32]),
///     candidate: None,
///     started: Millis(1_790_000_000_000),
///     mode: Mode::Practice,
///     occasion: Occasion::Quiz,
///     seed: 1,
///     time_limit: None,
///     questions: vec![orm],
/// });
/// attempt.show(0, Millis(0))?;
/// attempt.answer(0, Given::text("many joins"), Millis(9000))?;
/// attempt.finish(Millis(9100))?;
/// assert_eq!(attempt.progress(0).map(|progress| progress.spent), Some(Millis(9000)));
/// assert_eq!(Attempt::replay(attempt.log().to_vec())?, attempt);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    start: Start,
    log: Vec<Entry>,
    progress: Vec<Progress>,
    position: usize,
    clock: Clock,
    /// The question on the screen, and the time used when it came there.
    open: Option<(usize, Millis)>,
    time_up: bool,
    end: Option<End>,
}

impl Attempt {
    /// An attempt that starts now.
    #[must_use]
    pub fn begin(start: Start) -> Self {
        let entry = Entry { at: Millis(0), event: Event::Started(start.clone()) };
        Self {
            progress: vec![Progress::default(); start.questions.len()],
            start,
            log: vec![entry],
            position: 0,
            clock: Clock::default(),
            open: None,
            time_up: false,
            end: None,
        }
    }

    /// Rebuilds an attempt from its events. Whether an answer is late is worked out again.
    pub fn replay(log: impl IntoIterator<Item = Entry>) -> Result<Self, ReplayError> {
        let mut log = log.into_iter();
        let Some(Entry { event: Event::Started(start), .. }) = log.next() else {
            return Err(ReplayError::NoStart);
        };
        let mut attempt = Self::begin(start);
        for (number, Entry { at, event }) in (2..).zip(log) {
            attempt.record(event, at).map_err(|reason| ReplayError::Event { number, reason })?;
        }
        Ok(attempt)
    }

    /// Lets `event` happen, if it can. A time before the last event's counts as that.
    pub fn record(&mut self, event: Event, at: Millis) -> Result<(), Refused> {
        let at = self.log.last().map_or(at, |last| at.max(last.at));
        self.check(&event, at)?;
        let event = self.judged(event, at);
        self.apply(&event, at);
        self.log.push(Entry { at, event });
        Ok(())
    }

    /// Everything that happened, the start first. This is all that is to be kept.
    #[must_use]
    pub fn log(&self) -> &[Entry] {
        &self.log
    }

    /// What was fixed at the start.
    #[must_use]
    pub const fn start(&self) -> &Start {
        &self.start
    }

    /// The questions in the order in which they are asked.
    #[must_use]
    pub fn drawn(&self) -> &[Drawn] {
        &self.start.questions
    }

    /// What became of the question at `place` in the order of asking, from 0.
    #[must_use]
    pub fn progress(&self, place: usize) -> Option<&Progress> {
        self.progress.get(place)
    }

    /// The place of the question to ask at `at`; `None` when all are decided or the time is up.
    #[must_use]
    pub fn current(&self, at: Millis) -> Option<usize> {
        let over = self.end.is_some() || self.is_time_up(at);
        (!over && self.position < self.progress.len()).then_some(self.position)
    }

    /// The place of the question on the screen, where there is one.
    #[must_use]
    pub fn on_screen(&self) -> Option<usize> {
        self.open.map(|(place, _)| place)
    }

    /// The place of the nearest earlier question whose answer may still be changed.
    #[must_use]
    pub fn earlier(&self, at: Millis) -> Option<usize> {
        let may_change = |place: &usize| {
            let revealed = self.progress.get(*place).is_none_or(|progress| progress.revealed);
            !revealed && self.question_time_left(*place, at) != Some(Millis(0))
        };
        (0..self.position).rev().find(may_change)
    }

    /// How it ended; `None` while it goes on.
    #[must_use]
    pub const fn end(&self) -> Option<End> {
        self.end
    }

    /// Whether the clock stands.
    #[must_use]
    pub const fn is_paused(&self) -> bool {
        self.clock.is_paused()
    }

    /// Time used until `at`, pauses left out.
    #[must_use]
    pub fn used(&self, at: Millis) -> Millis {
        self.clock.used(at)
    }

    /// Time used until the last event.
    #[must_use]
    pub fn duration(&self) -> Millis {
        self.used(self.log.last().map_or(Millis(0), |entry| entry.at))
    }

    /// Time left for the whole attempt; `None` without a limit.
    #[must_use]
    pub fn time_left(&self, at: Millis) -> Option<Millis> {
        self.start.time_limit.map(|limit| limit.since(self.used(at)))
    }

    /// Time left for the question at `place` alone; `None` without a limit of its own.
    #[must_use]
    pub fn question_time_left(&self, place: usize, at: Millis) -> Option<Millis> {
        let limit = self.start.questions.get(place)?.time_limit?;
        Some(limit.since(self.spent(place, at)))
    }

    /// Whether the whole attempt's time is up.
    #[must_use]
    pub fn is_time_up(&self, at: Millis) -> bool {
        self.time_up || self.time_left(at) == Some(Millis(0))
    }

    fn spent(&self, place: usize, at: Millis) -> Millis {
        let before = self.progress.get(place).map_or(Millis(0), |progress| progress.spent);
        match self.open {
            Some((open, since)) if open == place => before + self.used(at).since(since),
            _ => before,
        }
    }

    fn is_late(&self, place: usize, at: Millis) -> bool {
        self.is_time_up(at) || self.question_time_left(place, at) == Some(Millis(0))
    }
}

/// What the shell records, by the question's place in the order of asking.
impl Attempt {
    /// The question at `place` is put on the screen.
    pub fn show(&mut self, place: usize, at: Millis) -> Result<(), Refused> {
        self.record(Event::Shown { question: self.id(place) }, at)
    }

    /// Its hint is asked for.
    pub fn take_hint(&mut self, place: usize, at: Millis) -> Result<(), Refused> {
        self.record(Event::HintTaken { question: self.id(place) }, at)
    }

    /// It is answered. An answer under way when the time was up is kept and marked late.
    pub fn answer(&mut self, place: usize, answer: Given, at: Millis) -> Result<(), Refused> {
        self.record(Event::Answered { question: self.id(place), answer, late: false }, at)
    }

    /// It is left unanswered.
    pub fn skip(&mut self, place: usize, at: Millis) -> Result<(), Refused> {
        self.record(Event::Skipped { question: self.id(place) }, at)
    }

    /// Its grade and model answer are shown.
    pub fn reveal(&mut self, place: usize, at: Millis) -> Result<(), Refused> {
        self.record(Event::Revealed { question: self.id(place) }, at)
    }

    /// The person says that the answer has the keyword called `label` in other words.
    pub fn claim(&mut self, place: usize, label: &str, at: Millis) -> Result<(), Refused> {
        self.record(Event::Claimed { question: self.id(place), keyword: label.to_owned() }, at)
    }

    /// The person goes back to the question at `place`, as [`Attempt::earlier`] gives it.
    pub fn go_back(&mut self, place: usize, at: Millis) -> Result<(), Refused> {
        self.record(Event::WentBack { question: self.id(place) }, at)
    }

    /// The clock is stopped.
    pub fn pause(&mut self, at: Millis) -> Result<(), Refused> {
        self.record(Event::Paused, at)
    }

    /// The clock runs again.
    pub fn resume(&mut self, at: Millis) -> Result<(), Refused> {
        self.record(Event::Resumed, at)
    }

    /// The time limit is reached.
    pub fn time_up(&mut self, at: Millis) -> Result<(), Refused> {
        self.record(Event::TimeUp, at)
    }

    /// The person ends it before the end.
    pub fn stop(&mut self, at: Millis) -> Result<(), Refused> {
        self.record(Event::Stopped, at)
    }

    /// It ends after the last question.
    pub fn finish(&mut self, at: Millis) -> Result<(), Refused> {
        self.record(Event::Finished, at)
    }

    /// The id at `place`; one that was never drawn, and so is refused, for a place that is none.
    fn id(&self, place: usize) -> QuestionId {
        self.drawn().get(place).map_or_else(|| QuestionId::new(""), |drawn| drawn.question.clone())
    }
}

#[cfg(test)]
mod tests;
