//! Going on with an attempt that was cut off.

use std::io;

use crate::attempt::{Attempt, Drafts, Event, Millis, Mode, Refused};
use crate::cli::Failure;
use crate::cli::appearance::colour_on;
use crate::cli::history::{Asked, Resumed, is_worth_keeping, local};
use crate::cli::talk::{at_screen, say, typed};
use crate::review::Thresholds;
use crate::store::{AttemptUpdate, Store, StoreError};
use crate::terminal::{Lines, pick_one};

/// An attempt that was cut off, ready to go on.
#[derive(Debug)]
pub struct CutOff {
    /// What is asked: the quiz as it was.
    pub asked: Asked,
    /// What happened so far.
    pub attempt: Attempt,
    /// What was written and not sent.
    pub drafts: Drafts,
    /// Its place in the history.
    pub resumed: Resumed,
}

/// Whose attempts go on, and how.
#[derive(Debug, Clone, Copy)]
pub struct Who<'a> {
    /// Who takes the quiz.
    pub candidate: Option<&'a str>,
    /// Whether anything is revealed before the end.
    pub mode: Mode,
    /// How answers are rated.
    pub thresholds: Thresholds,
}

/// The last attempt at the quiz called `title` that was cut off; `None` where there is none, or where
/// other processes have them under way.
pub fn find(store: &Store, title: &str, who: Who<'_>) -> Result<Option<CutOff>, StoreError> {
    for found in store.without_end(title, who.candidate, who.mode)? {
        let Some(claim) = store.claim(&found.id)? else { continue };
        // It may have come to its end, or been deleted, before the claim.
        let Some(kept) = store.attempt(found.number)? else { continue };
        let attempt = kept.attempt()?;
        let written: Vec<Millis> = kept.log.iter().map(|timed| timed.written).collect();
        let Some(asked) = Asked::kept(kept.paper).filter(|_| attempt.end().is_none()) else {
            continue;
        };
        // What its answers say stands as it was said then; only what is new is added.
        let reviews = asked.reviews(&attempt, &written, who.thresholds);
        let resumed = Resumed { number: found.number, claim, written, reviews };
        let drafts = store.drafts(found.number)?;
        return Ok(Some(CutOff { asked, attempt, drafts, resumed }));
    }
    Ok(None)
}

impl CutOff {
    /// Lets the attempt go on where it was cut off: the time that passed since does not count, and
    /// an answer whose grade was not shown is asked for again, as it was written.
    pub fn go_on(&mut self) -> Result<(), Failure> {
        let Some(last) = self.attempt.log().last() else { return Ok(()) };
        let at = self.resumed.claim.last_seen().map_or(last.at, |seen| seen.max(last.at));
        self.attempt.resume(at).map_err(|error| refused(&error))?;
        if let Some(place) = self.unrevealed() {
            self.attempt.go_back(place, at).map_err(|error| refused(&error))?;
        }
        Ok(())
    }

    /// Ends it where it was cut off, so that it is not offered again.
    pub fn give_up(mut self, store: &mut Store, now: Millis) -> Result<(), Failure> {
        let at = self.attempt.log().last().map_or(Millis(0), |last| last.at);
        self.attempt.stop(at).map_err(|error| refused(&error))?;
        let Resumed { number, written, mut claim, .. } = self.resumed;
        if is_worth_keeping(&self.attempt) {
            let news = AttemptUpdate { attempt: &self.attempt, reviews: &[], now };
            store.append(number, written.len(), &news)?;
        } else {
            store.delete(number)?;
        }
        claim.forget();
        Ok(())
    }

    /// The place of the last answer, where practice would have shown its grade and did not.
    fn unrevealed(&self) -> Option<usize> {
        let practice = self.attempt.start().mode == Mode::Practice;
        let last = self.attempt.log().iter().rev().find_map(|entry| match &entry.event {
            Event::Answered { question, .. } => Some(question),
            _ => None,
        })?;
        let place = self.attempt.drawn().iter().position(|drawn| drawn.question == *last)?;
        let at = self.attempt.log().last()?.at;
        let hidden = self.attempt.progress(place).is_some_and(|progress| !progress.revealed);
        (practice && hidden && self.attempt.current(at).is_some_and(|next| next != place))
            .then_some(place)
    }

    /// What is known of it, in a sentence.
    fn sentence(&self) -> String {
        let all = self.attempt.drawn().len();
        let places = (0..all).filter_map(|place| self.attempt.progress(place));
        let decided = places.filter(|progress| progress.is_decided()).count();
        let started = local(self.attempt.start().started);
        let what = self.attempt.start().occasion.name();
        let what = what.map(|what| format!(" ({what})")).unwrap_or_default();
        format!("Your attempt of {started}{what} was cut off after {decided} of {all} questions.")
    }
}

fn refused(error: &Refused) -> Failure {
    Failure::Input(error.to_string())
}

/// What the person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To go on with the attempt.
    GoOn,
    /// To begin a new one; the old one has ended.
    Anew,
    /// To leave.
    Leave,
}

const WAYS: [(&str, Wish); 2] = [("Go on with it", Wish::GoOn), ("Begin anew", Wish::Anew)];

/// Asks by a list to pick from.
pub fn with_widget(cut_off: &CutOff) -> io::Result<Wish> {
    say(&cut_off.sentence())?;
    let ways = WAYS.map(|(text, _)| text.to_owned());
    let picked = at_screen(move || pick_one("Go on?", &ways, colour_on(&io::stderr())))?;
    Ok(picked.and_then(|place| WAYS.get(place)).map_or(Wish::Leave, |(_, wish)| *wish))
}

/// Asks for a number.
pub fn in_lines(cut_off: &CutOff, lines: &mut Lines) -> io::Result<Wish> {
    say(&cut_off.sentence())?;
    for (number, (text, _)) in (1..).zip(WAYS) {
        say(&format!("{number}. {text}"))?;
    }
    loop {
        let Some(line) = typed(lines, "Number of what to do: ")? else { return Ok(Wish::Leave) };
        let number = line.trim().parse::<usize>().ok();
        if let Some((_, wish)) = number.and_then(|number| WAYS.get(number.checked_sub(1)?)) {
            return Ok(*wish);
        }
        say(&format!("A number from 1 to {}, please.", WAYS.len()))?;
    }
}
