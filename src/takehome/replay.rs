//! A submission as an attempt, and what was seen meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::Accepted;
use super::handle::{Handle, Handles};
use super::key::PrivateKey;
use super::submission::{Happening, Observed as Seen};
use crate::attempt::{Attempt, Drawn, Event, Given, Millis, Mode, Occasion, Start};
use crate::grade::Grader;
use crate::quiz::question::{Question, QuestionId, Task};
use crate::quiz::{AnswerText, Markdown, Quiz};
use crate::report::{Observed, Report, TakeHome};

/// How much later than the time limit an answer may be noted that was given in time.
const GRACE: Millis = Millis(5000);

/// Grades what `accepted` answered against `quiz`.
#[must_use]
pub fn report(accepted: &Accepted, quiz: &Quiz, grader: &Grader, key: &PrivateKey) -> Report {
    let replay = Replay::new(accepted, quiz, key);
    let attempt = replay.attempt();
    let mut report = Report::new(quiz, &attempt, &attempt.grade(quiz, grader));
    if let Some(sitting) = &mut report.sitting {
        // The grace is not what the candidate was promised.
        sitting.time_limit = accepted.manifest.time_limit;
        sitting.home = Some(replay.home());
    }
    let observed = replay.observed();
    for question in &mut report.questions {
        question.observed = observed.get(&question.id).cloned();
    }
    report
}

struct Replay<'r> {
    accepted: &'r Accepted,
    quiz: &'r Quiz,
    /// The questions asked, as far as the quiz has them.
    asked: BTreeMap<&'r Handle, &'r Question>,
    /// The answers, with the texts of options and items in place of their handles.
    answers: BTreeMap<&'r Handle, Given>,
}

impl<'r> Replay<'r> {
    fn new(accepted: &'r Accepted, quiz: &'r Quiz, key: &PrivateKey) -> Self {
        let handles = Handles::new(key, accepted.manifest.pack);
        let mut known = BTreeMap::new();
        for question in &quiz.questions {
            for id in question.was.iter().chain(std::iter::once(&question.id)) {
                known.insert(handles.question(id), question);
            }
        }
        let asked = accepted.manifest.questions.iter();
        let asked: BTreeMap<&Handle, &Question> =
            asked.filter_map(|asked| Some((&asked.id, *known.get(&asked.id)?))).collect();
        let named = |(id, given): (&'r Handle, &Given)| {
            let question = asked.get(id);
            let named = question.map(|question| named(question, given, &handles));
            (id, named.unwrap_or_else(|| given.clone()))
        };
        let answers = accepted.submission.answers.iter().map(named).collect();
        Self { accepted, quiz, asked, answers }
    }

    /// The id in the quiz; of a question that it no longer has, what stands for it in the pack.
    fn id(&self, handle: &Handle) -> QuestionId {
        let question = self.asked.get(handle);
        question.map_or_else(|| QuestionId::new(handle.as_str()), |question| question.id.clone())
    }

    fn events(&self) -> &'r [Happening] {
        &self.accepted.submission.events
    }

    fn start(&self) -> Start {
        let manifest = &self.accepted.manifest;
        let drawn = |asked: &super::manifest::Asked| Drawn {
            question: self.id(&asked.id),
            shown: Vec::new(),
            time_limit: asked.time_limit.map(|limit| limit + GRACE),
        };
        Start {
            quiz: self.quiz.digest,
            candidate: Some(self.accepted.candidate.clone()),
            started: self.events().first().map_or(Millis(0), |first| first.clock),
            mode: Mode::Exam,
            occasion: Occasion::Quiz,
            seed: 0,
            time_limit: manifest.time_limit.map(|limit| limit + GRACE),
            questions: manifest.questions.iter().map(drawn).collect(),
        }
    }

    /// What the attempt refuses did not happen in time, or not at all, and does not count.
    fn attempt(&self) -> Attempt {
        let mut attempt = Attempt::begin(self.start());
        let mut finished = false;
        let mut noted = BTreeSet::new();
        for Happening { at, event, .. } in self.events() {
            match event {
                Seen::Shown { question } => {
                    let shown = Event::Shown { question: self.id(question) };
                    let _ = attempt.record(shown, *at);
                }
                Seen::Answered { question, changed } => {
                    noted.insert(question);
                    // Left late, as by a machine that slept over the end, it was given in time.
                    let given = if is_late(&attempt, *at) { changed.unwrap_or(*at) } else { *at };
                    self.answer(&mut attempt, question, given.min(*at));
                }
                Seen::Submitted => finished = true,
                _ => {}
            }
        }
        let end = self.events().last().map_or(Millis(0), |last| last.at);
        // An answer of which no event tells was given at the end at the latest.
        let untold = self.accepted.submission.answers.keys().filter(|id| !noted.contains(*id));
        for question in untold {
            self.answer(&mut attempt, question, end);
        }
        let ran_out = self.events().iter().any(|it| it.event == Seen::TimeUp);
        let _ = match (finished, ran_out) {
            (true, true) => attempt.time_up(end).and_then(|()| attempt.finish(end)),
            (true, false) => attempt.finish(end),
            (false, _) => attempt.stop(end),
        };
        attempt
    }

    /// Records the answer to `handle`, on the screen or not.
    fn answer(&self, attempt: &mut Attempt, handle: &Handle, at: Millis) {
        let Some(given) = self.answers.get(handle) else { return };
        let question = self.id(handle);
        let event = if given.is_blank() {
            Event::Skipped { question: question.clone() }
        } else {
            Event::Answered { question: question.clone(), answer: given.clone(), late: false }
        };
        if attempt.record(event.clone(), at).is_err() {
            let shown = attempt.record(Event::Shown { question }, at);
            let _ = shown.and_then(|()| attempt.record(event, at));
        }
    }

    fn home(&self) -> TakeHome {
        let events = self.events();
        let count = |wanted: fn(&Seen) -> bool| {
            let found = events.iter().filter(|it| wanted(&it.event)).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        };
        let back = |pair: &[Happening]| match pair {
            [before, after] => {
                let expected = before.clock + after.at.since(before.at);
                expected.since(after.clock)
            }
            _ => Millis(0),
        };
        // Two clocks never agree to the millisecond.
        let set_back = events.windows(2).map(back).filter(|back| back.0 >= 2000);
        TakeHome {
            pack: self.accepted.manifest.pack.to_string(),
            taken_in: self.accepted.submission.taken_in,
            late: self.accepted.late(),
            changed: self.accepted.changed,
            resumed: count(|event| matches!(event, Seen::Resumed { .. })),
            away: count(|event| *event == Seen::FocusLost),
            away_time: self.away().map(|(_, away)| away).fold(Millis(0), |sum, away| sum + away),
            clock_back: set_back.fold(Millis(0), |sum, back| sum + back),
            foreign: u32::try_from(self.accepted.foreign()).unwrap_or(u32::MAX),
        }
    }

    /// Each time that another window was in front: the question then on the screen, and how long.
    fn away(&self) -> impl Iterator<Item = (Option<QuestionId>, Millis)> {
        let mut question = None;
        let mut times = Vec::new();
        let mut since = None;
        for Happening { at, event, .. } in self.events() {
            match event {
                Seen::Shown { question: shown } => question = Some(self.id(shown)),
                Seen::FocusLost => since = since.or(Some(*at)),
                Seen::FocusRegained | Seen::Resumed { .. } | Seen::Submitted => {
                    let away = since.take().map(|since| at.since(since));
                    times.extend(away.map(|away| (question.clone(), away)));
                }
                _ => {}
            }
        }
        times.into_iter()
    }

    fn observed(&self) -> BTreeMap<QuestionId, Observed> {
        let mut observed: BTreeMap<QuestionId, Observed> = BTreeMap::new();
        let mut shown: BTreeMap<QuestionId, Millis> = BTreeMap::new();
        for Happening { at, event, .. } in self.events() {
            match event {
                Seen::Shown { question } => {
                    let question = self.id(question);
                    observed.entry(question.clone()).or_default();
                    shown.entry(question).or_insert(*at);
                }
                Seen::FirstKey { question } => {
                    let question = self.id(question);
                    let wait = shown.get(&question).map(|shown| at.since(*shown));
                    let seen = observed.entry(question).or_default();
                    seen.first_key = seen.first_key.or(wait);
                }
                Seen::Pasted { question, characters } => {
                    observed.entry(self.id(question)).or_default().pastes.push(*characters);
                }
                _ => {}
            }
        }
        for (question, away) in self.away() {
            if let Some(seen) = question.and_then(|question| observed.get_mut(&question)) {
                seen.away += 1;
                seen.away_time = seen.away_time + away;
            }
        }
        observed
    }
}

/// Whether an answer to the question on the screen would come too late at `at`.
fn is_late(attempt: &Attempt, at: Millis) -> bool {
    let left = attempt.on_screen().and_then(|place| attempt.question_time_left(place, at));
    attempt.is_time_up(at) || left == Some(Millis(0))
}

/// `given` with the texts of options and items in place of their handles.
fn named(question: &Question, given: &Given, handles: &Handles) -> Given {
    let texts: Vec<&str> = match &question.task {
        Task::Choice(options) | Task::Multi(options) => {
            options.0.iter().map(|option| option.text.as_str()).collect()
        }
        Task::Order(sequence) => sequence.0.iter().map(Markdown::as_str).collect(),
        _ => return given.clone(),
    };
    let ids = question.was.iter().chain([&question.id]);
    let known: BTreeMap<Handle, &str> =
        ids.flat_map(|id| texts.iter().map(move |text| (handles.part(id, text), *text))).collect();
    let named = |part: &AnswerText| {
        let text = known.get(&Handle::new(part.raw()));
        text.map_or_else(|| part.raw().to_owned(), |text| (*text).to_owned())
    };
    match given {
        Given::Text(text) => Given::parts([named(text)]),
        Given::Parts(parts) => Given::parts(parts.iter().map(named)),
    }
}

#[cfg(test)]
mod tests;
