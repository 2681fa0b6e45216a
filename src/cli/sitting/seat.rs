//! Where the person sits, and what is read from there.

use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use super::answers_file;
use super::manner::Manner;
use crate::attempt::Start;
use crate::cli::Failure;
use crate::cli::place::Place;
use crate::quiz::Quiz;
use crate::terminal::{Interviewer, Lines, Scripted, Unsent};

/// Where the person sits.
#[derive(Debug)]
pub struct Seat {
    /// What is there.
    pub place: Place,
    /// Lines of stdin, where that is how answers come.
    pub lines: Option<Lines>,
}

impl Seat {
    /// Where this process sits.
    pub fn new(manner: &Manner) -> io::Result<Self> {
        let place = Place::new(manner.plain);
        let lines = if manner.answers.is_none() { place.lines()? } else { None };
        Ok(Self { place, lines })
    }

    /// The attempt as it begins here. Where no question is shown, no order of options or items is,
    /// so that numbers mean the same each time.
    pub fn begin(&self, manner: &Manner, start: Start) -> Start {
        if self.place == Place::Pipe || manner.answers.is_some() { start.unseen() } else { start }
    }

    /// Who asks here; tells `unsent` what is written.
    pub fn interviewer(
        self,
        manner: &Manner,
        quiz: &Quiz,
        unsent: Unsent,
    ) -> Result<Box<dyn Interviewer + Send>, Failure> {
        if let Some(path) = &manner.answers {
            let answers = answers_file::read(path, quiz)?;
            return Ok(Box::new(Scripted::new(answers, path.to_string_lossy().into_owned())));
        }
        Ok(self.place.interviewer(self.lines, unsent))
    }
}

/// A seed that is easy to type.
pub fn short_seed() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::from(now.subsec_micros()) ^ (now.as_secs() % 1_000_000)
}
