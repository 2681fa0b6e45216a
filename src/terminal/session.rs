//! The course of one attempt: which question is asked, what follows a reply, when it ends.

use std::io;

use super::interviewer::{Asked, Interviewer, Opening, Refusal, Reply, Revealed, Setting, Stop};
use crate::attempt::{Attempt, Drafts, Drawn, Given, Millis, Mode, Progress, Refused, answer};
use crate::grade::Grader;
use crate::quiz::Quiz;
use crate::quiz::question::{Question, QuestionId};

/// Why an attempt could not go on.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// The terminal or the pipe failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The loop asked for something that the attempt does not allow.
    #[error("the attempt cannot go on: {0}")]
    Refused(#[from] Refused),
}

/// How the conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ending {
    /// By whom, where it was stopped before the end.
    pub stopped: Option<Stop>,
    /// Answers that could not be taken.
    pub refused: usize,
}

impl Ending {
    /// Whether it was Ctrl-C or a signal.
    #[must_use]
    pub fn was_interrupted(&self) -> bool {
        self.stopped == Some(Stop::Interrupt)
    }
}

/// One attempt under way.
pub struct Session<'a> {
    /// What is asked.
    pub quiz: &'a Quiz,
    /// Grades answers as they come.
    pub grader: &'a Grader,
    /// What happened so far.
    pub attempt: &'a mut Attempt,
    /// What was written and not sent before it was cut off.
    pub drafts: Drafts,
    /// Whether the seed decided which questions are asked, or in which order.
    pub random: bool,
    /// Milliseconds since the start.
    pub clock: &'a dyn Fn() -> Millis,
    /// Called with the attempt after everything that is worth keeping. What it gives is told.
    pub keep: &'a mut dyn FnMut(&Attempt) -> Option<String>,
}

impl Session<'_> {
    /// Asks until everything is decided, the time is up, or the person stops.
    pub fn run(mut self, interviewer: &mut dyn Interviewer) -> Result<Ending, Broken> {
        let mut ending = Ending::default();
        interviewer.begin(&self.opening())?;
        while let Some(place) = self.attempt.current((self.clock)()) {
            ending.stopped = self.ask(place, interviewer, &mut ending.refused)?;
            self.keep(interviewer)?;
            if ending.stopped.is_some() {
                break;
            }
        }
        self.end(ending, interviewer)?;
        Ok(ending)
    }

    fn end(&mut self, ending: Ending, interviewer: &mut dyn Interviewer) -> Result<(), Broken> {
        let now = (self.clock)();
        if ending.stopped.is_some() {
            self.attempt.stop(now)?;
        } else {
            if self.attempt.is_time_up(now) && self.undecided() {
                interviewer.note("The time is up.")?;
                self.attempt.time_up(now)?;
            }
            self.attempt.finish(now)?;
        }
        self.keep(interviewer)
    }

    fn keep(&mut self, interviewer: &mut dyn Interviewer) -> Result<(), Broken> {
        if let Some(note) = (self.keep)(self.attempt) {
            interviewer.note(&note)?;
        }
        Ok(())
    }

    fn undecided(&self) -> bool {
        let all = 0..self.attempt.drawn().len();
        all.filter_map(|place| self.attempt.progress(place)).any(|progress| !progress.is_decided())
    }

    /// Asks the question at `place` once and records what comes of it.
    fn ask(
        &mut self,
        place: usize,
        interviewer: &mut dyn Interviewer,
        refused: &mut usize,
    ) -> Result<Option<Stop>, Broken> {
        let quiz = self.quiz;
        let drawn = self.attempt.drawn().get(place).cloned();
        let Some((drawn, question)) =
            drawn.and_then(|drawn| quiz.question(drawn.question.as_str()).map(|q| (drawn, q)))
        else {
            return Err(Refused::NotDrawn(QuestionId::new("")).into());
        };
        self.attempt.show(place, (self.clock)())?;
        self.keep(interviewer)?;
        let previous = self.attempt.progress(place).and_then(|progress| progress.answer().cloned());
        let draft = self.drafts.remove(&question.id);
        let asked = self.asked(place, question, &drawn, previous.as_ref());
        let asked = Asked { draft: draft.as_ref(), ..asked };
        let reply = interviewer.ask(&asked)?;
        let now = (self.clock)();
        match reply {
            Reply::Hint => self.attempt.take_hint(place, now)?,
            Reply::Back => match self.attempt.earlier(now) {
                Some(earlier) => self.attempt.go_back(earlier, now)?,
                None => interviewer.note("There is no earlier question that can be changed.")?,
            },
            Reply::Skipped => self.attempt.skip(place, now)?,
            Reply::Stop(stop, draft) => {
                // To practise is to find out what one knows: what was not sent is no answer.
                let draft = draft.filter(|_| asked.setting == Setting::Exam);
                keep_draft(question, &drawn, self.attempt, place, draft, (self.clock)())?;
                return Ok(Some(stop));
            }
            Reply::Answered(given) => {
                return self.answer(&asked, place, given, interviewer, refused);
            }
        }
        Ok(None)
    }

    fn answer(
        &mut self,
        asked: &Asked<'_>,
        place: usize,
        given: Given,
        interviewer: &mut dyn Interviewer,
        refused: &mut usize,
    ) -> Result<Option<Stop>, Broken> {
        let now = (self.clock)();
        if let Err(unreadable) = answer::read(asked.question, &given, &asked.drawn.shown) {
            if interviewer.refuse(asked, &unreadable.to_string())? == Refusal::Skip {
                *refused += 1;
                self.attempt.skip(place, now)?;
            }
            return Ok(None);
        }
        if given.is_blank() {
            self.attempt.skip(place, now)?;
            return Ok(None);
        }
        self.attempt.answer(place, given, now)?;
        self.keep(interviewer)?;
        if self.attempt.start().mode == Mode::Exam {
            return Ok(None);
        }
        self.reveal(asked, place, interviewer)
    }

    fn reveal(
        &mut self,
        asked: &Asked<'_>,
        place: usize,
        interviewer: &mut dyn Interviewer,
    ) -> Result<Option<Stop>, Broken> {
        let Some(graded) = self.attempt.grade_one(place, self.quiz, self.grader) else {
            return Ok(None);
        };
        let late = self.attempt.progress(place).is_some_and(Progress::is_late);
        self.attempt.reveal(place, (self.clock)())?;
        let revealed = Revealed { asked, graded: &graded, late };
        let reaction = interviewer.reveal(&revealed)?;
        for label in &reaction.claims {
            self.attempt.claim(place, label, (self.clock)())?;
        }
        Ok(reaction.stop)
    }

    fn opening(&self) -> Opening<'_> {
        let start = self.attempt.start();
        let questions = start.questions.iter();
        let asked = questions.filter_map(|drawn| self.quiz.question(drawn.question.as_str()));
        Opening {
            quiz: self.quiz,
            occasion: start.occasion,
            questions: start.questions.len(),
            points: asked.map(|question| question.points).sum(),
            time_limit: start.time_limit,
            exam: start.mode == Mode::Exam,
            seed: self.random.then_some(start.seed),
        }
    }

    fn asked<'q>(
        &self,
        place: usize,
        question: &'q Question,
        drawn: &'q Drawn,
        previous: Option<&'q Given>,
    ) -> Asked<'q>
    where
        Self: 'q,
    {
        let now = (self.clock)();
        Asked {
            question,
            drawn,
            topic: self.quiz.topic(&question.topic).map_or("", |topic| topic.title.as_str()),
            number: place + 1,
            of: self.attempt.drawn().len(),
            time_left: self.attempt.time_left(now),
            question_time_left: self.attempt.question_time_left(place, now),
            hint_taken: self.attempt.progress(place).is_some_and(|progress| progress.hint),
            previous,
            draft: None,
            earlier: self.attempt.earlier(now).map(|place| place + 1),
            setting: match self.attempt.start().mode {
                Mode::Practice => Setting::Practice,
                Mode::Exam => Setting::Exam,
            },
        }
    }
}

/// Takes what was written for the question on the screen as its answer, where the conversation was
/// cut off. An attempt that has ended already stays as it is.
pub fn keep_unsent(
    quiz: &Quiz,
    attempt: &mut Attempt,
    draft: Option<Given>,
    now: Millis,
) -> Result<(), Refused> {
    let place = attempt.on_screen().filter(|_| attempt.end().is_none());
    if let Some((place, drawn)) =
        place.and_then(|place| Some((place, attempt.drawn().get(place)?.clone())))
        && let Some(question) = quiz.question(drawn.question.as_str())
    {
        keep_draft(question, &drawn, attempt, place, draft, now)?;
    }
    Ok(())
}

/// What was written when the attempt was stopped counts as the answer, if it can be read.
fn keep_draft(
    question: &Question,
    drawn: &Drawn,
    attempt: &mut Attempt,
    place: usize,
    draft: Option<Given>,
    now: Millis,
) -> Result<(), Refused> {
    let Some(given) = draft.filter(|given| !given.is_blank()) else { return Ok(()) };
    if answer::read(question, &given, &drawn.shown).is_ok() {
        attempt.answer(place, given, now)?;
    }
    Ok(())
}
