//! What may happen.

use super::Attempt;
use crate::attempt::event::{Event, Mode};
use crate::attempt::millis::Millis;
use crate::attempt::refused::Refused;
use crate::quiz::question::QuestionId;

impl Attempt {
    pub(super) fn check(&self, event: &Event, at: Millis) -> Result<(), Refused> {
        if self.end.is_some() {
            return Err(Refused::Over);
        }
        if self.is_paused() && !matches!(event, Event::Resumed | Event::Stopped) {
            return Err(Refused::Paused);
        }
        let exam = self.start.mode == Mode::Exam;
        match event {
            Event::Started(_) => Err(Refused::Started),
            Event::Revealed { .. } | Event::Claimed { .. } | Event::Paused if exam => {
                Err(Refused::InExam)
            }
            Event::Shown { question } | Event::WentBack { question } => {
                self.check_open(self.place(question)?, at)
            }
            Event::HintTaken { question }
            | Event::Answered { question, .. }
            | Event::Skipped { question } => self.check_shown(self.place(question)?),
            Event::Revealed { question } | Event::Claimed { question, .. } => {
                self.check_decided(self.place(question)?)
            }
            Event::Paused | Event::Resumed | Event::TimeUp | Event::Stopped | Event::Finished => {
                Ok(())
            }
        }
    }

    pub(super) fn place(&self, question: &QuestionId) -> Result<usize, Refused> {
        let place = self.drawn().iter().position(|drawn| drawn.question == *question);
        place.ok_or_else(|| Refused::NotDrawn(question.clone()))
    }

    /// A question may be shown while there is time and its answer was not revealed.
    fn check_open(&self, place: usize, at: Millis) -> Result<(), Refused> {
        if self.is_time_up(at) {
            return Err(Refused::TimeUp);
        }
        if self.progress.get(place).is_some_and(|progress| progress.revealed) {
            return Err(Refused::Revealed(self.id(place)));
        }
        Ok(())
    }

    fn check_shown(&self, place: usize) -> Result<(), Refused> {
        match self.open {
            Some((open, _)) if open == place => Ok(()),
            _ => Err(Refused::NotShown(self.id(place))),
        }
    }

    fn check_decided(&self, place: usize) -> Result<(), Refused> {
        match self.progress.get(place) {
            Some(progress) if progress.is_decided() => Ok(()),
            _ => Err(Refused::NotAnswered(self.id(place))),
        }
    }
}
