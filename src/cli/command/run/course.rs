//! Which attempt is held: a new one, or one that was cut off.

use super::arguments::Arguments;
use super::resume::{self, CutOff, Wish};
use crate::attempt::{Millis, Start};
use crate::cli::Failure;
use crate::cli::history::{Asked, catch_up};
use crate::cli::place::Place;
use crate::cli::sitting::Course;
use crate::review::Thresholds;
use crate::store::Store;
use crate::terminal::Lines;

/// What the person asked for.
pub struct Wanted<'a> {
    /// As typed.
    pub arguments: &'a Arguments,
    /// What the person sits at.
    pub place: Place,
    /// How a new attempt begins.
    pub start: Start,
    /// How answers are rated.
    pub thresholds: Thresholds,
    /// The wall clock's time.
    pub now: Millis,
}

impl Wanted<'_> {
    /// The attempt to hold: an earlier one where one was cut off and the person wants to go on with
    /// it, else a new one. `None` if the person left.
    pub fn course(
        self,
        mut history: Option<&mut Store>,
        asked: Asked,
        lines: Option<&mut Lines>,
    ) -> Result<Option<Course>, Failure> {
        let Some(mut cut_off) = self.cut_off(history.as_deref_mut(), &asked)? else {
            if self.arguments.resume {
                return Err(Failure::Usage("no attempt at this quiz was cut off".into()));
            }
            return Ok(Some(Course::new(asked, self.start)));
        };
        let wish = match lines {
            _ if self.arguments.resume => Wish::GoOn,
            Some(lines) => resume::in_lines(&cut_off, lines)?,
            None => resume::with_widget(&cut_off)?,
        };
        match (wish, history) {
            (Wish::GoOn, _) => {
                cut_off.go_on()?;
                let CutOff { asked, attempt, drafts, resumed } = cut_off;
                Ok(Some(Course { asked, attempt, drafts, resumed: Some(resumed) }))
            }
            (Wish::Anew, Some(store)) => {
                cut_off.give_up(store, self.now)?;
                Ok(Some(Course::new(asked, self.start)))
            }
            (Wish::Leave | Wish::Anew, _) => Ok(None),
        }
    }

    /// Nobody is there to be asked where answers come from a pipe or a file.
    fn cut_off(
        &self,
        history: Option<&mut Store>,
        asked: &Asked,
    ) -> Result<Option<CutOff>, Failure> {
        let Arguments { resume, manner, .. } = self.arguments;
        let offered = *resume || (self.place != Place::Pipe && manner.answers.is_none());
        match history {
            Some(store) if offered => {
                // What answers said so far is there before more is added.
                catch_up(store, self.thresholds)?;
                let title = &asked.quiz().title;
                let who = resume::Who {
                    candidate: manner.candidate.as_deref(),
                    mode: self.start.mode,
                    thresholds: self.thresholds,
                };
                Ok(resume::find(store, title, who)?)
            }
            _ => Ok(None),
        }
    }
}
