//! Before the first question: what is asked, what is recorded, and consent.

use std::io::{self, IsTerminal, Write};

use super::arguments::Arguments;
use super::hand_in::Output;
use super::kept::Kept;
use crate::attempt::Millis;
use crate::cli::Failure;
use crate::cli::appearance::{colour_on, width_of};
use crate::cli::history::local;
use crate::cli::place::Place;
use crate::cli::talk::{at_screen, typed};
use crate::quiz::{AnswerText, Points};
use crate::report::text::{count, duration};
use crate::takehome::sheet::Sheet;
use crate::takehome::submission::{LONGEST_NAME, is_name};
use crate::terminal::{Lines, Look, Styled, markdown, pick_one, write_one};

/// What is said of everything that is recorded; a terminal sees less than a page.
const RECORDED: &str = "**What is recorded**

- your answers, and when each question was shown and answered
- when you first wrote something in each answer
- when this program was stopped and started again
- the times by this computer's clock

Nothing else is recorded: no keys as you press them, no other windows, nothing that you copy or paste.";

const PAST: &str = "This moment is over. You can still hand in; whoever sent the quiz will see that it \
                    came later.";

/// Somebody about to begin.
pub struct Start<'s> {
    /// As typed.
    pub arguments: &'s Arguments,
    /// What is asked.
    pub sheet: &'s Sheet,
    /// What the person sits at.
    pub place: Place,
    /// Where answers are kept.
    pub kept: &'s Kept,
    /// Where they will go.
    pub output: &'s Output,
    /// Since 1970-01-01T00:00:00Z.
    pub now: Millis,
}

impl Start<'_> {
    /// The name of who has agreed; `None` if the person left.
    pub fn agreed(&self, mut lines: Option<&mut Lines>) -> Result<Option<AnswerText>, Failure> {
        let given = self.given_name()?;
        if self.place != Place::Pipe || !self.arguments.agree {
            self.page()?;
        }
        let name = match given {
            Some(name) => name,
            None => match self.ask_name(lines.as_deref_mut())? {
                Some(name) => name,
                None => return Ok(None),
            },
        };
        Ok((self.arguments.agree || self.consent(lines)?).then_some(name))
    }

    /// The name that the file or an argument gives.
    fn given_name(&self) -> Result<Option<AnswerText>, Failure> {
        match (&self.sheet.pack.candidate, &self.arguments.name) {
            (Some(_), Some(_)) => {
                let message = "the file says whom it is for; leave out --name";
                Err(Failure::Usage(message.to_owned()))
            }
            (Some(name), None) => Ok(Some(name.clone())),
            (None, Some(name)) => named(name).map(Some).ok_or_else(|| {
                let message = format!("--name is to have 1 to {LONGEST_NAME} characters");
                Failure::Usage(message)
            }),
            (None, None) => Ok(None),
        }
    }

    fn ask_name(&self, lines: Option<&mut Lines>) -> Result<Option<AnswerText>, Failure> {
        let mut lines = match (self.place, lines) {
            (Place::Pipe, _) => {
                let message = "nobody can be asked for a name; give it by --name";
                return Err(Failure::Usage(message.to_owned()));
            }
            (Place::Lines, lines) => lines,
            (Place::Screen, _) => None,
        };
        loop {
            let name = match lines.as_deref_mut() {
                Some(lines) => typed(lines, "Your name: ")?,
                None => at_screen(|| write_one("Your name:", colour_on(&io::stderr())))?,
            };
            let Some(name) = name else { return Ok(None) };
            match named(&name) {
                Some(name) => return Ok(Some(name)),
                None => say(&[format!("A name of 1 to {LONGEST_NAME} characters, please.")])?,
            }
        }
    }

    fn consent(&self, lines: Option<&mut Lines>) -> Result<bool, Failure> {
        match (self.place, lines) {
            (Place::Pipe, _) => {
                let message = "nobody can be asked here; agree to what is recorded by --agree";
                Err(Failure::Usage(message.to_owned()))
            }
            (Place::Lines, Some(lines)) => loop {
                let prompt = "Write `agree` if you agree and want to start, `leave` if not: ";
                match typed(lines, prompt)?.as_deref().map(str::trim) {
                    Some("agree") => return Ok(true),
                    Some("leave") | None => return Ok(false),
                    Some(_) => {}
                }
            },
            _ => {
                let ways = ["Leave for now", "Agree and start now"];
                let ways = ways.map(str::to_owned);
                let message = "Do you agree?";
                let pick = move || pick_one(message, &ways, colour_on(&io::stderr()));
                Ok(at_screen(pick)? == Some(1))
            }
        }
    }

    fn page(&self) -> io::Result<()> {
        colored::control::set_override(self.place == Place::Screen && colour_on(&io::stderr()));
        let width = width();
        let pack = &self.sheet.pack;
        let mut lines = Styled::new(Look::Strong, &pack.title).wrap(width, "", "");
        for fact in self.facts() {
            lines.extend(Styled::new(Look::Plain, fact).wrap(width, "", ""));
        }
        let texts = self.sheet.message.iter().map(|text| text.as_str().to_owned());
        for text in texts.chain([self.how(), RECORDED.to_owned()]) {
            lines.push(String::new());
            lines.extend(markdown::lines(&text, width));
        }
        lines.push(String::new());
        say(&lines)
    }

    fn facts(&self) -> Vec<String> {
        let pack = &self.sheet.pack;
        let questions = self.sheet.questions();
        let points: Points = questions.iter().map(|question| question.points).sum();
        let own = if pack.questions.iter().any(|question| question.time_limit.is_some()) {
            "; some questions have a limit of their own"
        } else {
            ""
        };
        let limit = pack.time_limit.map_or_else(
            || "no limit".to_owned(),
            |limit| {
                let limit = duration(limit);
                format!("{limit}, from when you start; it goes on while this program is stopped")
            },
        );
        let deadline = pack.deadline.map(|deadline| {
            let past = if deadline < self.now { format!(". {PAST}") } else { String::new() };
            format!("Hand in by: {}{past}", local(deadline))
        });
        let name = pack.candidate.as_ref().map(|name| format!("For: {}", name.for_terminal()));
        let asked = format!(
            "What is asked: {}, {}",
            count(questions.len(), "question"),
            count(points, "point")
        );
        name.into_iter().chain([asked, format!("Time: {limit}{own}")]).chain(deadline).collect()
    }

    fn how(&self) -> String {
        format!(
            "**How it works**\n\n\
             - Everything happens on this computer. Nothing is sent, and no network is needed.\n\
             - Your answers are kept in {} as you write. After a crash, start this command again and go on.\n\
             - You can skip questions, go back and change answers until you hand in.\n\
             - At the end your answers are sealed so that only whoever sent you this can read them, \
             and written to {}, which you send back.",
            in_code(&self.kept.shown()),
            in_code(&self.output.shown()),
        )
    }
}

/// A path in Markdown, where a name may have anything in it.
fn in_code(path: &str) -> String {
    format!("`{}`", path.replace('`', "'"))
}

fn named(name: &str) -> Option<AnswerText> {
    Some(AnswerText::new(name.trim())).filter(is_name)
}

fn width() -> usize {
    if io::stderr().is_terminal() { width_of(&io::stderr()) } else { width_of(&io::stdout()) }
}

fn say(lines: &[String]) -> io::Result<()> {
    let mut out = io::stderr();
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}
