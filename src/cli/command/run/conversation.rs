//! The conversation on a thread of its own, so that a signal to end is heard at any key.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::report_file::ReportFile;
use super::until_signal::until_signal;
use crate::attempt::{Attempt, Millis};
use crate::cli::Failure;
use crate::grade::Grader;
use crate::quiz::Quiz;
use crate::report::Report;
use crate::terminal::{
    Broken, Ending, Interviewer, Session, Stop, Unsent, cut_off, leave_raw_mode,
};

/// What is asked, and where the answers go.
#[derive(Clone)]
pub struct Conversation {
    /// What is asked.
    pub quiz: Arc<Quiz>,
    /// Grades answers as they come.
    pub grader: Arc<Grader>,
    /// What is being written.
    pub unsent: Unsent,
    /// Whether the seed decided which questions are asked, or in which order.
    pub random: bool,
}

/// What happened so far, and the files that say so. Nothing once the attempt is over, so that
/// nobody writes after the end.
type Kept = Arc<Mutex<Option<(Attempt, Vec<ReportFile>)>>>;

impl Conversation {
    /// Asks until the end, or until the process is told to end. Gives what happened.
    pub fn hold(
        &self,
        attempt: Attempt,
        files: Vec<ReportFile>,
        interviewer: Box<dyn Interviewer + Send>,
    ) -> Result<(Attempt, Ending), Failure> {
        let began = Instant::now();
        let kept: Kept = Arc::new(Mutex::new(Some((attempt.clone(), files))));
        let (its_own, its_kept) = (self.clone(), Arc::clone(&kept));
        let talk = move || its_own.talk(attempt, &its_kept, began, interviewer);
        match until_signal(talk)? {
            Some(end) => Ok(end?),
            None => self.end_early(&kept, began),
        }
    }

    fn talk(
        &self,
        mut attempt: Attempt,
        kept: &Kept,
        began: Instant,
        mut interviewer: Box<dyn Interviewer + Send>,
    ) -> Result<(Attempt, Ending), Broken> {
        let mut keep = |attempt: &Attempt| match &mut *lock(kept) {
            Some((last, files)) => {
                last.clone_from(attempt);
                self.write(attempt, files)
            }
            None => Ok(()),
        };
        let session = Session {
            quiz: &self.quiz,
            grader: &self.grader,
            attempt: &mut attempt,
            random: self.random,
            clock: &|| Millis::from(began.elapsed()),
            keep: &mut keep,
        };
        let ending = session.run(interviewer.as_mut())?;
        Ok((attempt, ending))
    }

    /// What was earned so far.
    pub fn report(&self, attempt: &Attempt) -> Report {
        Report::new(&self.quiz, attempt, &attempt.grade(&self.quiz, &self.grader))
    }

    fn write(&self, attempt: &Attempt, files: &[ReportFile]) -> io::Result<()> {
        if files.is_empty() {
            return Ok(());
        }
        let report = self.report(attempt);
        files.iter().try_for_each(|file| file.write(&report))
    }

    /// Ends what the conversation can no longer end.
    fn end_early(&self, kept: &Kept, began: Instant) -> Result<(Attempt, Ending), Failure> {
        // Only this function takes it.
        let Some((mut attempt, files)) = lock(kept).take() else {
            return Err(io::Error::other("the attempt is over").into());
        };
        leave_raw_mode()?;
        cut_off(&self.quiz, &mut attempt, self.unsent.take(), Millis::from(began.elapsed()))
            .map_err(Broken::from)?;
        self.write(&attempt, &files)?;
        Ok((attempt, Ending { stopped: Some(Stop::Interrupt), refused: 0 }))
    }
}

fn lock(kept: &Kept) -> MutexGuard<'_, Option<(Attempt, Vec<ReportFile>)>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
