//! The interviewer in plain lines: for `TERM=dumb`, for screen readers, for `--plain`.
//!
//! Nothing typed is ever a command: an empty line opens the menu, whose ways have numbers.

use std::fmt;
use std::io::{self, Write};

use super::interviewer::{
    Asked, Interviewer, Opening, Picked, Reaction, Refusal, Reply, Revealed, Stop,
};
use super::lines::{Input, Lines};
use super::menu::{Way, ways};
use super::styled::{Look, Styled};
use super::unsent::Unsent;
use super::window::window_width;
use super::{ask, feedback, header};
use crate::attempt::Given;
use crate::quiz::question::{QuestionId, Task};

/// Asks by printing lines and reading lines.
pub struct Plain {
    lines: Lines,
    out: Box<dyn Write + Send>,
    on_screen: Option<QuestionId>,
    unsent: Unsent,
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plain").field("lines", &self.lines).finish_non_exhaustive()
    }
}

/// What came of waiting for an answer.
enum Typed {
    /// An answer.
    Answer(String),
    /// An empty line or an end, with what was typed before.
    Menu(Vec<String>),
    /// Ctrl-C, with what was typed before.
    Interrupt(Vec<String>),
}

impl Plain {
    /// An interviewer that reads `lines`, writes to `out` and tells `unsent` what is written.
    #[must_use]
    pub fn new(lines: Lines, out: Box<dyn Write + Send>, unsent: Unsent) -> Self {
        Self { lines, out, on_screen: None, unsent }
    }

    fn say(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| writeln!(self.out, "{line}"))
    }

    fn input(&mut self, prompt: &str) -> io::Result<Input> {
        write!(self.out, "{prompt}")?;
        self.out.flush()?;
        let input = self.lines.take()?;
        if !matches!(input, Input::Line(_)) {
            writeln!(self.out)?;
        }
        Ok(input)
    }

    fn show(&mut self, asked: &Asked<'_>) -> io::Result<()> {
        if self.on_screen.as_ref() == Some(&asked.question.id) {
            return self.say(&header::hint(asked, window_width()));
        }
        self.on_screen = Some(asked.question.id.clone());
        writeln!(self.out)?;
        self.say(&header::question(asked, window_width()))?;
        self.say(&ask::numbered(asked, window_width()))?;
        if let Some(previous) = asked.draft.or(asked.previous) {
            let lines = ask::shown(previous, window_width());
            self.say(&lines)?;
        }
        writeln!(self.out)
    }

    /// One line, or several for prose.
    fn typed(&mut self, prose: bool, mut written: Vec<String>) -> io::Result<Typed> {
        loop {
            match self.input("> ")? {
                Input::Line(line) if !line.trim().is_empty() => {
                    written.push(line);
                    self.unsent.put(Given::text(written.join("\n")));
                    if !prose {
                        return Ok(Typed::Answer(written.concat()));
                    }
                }
                Input::Line(_) if !written.is_empty() => {
                    return Ok(Typed::Answer(written.join("\n")));
                }
                Input::Line(_) | Input::End => return Ok(Typed::Menu(written)),
                Input::Interrupt => return Ok(Typed::Interrupt(written)),
            }
        }
    }

    /// Offers the ways by number; `None` is going on with the answer.
    fn menu(&mut self, asked: &Asked<'_>, written: &[String]) -> io::Result<Option<Reply>> {
        let ways = ways(asked, !written.is_empty()).into_iter();
        let ways: Vec<_> = ways.filter(|(way, _)| *way != Way::Editor).collect();
        for (number, (_, text)) in (1..).zip(&ways) {
            writeln!(self.out, "{number}. {text}")?;
        }
        let draft = || (!written.is_empty()).then(|| Given::text(written.join("\n")));
        loop {
            let way = match self.input("Number of what to do: ")? {
                Input::Interrupt => return Ok(Some(Reply::Stop(Stop::Interrupt, draft()))),
                Input::End => return Ok(Some(Reply::Stop(Stop::EndOfInput, draft()))),
                Input::Line(line) if line.trim().is_empty() => return Ok(None),
                Input::Line(line) => numbers(&line, ways.len()),
            };
            match way.as_deref() {
                Some([place]) => {
                    let way = ways.get(*place).map_or(Way::GoOn, |(way, _)| *way);
                    return Ok(reply(way, asked, draft()));
                }
                _ => writeln!(self.out, "A number from 1 to {}, please.", ways.len())?,
            }
        }
    }

    /// Asks until there is an answer or a way out.
    fn converse(&mut self, asked: &Asked<'_>) -> io::Result<Reply> {
        let prose = matches!(asked.question.task, Task::Text(_));
        // Of one line nothing is unsent.
        let draft = asked.draft.filter(|_| prose).map(|draft| ask::text_of(draft).to_owned());
        let mut written: Vec<String> = draft.into_iter().collect();
        loop {
            let how = Styled::new(Look::Plain, ask::instruction(asked));
            self.say(&how.wrap(window_width(), "", ""))?;
            written = match self.typed(prose, written)? {
                Typed::Answer(text) => return Ok(Reply::Answered(ask::parted(asked, &text))),
                Typed::Interrupt(written) if written.is_empty() => {
                    return Ok(Reply::Stop(Stop::Interrupt, None));
                }
                Typed::Menu(written) | Typed::Interrupt(written) => written,
            };
            if let Some(reply) = self.menu(asked, &written)? {
                return Ok(reply);
            }
        }
    }

    fn claims(&mut self, missed: &[String]) -> io::Result<Reaction> {
        if missed.is_empty() {
            return Ok(Reaction::default());
        }
        writeln!(self.out, "\nDid you say any of these in other words?")?;
        for (number, label) in (1..).zip(missed) {
            writeln!(self.out, "{number}. {}", crate::quiz::visible(label))?;
        }
        loop {
            match self.input("Numbers, or an empty line for none: ")? {
                Input::Line(line) => match numbers(&line, missed.len()) {
                    Some(places) => {
                        let claims = places.iter().filter_map(|place| missed.get(*place).cloned());
                        return Ok(Reaction { claims: claims.collect(), stop: None });
                    }
                    None => writeln!(self.out, "Numbers from 1 to {}, please.", missed.len())?,
                },
                Input::End => return Ok(Reaction::default()),
                Input::Interrupt => {
                    return Ok(Reaction { claims: Vec::new(), stop: Some(Stop::Interrupt) });
                }
            }
        }
    }
}

fn reply(way: Way, asked: &Asked<'_>, draft: Option<Given>) -> Option<Reply> {
    match way {
        Way::GoOn | Way::Editor => None,
        Way::Keep => asked.previous.cloned().map(Reply::Answered),
        Way::Hint => Some(Reply::Hint),
        Way::Skip => Some(Reply::Skipped),
        Way::Back => Some(Reply::Back),
        Way::Stop => Some(Reply::Stop(Stop::Chosen, draft)),
    }
}

/// Places from 0 of the numbers in `line`; `None` if one is no number from 1 to `most`.
fn numbers(line: &str, most: usize) -> Option<Vec<usize>> {
    let parts = line.split([',', ' ']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| part.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < most))
        .collect()
}

impl Interviewer for Plain {
    fn begin(&mut self, opening: &Opening<'_>) -> io::Result<()> {
        self.say(&header::opening(opening, window_width()))
    }

    fn ask(&mut self, asked: &Asked<'_>) -> io::Result<Reply> {
        self.show(asked)?;
        let reply = self.converse(asked)?;
        drop(self.unsent.take());
        Ok(reply)
    }

    fn refuse(&mut self, _asked: &Asked<'_>, reason: &str) -> io::Result<Refusal> {
        writeln!(self.out, "{reason}")?;
        Ok(Refusal::AskAgain)
    }

    fn reveal(&mut self, revealed: &Revealed<'_>) -> io::Result<Reaction> {
        writeln!(self.out)?;
        self.say(&feedback::lines(revealed, window_width(), true))?;
        self.claims(&revealed.claimable())
    }

    fn pick(&mut self, message: &str, options: &[String]) -> io::Result<Picked> {
        self.on_screen = None;
        writeln!(self.out)?;
        for (number, option) in (1..).zip(options) {
            let option = Styled::new(Look::Plain, option);
            self.say(&option.wrap(window_width(), &format!("{number}. "), "   "))?;
        }
        loop {
            let line = match self.input(&format!("{message} Number: "))? {
                Input::Line(line) => line,
                Input::End => return Ok(Picked::Stop(Stop::EndOfInput)),
                Input::Interrupt => return Ok(Picked::Stop(Stop::Interrupt)),
            };
            match numbers(&line, options.len()).as_deref() {
                Some([place]) => return Ok(Picked::Option(*place)),
                _ => writeln!(self.out, "A number from 1 to {}, please.", options.len())?,
            }
        }
    }

    fn note(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }
}
