//! The interviewer whose answers are all there beforehand, by question id.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::interviewer::{
    Asked, Interviewer, Opening, Picked, Reaction, Refusal, Reply, Revealed, Stop,
};
use crate::attempt::Given;
use crate::quiz::visible;

/// Takes answers from a file. A question without one is skipped.
#[derive(Debug)]
pub struct Scripted {
    answers: BTreeMap<String, Given>,
    file: String,
}

impl Scripted {
    /// An interviewer with `answers`, which `file` held.
    #[must_use]
    pub const fn new(answers: BTreeMap<String, Given>, file: String) -> Self {
        Self { answers, file }
    }
}

impl Interviewer for Scripted {
    fn begin(&mut self, _opening: &Opening<'_>) -> io::Result<()> {
        Ok(())
    }

    fn ask(&mut self, asked: &Asked<'_>) -> io::Result<Reply> {
        let given = self.answers.remove(asked.question.id.as_str());
        Ok(given.filter(|given| !given.is_blank()).map_or(Reply::Skipped, Reply::Answered))
    }

    fn refuse(&mut self, asked: &Asked<'_>, reason: &str) -> io::Result<Refusal> {
        writeln!(io::stderr(), "{}: `{}`: {reason}", visible(&self.file), asked.question.id)?;
        Ok(Refusal::Skip)
    }

    fn reveal(&mut self, _revealed: &Revealed<'_>) -> io::Result<Reaction> {
        Ok(Reaction::default())
    }

    fn pick(&mut self, _message: &str, _options: &[String]) -> io::Result<Picked> {
        Ok(Picked::Stop(Stop::EndOfInput))
    }

    fn note(&mut self, text: &str) -> io::Result<()> {
        writeln!(io::stderr(), "{text}")
    }
}
