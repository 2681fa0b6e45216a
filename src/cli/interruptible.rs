//! Work that a signal to end does not wait for.

use std::io;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, Builder};
use std::time::Duration;

use super::end_signal::{EndSignal, on_end_signal};
use super::place::Place;
use crate::terminal::Unsent;

/// Work under way on a thread of its own.
#[derive(Debug)]
pub struct Interruptible<T> {
    heard: Receiver<Word<T>>,
}

#[derive(Debug)]
enum Word<T> {
    Done(thread::Result<T>),
    End,
}

/// What was heard first.
#[derive(Debug)]
pub enum Heard<T> {
    /// The work is done.
    Done(T),
    /// The process is told to end. The work may still wait for a key; nothing that it does counts any
    /// more.
    End,
    /// Neither, so far.
    Nothing,
}

impl<T: Send + 'static> Interruptible<T> {
    /// Begins to `work` for the person who sits at `place`. Signals to end are heard from now on, but
    /// for Ctrl-C: in lines it is heard by who reads them, and while an editor has the draft it is meant
    /// for the editor.
    pub fn begin(
        place: Place,
        unsent: &Unsent,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Self> {
        let (send, heard) = channel();
        let (told, unsent) = (send.clone(), unsent.clone());
        let react = move |signal| {
            if signal == EndSignal::Interrupt && unsent.is_in_editor() {
                return ControlFlow::Continue(());
            }
            // The work may be done at the same moment.
            let _ = told.send(Word::End);
            ControlFlow::Break(())
        };
        on_end_signal(signals(place), react)?;
        let work = move || {
            // Nobody listens any more once the process is told to end.
            let _ = send.send(Word::Done(catch_unwind(AssertUnwindSafe(work))));
        };
        Builder::new().name("conversation".to_owned()).spawn(work)?;
        Ok(Self { heard })
    }

    /// Waits for what comes first; `None` is a signal to end.
    pub fn wait(self) -> Option<T> {
        self.heard.recv().ok().and_then(Word::done)
    }

    /// Waits for what comes first, but not longer than `patience`.
    pub fn wait_for(&self, patience: Duration) -> Heard<T> {
        match self.heard.recv_timeout(patience) {
            Ok(word) => word.done().map_or(Heard::End, Heard::Done),
            Err(RecvTimeoutError::Timeout) => Heard::Nothing,
            Err(RecvTimeoutError::Disconnected) => Heard::End,
        }
    }
}

impl<T> Word<T> {
    /// What came of the work; a panic in it goes on here.
    fn done(self) -> Option<T> {
        match self {
            Self::Done(outcome) => Some(outcome.unwrap_or_else(|panic| resume_unwind(panic))),
            Self::End => None,
        }
    }
}

const fn signals(place: Place) -> &'static [EndSignal] {
    match place {
        Place::Screen => &[EndSignal::Interrupt, EndSignal::Terminate, EndSignal::HangUp],
        Place::Lines | Place::Pipe => &[EndSignal::Terminate, EndSignal::HangUp],
    }
}
