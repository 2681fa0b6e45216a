//! The conversation on a thread of its own, so that a signal to end is heard at any key.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::draft_watch::DraftWatch;
use super::report_file::ReportFile;
use crate::attempt::{Attempt, Drafts, Millis};
use crate::cli::Failure;
use crate::cli::end_signal::is_hang_up;
use crate::cli::history::{Asked, Journal};
use crate::cli::interruptible::Interruptible;
use crate::cli::place::Place;
use crate::terminal::{
    Broken, Ending, Interviewer, Session, Stop, Unsent, keep_unsent, leave_raw_mode,
};

/// What is asked, and where the answers go.
#[derive(Clone)]
pub struct Conversation {
    /// What is asked.
    pub asked: Asked,
    /// Where the person sits.
    pub place: Place,
    /// What is being written.
    pub unsent: Unsent,
    /// What was written before the attempt was cut off.
    pub drafts: Drafts,
    /// Whether the seed decided which questions are asked, or in which order.
    pub random: bool,
}

/// What happened so far, and the places that say so.
#[derive(Debug)]
pub struct Keeping {
    /// What happened.
    pub attempt: Attempt,
    /// Files with the report.
    pub files: Vec<ReportFile>,
    /// The history.
    pub journal: Option<Journal>,
}

/// Nothing once the attempt is over, so that nobody writes after the end.
type Kept = Arc<Mutex<Option<Keeping>>>;

impl Conversation {
    /// Asks until the end, or until the process is told to end. Gives what happened.
    pub fn hold(
        &self,
        keeping: Keeping,
        interviewer: Box<dyn Interviewer + Send>,
    ) -> Result<(Keeping, Ending), Failure> {
        let clock = Stopwatch::new(&keeping.attempt);
        let attempt = keeping.attempt.clone();
        let kept: Kept = Arc::new(Mutex::new(Some(keeping)));
        let _drafts = self.watch(&kept)?;
        let (its_own, its_kept) = (self.clone(), Arc::clone(&kept));
        let talk = move || its_own.talk(attempt, &its_kept, clock, interviewer);
        match Interruptible::begin(self.place, &self.unsent, talk)?.wait() {
            None => self.end_early(take(&kept)?, clock),
            Some(Err(Broken::Io(error))) if self.place != Place::Pipe && is_hang_up(&error) => {
                self.end_early(take(&kept)?, clock)
            }
            Some(ending) => Ok((take(&kept)?, ending?)),
        }
    }

    /// Keeps what is being written in the history.
    fn watch(&self, kept: &Kept) -> io::Result<DraftWatch> {
        let (unsent, kept) = (self.unsent.clone(), Arc::clone(kept));
        DraftWatch::begin(move || {
            // What is unsent belongs to the question on the screen for as long as this lock is held.
            if let Some(Keeping { attempt, journal: Some(journal), .. }) = lock(&kept).as_mut()
                && let Some(draft) = unsent.so_far()
            {
                journal.keep_draft(attempt, &draft);
            }
        })
    }

    fn talk(
        &self,
        mut attempt: Attempt,
        kept: &Kept,
        clock: Stopwatch,
        mut interviewer: Box<dyn Interviewer + Send>,
    ) -> Result<Ending, Broken> {
        let mut keep = |attempt: &Attempt| {
            let mut kept = lock(kept);
            let keeping = kept.as_mut()?;
            keeping.attempt.clone_from(attempt);
            // First the history: it keeps answers for good.
            let history = keeping.journal.as_mut().and_then(|journal| journal.keep(attempt));
            let file = self.write(keeping);
            let notes: Vec<String> = history.into_iter().chain(file).collect();
            (!notes.is_empty()).then(|| notes.join("\n"))
        };
        let session = Session {
            quiz: self.asked.quiz(),
            grader: &self.asked.grader,
            attempt: &mut attempt,
            drafts: self.drafts.clone(),
            random: self.random,
            clock: &|| clock.read(),
            keep: &mut keep,
        };
        session.run(interviewer.as_mut())
    }

    /// Writes the report files anew. Gives what the person should know about it.
    fn write(&self, keeping: &mut Keeping) -> Option<String> {
        if keeping.files.is_empty() {
            return None;
        }
        let report = self.asked.report(&keeping.attempt);
        let notes: Vec<String> =
            keeping.files.iter_mut().filter_map(|file| file.write(&report)).collect();
        (!notes.is_empty()).then(|| notes.join("\n"))
    }

    /// Ends what the conversation can no longer end. In the history it stays without an end, so that
    /// it can go on another time.
    fn end_early(
        &self,
        mut keeping: Keeping,
        clock: Stopwatch,
    ) -> Result<(Keeping, Ending), Failure> {
        leave_raw_mode()?;
        let now = clock.read();
        keep_unsent(self.asked.quiz(), &mut keeping.attempt, self.unsent.take(), now)
            .map_err(Broken::from)?;
        if let Some(journal) = &mut keeping.journal {
            // A file that failed is told of at the end; of the history nobody is left to hear.
            let _ = journal.keep(&keeping.attempt);
        }
        if keeping.attempt.end().is_none() {
            keeping.attempt.stop(now).map_err(Broken::from)?;
        }
        let _ = self.write(&mut keeping);
        Ok((keeping, Ending { stopped: Some(Stop::Interrupt), refused: 0 }))
    }
}

/// Milliseconds since an attempt's start, by a clock that never goes back. The time for which an
/// attempt was cut off does not count.
#[derive(Debug, Clone, Copy)]
struct Stopwatch {
    began: Instant,
    before: Millis,
}

impl Stopwatch {
    fn new(attempt: &Attempt) -> Self {
        let before = attempt.log().last().map_or(Millis(0), |entry| entry.at);
        Self { began: Instant::now(), before }
    }

    fn read(self) -> Millis {
        self.before + Millis::from(self.began.elapsed())
    }
}

fn lock(kept: &Kept) -> MutexGuard<'_, Option<Keeping>> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take(kept: &Kept) -> io::Result<Keeping> {
    lock(kept).take().ok_or_else(|| io::Error::other("the attempt is over"))
}
