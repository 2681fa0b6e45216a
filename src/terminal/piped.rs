//! The interviewer without a person: one line per question, in the order asked, nothing drawn.

use std::io::{self, Write};

use super::interviewer::{
    Asked, Interviewer, Opening, Picked, Reaction, Refusal, Reply, Revealed, Stop,
};
use super::lines::{Input, Lines};
use crate::attempt::Given;

/// Takes answers from stdin, one per line. An empty line skips; the end stops.
#[derive(Debug)]
pub struct Piped {
    lines: Lines,
}

impl Piped {
    /// An interviewer that reads `lines`.
    #[must_use]
    pub const fn new(lines: Lines) -> Self {
        Self { lines }
    }
}

impl Interviewer for Piped {
    fn begin(&mut self, _opening: &Opening<'_>) -> io::Result<()> {
        Ok(())
    }

    fn ask(&mut self, _asked: &Asked<'_>) -> io::Result<Reply> {
        Ok(match self.lines.take()? {
            Input::Line(line) if line.trim().is_empty() => Reply::Skipped,
            Input::Line(line) => Reply::Answered(Given::text(line)),
            Input::End => Reply::Stop(Stop::EndOfInput, None),
            Input::Interrupt => Reply::Stop(Stop::Interrupt, None),
        })
    }

    fn refuse(&mut self, asked: &Asked<'_>, reason: &str) -> io::Result<Refusal> {
        let id = &asked.question.id;
        writeln!(io::stderr(), "<stdin>:{}: `{id}`: {reason}", self.lines.number())?;
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
