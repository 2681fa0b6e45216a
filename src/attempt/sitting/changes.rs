//! What an event changes.

use super::Attempt;
use crate::attempt::event::Event;
use crate::attempt::millis::Millis;
use crate::attempt::progress::{Decision, End, Progress};
use crate::quiz::question::QuestionId;

impl Attempt {
    /// The event with what follows from the time.
    pub(super) fn judged(&self, event: Event, at: Millis) -> Event {
        match event {
            Event::Answered { question, answer, .. } => {
                let late = self.place(&question).is_ok_and(|place| self.is_late(place, at));
                Event::Answered { question, answer, late }
            }
            other => other,
        }
    }

    pub(super) fn apply(&mut self, event: &Event, at: Millis) {
        match event {
            Event::Started(_) => {}
            Event::Shown { question } => {
                self.close(at);
                self.open = self.place(question).ok().map(|place| (place, self.used(at)));
            }
            Event::HintTaken { question } => self.change(question, |progress| progress.hint = true),
            Event::Answered { question, answer, late } => {
                let decision = Decision::Answered { answer: answer.clone(), late: *late };
                self.decide(question, decision, at);
            }
            Event::Skipped { question } => self.decide(question, Decision::Skipped, at),
            Event::Revealed { question } => {
                self.change(question, |progress| progress.revealed = true);
            }
            Event::Claimed { question, keyword } => self.change(question, |progress| {
                if !progress.claims.contains(keyword) {
                    progress.claims.push(keyword.clone());
                }
            }),
            Event::WentBack { question } => {
                self.close(at);
                self.position = self.place(question).unwrap_or(self.position);
            }
            Event::Paused => self.clock.pause(at),
            Event::Resumed => self.clock.resume(at),
            Event::TimeUp => self.time_up = true,
            Event::Stopped => self.finish_as(End::Stopped, at),
            Event::Finished if self.time_up => self.finish_as(End::TimeUp, at),
            Event::Finished => self.finish_as(End::Finished, at),
        }
    }

    fn change(&mut self, question: &QuestionId, change: impl FnOnce(&mut Progress)) {
        let place = self.place(question).unwrap_or(usize::MAX);
        if let Some(progress) = self.progress.get_mut(place) {
            change(progress);
        }
    }

    /// Claims belong to an answer, so a new one has none.
    fn decide(&mut self, question: &QuestionId, decision: Decision, at: Millis) {
        self.close(at);
        self.change(question, |progress| {
            progress.claims.clear();
            progress.decision = decision;
        });
        let undecided = self.progress.iter().position(|progress| !progress.is_decided());
        self.position = undecided.unwrap_or(self.progress.len());
    }

    /// Takes the question on the screen away and counts its time.
    fn close(&mut self, at: Millis) {
        if let Some((place, _)) = self.open {
            let spent = self.spent(place, at);
            if let Some(progress) = self.progress.get_mut(place) {
                progress.spent = spent;
            }
            self.open = None;
        }
    }

    fn finish_as(&mut self, end: End, at: Millis) {
        self.clock.resume(at);
        self.close(at);
        self.end = Some(end);
    }
}
