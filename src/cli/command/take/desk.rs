//! The sitting under way, kept on the disk after every change.

use std::sync::Arc;

use super::kept::Kept;
use super::stopwatch::Stopwatch;
use crate::attempt::{Given, Millis};
use crate::cli::Failure;
use crate::takehome::sheet::Sheet;
use crate::takehome::sitting::{Moment, Sitting};
use crate::takehome::submission::Submission;

/// How long it may go on without being written.
const SIGN_OF_LIFE: Millis = Millis(5000);

/// What is asked, and what was answered so far.
#[derive(Debug)]
pub struct Desk {
    /// What is asked.
    pub sheet: Arc<Sheet>,
    /// What was answered so far.
    pub sitting: Sitting,
    stopwatch: Stopwatch,
    kept: Option<Kept>,
    /// When it was last written.
    written: Millis,
    /// When drafts were last looked at.
    looked: Moment,
    /// What the person is to know and was not told yet.
    news: Option<String>,
    trouble: bool,
}

/// Why an answer is not taken.
pub enum NotTaken {
    /// It cannot be read, or is too long.
    Unreadable(String),
    /// It came too late.
    Locked,
}

impl Desk {
    /// `sitting` goes on, and is kept in `kept` if anywhere.
    pub fn new(
        sheet: Arc<Sheet>,
        sitting: Sitting,
        mut stopwatch: Stopwatch,
        kept: Option<Kept>,
    ) -> Self {
        let looked = stopwatch.now();
        let mut desk = Self {
            sheet,
            sitting,
            stopwatch,
            kept,
            written: Millis(0),
            looked,
            news: None,
            trouble: false,
        };
        desk.save();
        desk
    }

    /// Now.
    pub fn now(&mut self) -> Moment {
        self.stopwatch.now()
    }

    /// Writes everything. Whatever goes wrong there, the sitting goes on.
    pub fn save(&mut self) {
        let Some(kept) = &self.kept else { return };
        match (kept.write(&self.sitting), self.trouble) {
            (Ok(()), false) | (Err(_), true) => {}
            (Ok(()), true) => {
                self.trouble = false;
                self.news = Some("Your answers are kept again.".to_owned());
            }
            (Err(error), false) => {
                self.trouble = true;
                self.news = Some(format!(
                    "Your answers can no longer be kept in {}: {error}. Do not close this window; \
                     seal your answers now.",
                    kept.shown()
                ));
            }
        }
        self.written = self.now().at;
    }

    /// What the person is to know, once.
    pub fn news(&mut self) -> Option<String> {
        self.news.take()
    }

    /// Takes `given` as the answer to the question on the screen, at `place`.
    pub fn take(&mut self, place: usize, given: &Given) -> Result<(), NotTaken> {
        let now = self.now();
        let written = self.written(place, now).ok_or(NotTaken::Locked)?;
        let handed_in = self
            .sheet
            .handed_in(place, given)
            .map_err(|unreadable| NotTaken::Unreadable(unreadable.to_string()))?;
        let limit = self.sheet.pack.limits.answer;
        let longest = match &handed_in {
            Given::Text(text) => text.raw().len(),
            Given::Parts(parts) => parts.iter().map(|part| part.raw().len()).max().unwrap_or(0),
        };
        if longest > limit {
            let message = format!("the answer has {longest} bytes, and {limit} can be handed in");
            return Err(NotTaken::Unreadable(message));
        }
        self.sitting.write(&handed_in, written);
        Ok(())
    }

    /// The time goes on: a draft is noted, limits are watched. Whether the time for the whole is up.
    pub fn tick(&mut self, draft: Option<&Given>) -> bool {
        let now = self.now();
        let mut changed = false;
        if let Some(place) = self.on_screen() {
            if let Some(written) = self.written(place, now)
                && let Some(handed_in) = draft.and_then(|it| self.sheet.handed_in(place, it).ok())
            {
                changed = self.sitting.write(&handed_in, written);
            }
            if self.is_locked(place, now) {
                self.sitting.settle(now);
            }
        }
        self.looked = now;
        let up = self.sitting.time_left(&self.sheet.pack, now) == Some(Millis(0));
        if up && !self.sitting.is_over() {
            self.sitting.time_up(now);
            changed = true;
        }
        if changed || now.at.since(self.written) >= SIGN_OF_LIFE {
            self.sitting.seen(now);
            self.save();
        }
        up
    }

    /// Hands in by `write`, and remembers that once it is done.
    pub fn hand_in<T>(
        &mut self,
        write: impl FnOnce(&Sheet, Submission) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.now();
        let submission = self.sitting.submission(&self.sheet.pack, now);
        let written = write(&self.sheet, submission)?;
        self.sitting.submitted(now);
        self.save();
        Ok(written)
    }

    /// When what stands there `now` as the answer to the question at `place` was written, if that was
    /// in time. Where the limit came since the last look, over which the machine may have slept, it
    /// was there at that look.
    fn written(&self, place: usize, now: Moment) -> Option<Moment> {
        [now, self.looked].into_iter().find(|moment| !self.is_locked(place, *moment))
    }

    /// Whether the answer to the question at `place` can no longer be changed.
    pub fn is_locked(&self, place: usize, now: Moment) -> bool {
        self.sheet
            .packed(place)
            .is_none_or(|question| self.sitting.is_locked(&self.sheet.pack, question, now))
    }

    /// The place of the question on the screen.
    pub fn on_screen(&self) -> Option<usize> {
        let shown = self.sitting.on_screen()?;
        self.sheet.pack.questions.iter().position(|question| question.id == *shown)
    }
}
