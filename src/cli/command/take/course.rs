//! One question after the other, and an overview with the way to the end.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::desk::{Desk, NotTaken};
use super::end::End;
use crate::attempt::{Drawn, Given, Millis};
use crate::quiz::question::Question;
use crate::takehome::sheet::Sheet;
use crate::terminal::{Asked, Interviewer, Picked, Refusal, Reply, Setting, Stop, markdown};

/// Asks until the person wants to hand in or leaves.
pub struct Course {
    /// Shared with whoever watches the time.
    pub desk: Arc<Mutex<Desk>>,
    /// Whether somebody is there to be shown an overview.
    pub person: bool,
}

/// What comes next.
enum Next {
    Question(usize),
    Overview,
    HandIn,
    Leave { interrupted: bool },
}

/// What is to be known of a question to ask it, read at one moment.
struct Facts {
    drawn: Drawn,
    previous: Option<Given>,
    time_left: Option<Millis>,
    question_time_left: Option<Millis>,
    earlier: Option<usize>,
}

impl Course {
    /// Asks.
    pub fn talk(&self, interviewer: &mut dyn Interviewer) -> io::Result<End> {
        let sheet = Arc::clone(&self.lock().sheet);
        let mut refused = 0;
        let mut next = self.first();
        loop {
            next = match next {
                Next::Question(place) => match sheet.questions().get(place) {
                    Some(question) => {
                        self.ask(place, question, &sheet, interviewer, &mut refused)?
                    }
                    None => Next::Overview,
                },
                Next::Overview if self.person => self.overview(&sheet, interviewer)?,
                Next::Overview | Next::HandIn => return Ok(End::HandIn { refused }),
                Next::Leave { interrupted } => return Ok(End::Left { interrupted }),
            };
        }
    }

    /// Where to begin, or to go on.
    fn first(&self) -> Next {
        let desk = self.lock();
        match desk.on_screen() {
            _ if desk.sitting.is_sealed() || desk.sitting.is_over() => Next::Overview,
            Some(place) => Next::Question(place),
            None => Next::Question(0),
        }
    }

    fn ask(
        &self,
        place: usize,
        question: &Question,
        sheet: &Sheet,
        interviewer: &mut dyn Interviewer,
        refused: &mut usize,
    ) -> io::Result<Next> {
        if !self.open(place) {
            self.tell(interviewer, Some(&late(place)))?;
            return Ok(Next::Overview);
        }
        loop {
            self.tell(interviewer, None)?;
            let facts = self.facts(place);
            let asked = Asked {
                draft: None,
                question,
                drawn: &facts.drawn,
                topic: sheet.packed(place).map_or("", |packed| packed.topic.as_str()),
                number: place + 1,
                of: sheet.questions().len(),
                time_left: facts.time_left,
                question_time_left: facts.question_time_left,
                hint_taken: false,
                previous: facts.previous.as_ref(),
                earlier: facts.earlier.map(|place| place + 1),
                setting: Setting::Home,
            };
            let reply = interviewer.ask(&asked)?;
            let (given, next) = match reply {
                Reply::Answered(given) => (Some(given), self.after(place)),
                Reply::Skipped => (Some(Given::text("")), self.after(place)),
                Reply::Hint => continue,
                Reply::Back => (None, facts.earlier.map_or(Next::Overview, Next::Question)),
                Reply::Stop(stop, draft) => {
                    // What was written so far counts if it can be read; nobody is left to ask.
                    let _ = draft.map(|draft| self.take(place, &draft));
                    return Ok(self.stopped(stop));
                }
            };
            match given.map_or(Ok(()), |given| self.take(place, &given)) {
                Ok(()) => return Ok(next),
                Err(NotTaken::Locked) => {
                    self.tell(interviewer, Some(&late(place)))?;
                    return Ok(next);
                }
                Err(NotTaken::Unreadable(reason)) => {
                    if interviewer.refuse(&asked, &reason)? == Refusal::Skip {
                        *refused += 1;
                        return Ok(next);
                    }
                }
            }
        }
    }

    fn stopped(&self, stop: Stop) -> Next {
        match stop {
            Stop::Chosen => Next::Overview,
            // The end of a pipe is the end of the answers.
            Stop::EndOfInput if !self.person => Next::Overview,
            Stop::Interrupt | Stop::EndOfInput => Next::Leave { interrupted: true },
        }
    }

    fn overview(&self, sheet: &Sheet, interviewer: &mut dyn Interviewer) -> io::Result<Next> {
        self.tell(interviewer, None)?;
        let (message, questions) = self.counts(sheet);
        let seal = "Seal my answers and write the file".to_owned();
        let leave = "Leave for now; what you wrote is kept".to_owned();
        let options: Vec<String> = [seal].into_iter().chain(questions).chain([leave]).collect();
        Ok(match interviewer.pick(&message, &options)? {
            Picked::Option(0) => Next::HandIn,
            Picked::Option(place) if place <= sheet.questions().len() => Next::Question(place - 1),
            Picked::Option(_) => Next::Leave { interrupted: false },
            Picked::Stop(_) => Next::Leave { interrupted: true },
        })
    }

    /// How much is answered, and a line for each question.
    fn counts(&self, sheet: &Sheet) -> (String, Vec<String>) {
        let mut desk = self.lock();
        let now = desk.now();
        desk.sitting.settle(now);
        desk.save();
        let mut answered = 0;
        let line = |(place, question): (usize, &Question)| {
            let handle = sheet.handle(place);
            let state = match handle {
                Some(handle) if desk.sitting.answer(handle).is_some() => {
                    answered += 1;
                    "answered"
                }
                Some(handle) if desk.sitting.was_shown(handle) => "skipped",
                _ => "not seen yet",
            };
            let closed = if desk.is_locked(place, now) { ", time up" } else { "" };
            let prompt = markdown::inline(question.prompt.as_str()).text();
            let prompt = prompt.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{}. {state}{closed}: {prompt}", place + 1)
        };
        let lines: Vec<String> = sheet.questions().iter().enumerate().map(line).collect();
        let all = lines.len();
        let left = desk.sitting.time_left(&sheet.pack, now);
        let left = left.map_or_else(String::new, |left| {
            format!(", {} left", crate::report::text::duration(left))
        });
        (format!("Overview: {answered} of {all} answered{left}."), lines)
    }

    /// Puts the question at `place` on the screen, unless its time is up.
    fn open(&self, place: usize) -> bool {
        let mut desk = self.lock();
        let now = desk.now();
        let Some(handle) = desk.sheet.handle(place).cloned() else { return false };
        let open = !desk.is_locked(place, now);
        if open {
            desk.sitting.open(&handle, now);
            desk.save();
        }
        open
    }

    fn take(&self, place: usize, given: &Given) -> Result<(), NotTaken> {
        let mut desk = self.lock();
        let taken = desk.take(place, given);
        let now = desk.now();
        desk.sitting.settle(now);
        desk.save();
        taken
    }

    fn facts(&self, place: usize) -> Facts {
        let mut desk = self.lock();
        let now = desk.now();
        let sheet = Arc::clone(&desk.sheet);
        let packed = sheet.packed(place);
        let answer = packed.and_then(|packed| desk.sitting.answer(&packed.id));
        let question = sheet.questions().get(place);
        Facts {
            drawn: Drawn {
                question: question
                    .map_or_else(|| crate::quiz::QuestionId::new(""), |it| it.id.clone()),
                shown: Vec::new(),
                time_limit: None,
            },
            previous: answer.map(|answer| sheet.shown(place, answer)),
            time_left: desk.sitting.time_left(&sheet.pack, now),
            question_time_left: packed.and_then(|it| desk.sitting.question_time_left(it, now)),
            earlier: (0..place).rev().find(|place| !desk.is_locked(*place, now)),
        }
    }

    /// The next question that can be answered, or the overview.
    fn after(&self, place: usize) -> Next {
        let mut desk = self.lock();
        let now = desk.now();
        let all = desk.sheet.questions().len();
        let open = (place + 1..all).find(|place| !desk.is_locked(*place, now));
        open.map_or(Next::Overview, Next::Question)
    }

    /// Says `text`, and what went wrong since.
    fn tell(&self, interviewer: &mut dyn Interviewer, text: Option<&str>) -> io::Result<()> {
        let news = self.lock().news();
        text.into_iter().chain(news.as_deref()).try_for_each(|text| interviewer.note(text))
    }

    fn lock(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn late(place: usize) -> String {
    format!("The time for question {} is up. What you wrote in time is kept.", place + 1)
}
