//! The interviewer with widgets, for a terminal that can move its cursor.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crossterm::cursor::{MoveTo, Show};
use crossterm::event::DisableBracketedPaste;
use crossterm::terminal::{
    Clear, ClearType, disable_raw_mode, enable_raw_mode, is_raw_mode_enabled,
};

use super::ask::{self, Checklist, Left};
use super::interviewer::{
    Asked, Interviewer, Opening, Picked, Reaction, Refusal, Reply, Revealed, Stop,
};
use super::menu::{Way, ways};
use super::pick::rows;
use super::prose::Leave;
use super::styled::{Look, Styled};
use super::unsent::Unsent;
use super::window::{window_height, window_width};
use super::{feedback, header};
use crate::attempt::Given;
use crate::quiz::question::{QuestionId, Task};

/// Asks with `inquire`'s widgets and the prose editor.
#[derive(Debug)]
pub struct Interactive {
    /// What was written and not yet sent.
    drafts: BTreeMap<QuestionId, Given>,
    /// The question on the screen, and whether its hint is there, too.
    on_screen: Option<(QuestionId, bool)>,
    /// The draft under way.
    unsent: Unsent,
}

impl Interactive {
    /// An interviewer whose widgets are coloured or not, and who tells `unsent` what is written.
    #[must_use]
    pub fn new(colour: bool, unsent: Unsent) -> Self {
        inquire::set_global_render_config(ask::theme(colour));
        Self { drafts: BTreeMap::new(), on_screen: None, unsent }
    }

    /// Puts the question on the screen, unless it stands there already.
    fn show(&mut self, asked: &Asked<'_>) -> io::Result<()> {
        let now = (asked.question.id.clone(), asked.hint_taken);
        if self.on_screen.as_ref() == Some(&now) {
            return Ok(());
        }
        let only_hint = self.on_screen.as_ref().is_some_and(|(id, hint)| *id == now.0 && !hint);
        self.on_screen = Some(now);
        if only_hint {
            let hint = header::hint(asked, window_width());
            return print(&[vec![String::new()], hint, vec![String::new()]].concat());
        }
        print(&page(asked))
    }

    /// Offers the ways; `None` is going on with the answer.
    fn menu(&mut self, asked: &Asked<'_>, draft: &mut Given) -> io::Result<Option<Reply>> {
        let ways = ways(asked, !draft.is_blank());
        let options: Vec<String> = ways.iter().map(|(_, text)| text.clone()).collect();
        let help = "↑↓ move · Enter picks · Esc goes on with the answer";
        let way = match ask::pick("What now?", &options, 0, help, draft) {
            Ok(place) => ways.get(place).map_or(Way::GoOn, |(way, _)| *way),
            Err(Left::By(Leave::Interrupt, _)) => {
                return Ok(Some(Reply::Stop(Stop::Interrupt, Some(draft.clone()))));
            }
            Err(Left::By(..)) => Way::GoOn,
            Err(Left::Io(error)) => return Err(error),
        };
        Ok(match way {
            Way::GoOn => None,
            Way::Keep => asked.previous.cloned().map(Reply::Answered),
            Way::Hint => Some(Reply::Hint),
            Way::Skip => Some(Reply::Skipped),
            Way::Back => Some(Reply::Back),
            Way::Stop => Some(Reply::Stop(Stop::Chosen, Some(draft.clone()))),
            Way::Editor => {
                self.edit(draft)?;
                None
            }
        })
    }

    fn edit(&mut self, draft: &mut Given) -> io::Result<()> {
        match ask::edited(draft, &self.unsent) {
            Ok(text) => *draft = text,
            Err(error) => self.note(&format!("Your draft is as it was. {error}"))?,
        }
        Ok(())
    }

    /// Asks until there is an answer or a way out.
    fn converse(&mut self, asked: &Asked<'_>, draft: &mut Given) -> io::Result<Reply> {
        loop {
            keys(asked)?;
            self.unsent.put(draft.clone());
            let outcome = ask::ask(asked, draft, &self.unsent, &|| redraw(asked));
            enable_raw_mode()?;
            let how = match outcome {
                Ok(given) if given.is_blank() => Leave::Menu,
                Ok(given) => return Ok(Reply::Answered(given)),
                Err(Left::Io(error)) => return Err(error),
                Err(Left::By(how, kept)) => {
                    *draft = kept;
                    how
                }
            };
            if how == Leave::Interrupt && draft.is_blank() {
                return Ok(Reply::Stop(Stop::Interrupt, None));
            }
            if let Some(reply) = self.menu(asked, draft)? {
                return Ok(reply);
            }
        }
    }

    /// Lets the person claim. Where there is nothing to claim, the next question waits while reading takes
    /// time from it, and where the feedback `is_long`.
    fn claims(revealed: &Revealed<'_>, is_long: bool) -> io::Result<Reaction> {
        let missed = revealed.claimable();
        if missed.is_empty() {
            let limits = [revealed.asked.time_left, revealed.asked.question_time_left];
            let hurries = limits.iter().any(Option::is_some) && !revealed.late;
            let left = if hurries || is_long { ask::wait_for_enter()? } else { None };
            let stop = left.map(|_| Stop::Interrupt);
            return Ok(Reaction { claims: Vec::new(), stop });
        }
        if ask::wait_for_a_pause()? == Some(Leave::Interrupt) {
            return Ok(Reaction { claims: Vec::new(), stop: Some(Stop::Interrupt) });
        }
        println_blank()?;
        let message = "Did you say it in other words?";
        let help = "Space claims · Enter goes on";
        Ok(match Checklist::new(message, &missed, [], help).ask(&|_| {})? {
            Ok(places) => {
                let claims = places.iter().filter_map(|place| missed.get(*place).cloned());
                Reaction { claims: claims.collect(), stop: None }
            }
            Err((Leave::Interrupt, _)) => {
                Reaction { claims: Vec::new(), stop: Some(Stop::Interrupt) }
            }
            Err(_) => Reaction::default(),
        })
    }
}

impl Interviewer for Interactive {
    fn begin(&mut self, opening: &Opening<'_>) -> io::Result<()> {
        print(&header::opening(opening, window_width()))
    }

    fn ask(&mut self, asked: &Asked<'_>) -> io::Result<Reply> {
        self.show(asked)?;
        let id = &asked.question.id;
        let kept = self.drafts.remove(id);
        let earlier = || asked.draft.or(asked.previous).cloned();
        let mut draft = kept.or_else(earlier).unwrap_or_else(|| Given::text(""));
        let reply = self.converse(asked, &mut draft)?;
        drop(self.unsent.take());
        if matches!(reply, Reply::Hint | Reply::Back | Reply::Skipped) && !draft.is_blank() {
            self.drafts.insert(id.clone(), draft);
        }
        Ok(reply)
    }

    fn refuse(&mut self, _asked: &Asked<'_>, reason: &str) -> io::Result<Refusal> {
        print(&Styled::new(Look::Bad, reason).wrap(window_width(), "", ""))?;
        Ok(Refusal::AskAgain)
    }

    fn reveal(&mut self, revealed: &Revealed<'_>) -> io::Result<Reaction> {
        println_blank()?;
        let lines = feedback::lines(revealed, window_width(), false);
        print(&lines)?;
        Self::claims(revealed, lines.len() + NEXT_QUESTION > window_height())
    }

    fn pick(&mut self, message: &str, options: &[String]) -> io::Result<Picked> {
        self.on_screen = None;
        println_blank()?;
        let help = "↑↓ move · Enter picks";
        loop {
            let picked = ask::pick(message, &rows(options), 0, help, &Given::text(""));
            enable_raw_mode()?;
            match picked {
                Ok(place) => return Ok(Picked::Option(place)),
                Err(Left::By(Leave::Interrupt, _)) => return Ok(Picked::Stop(Stop::Interrupt)),
                Err(Left::By(..)) => {}
                Err(Left::Io(error)) => return Err(error),
            }
        }
    }

    fn note(&mut self, text: &str) -> io::Result<()> {
        print(&Styled::new(Look::Warning, text).wrap(window_width(), "", ""))
    }
}

/// Rows that the next question takes at least: feedback that does not stand above it in the same window
/// would scroll away unread.
const NEXT_QUESTION: usize = 10;

/// Gives a terminal back to its user where the conversation was cut off before it could do so.
pub fn leave_raw_mode() -> io::Result<()> {
    if is_raw_mode_enabled()? {
        let mut screen = io::stderr();
        // A terminal that is gone needs nothing of it.
        let _ = crossterm::queue!(screen, DisableBracketedPaste, Show)
            .and_then(|()| screen.write_all(b"\r\n"))
            .and_then(|()| crossterm::execute!(screen, Clear(ClearType::FromCursorDown)));
        let _ = disable_raw_mode();
    }
    Ok(())
}

fn page(asked: &Asked<'_>) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(header::question(asked, window_width()));
    lines.push(String::new());
    lines
}

/// The keys of the prose editor, which has no line of its own for them.
fn keys(asked: &Asked<'_>) -> io::Result<()> {
    match asked.question.task {
        Task::Text(_) => print(&keys_line()),
        _ => Ok(()),
    }
}

fn keys_line() -> Vec<String> {
    Styled::new(Look::Quiet, "Enter sends · Alt+Enter new line · Esc menu").wrap(
        window_width(),
        "",
        "",
    )
}

/// Clears the screen and draws the question anew.
fn redraw(asked: &Asked<'_>) {
    // A screen that cannot be cleared is drawn on all the same.
    let _ = crossterm::execute!(io::stderr(), Clear(ClearType::All), MoveTo(0, 0));
    let _ = print(
        &[header::question(asked, window_width()), vec![String::new()], keys_line()].concat(),
    );
}

fn println_blank() -> io::Result<()> {
    print(&[String::new()])
}

/// Prints in raw mode, so that keys typed ahead wait for the next widget as they were typed: a
/// terminal in its usual mode would echo them and turn Enter into a line feed.
fn print(lines: &[String]) -> io::Result<()> {
    enable_raw_mode()?;
    let mut screen = io::stderr().lock();
    for line in lines {
        write!(screen, "{line}\r\n")?;
    }
    screen.flush()
}

impl Drop for Interactive {
    fn drop(&mut self) {
        // A terminal that is gone needs no mode.
        let _ = disable_raw_mode();
    }
}
