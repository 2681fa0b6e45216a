//! From quiz, attempt and grades to the report.

use std::collections::BTreeMap;

use super::audience::{Audience, Redaction};
use super::certainty::Certainty;
use super::interview::interview;
use super::question::QuestionReport;
use super::sitting::Sitting;
use super::value::{LevelReport, QuizName, Report, StudyReport, TopicReport, VERSION};
use crate::attempt::{Attempt, Drawn, Given, Graded, Millis, Mode, Occasion, Progress, Start};
use crate::grade::Grader;
use crate::quiz::question::{Question, QuestionId};
use crate::quiz::{AnswerText, Quiz, TopicId, Weight};
use crate::score::{Marked, Score, Study, weakest};

impl Report {
    /// Builds the report of `attempt` from its grades, as [`Attempt::grade`] gives them.
    #[must_use]
    pub fn new(quiz: &Quiz, attempt: &Attempt, grades: &[Option<Graded<'_>>]) -> Self {
        let marked: Vec<Marked<'_>> = grades.iter().flatten().map(Graded::marked).collect();
        let score = Score::new(quiz, &marked);
        let seen = decided(attempt, grades);
        let of_seen = Score::new(quiz, &seen);
        let study = weakest(&of_seen, &seen);
        let mut report = Self {
            version: VERSION,
            quiz: QuizName { title: quiz.title.clone(), digest: quiz.digest },
            grader: env!("CARGO_PKG_VERSION").to_owned(),
            candidate: attempt.start().candidate.clone(),
            sitting: Some(Sitting::new(attempt)),
            total: score.total,
            certainty: Certainty::TooFew,
            claims: count_claims(attempt),
            pass: quiz.pass,
            passed: score.passed,
            study: study.into_iter().map(|study| study_report(quiz, &of_seen, study)).collect(),
            interview: Vec::new(),
            topics: topics(quiz, &score),
            before: Vec::new(),
            levels: levels(&score),
            questions: questions(attempt, grades),
            gone: gone(attempt, grades),
            audience: Audience::Manager,
            redaction: Redaction::default(),
        };
        report.derive();
        report
    }

    /// The report of `answers` by question id to all questions of `quiz`, given by `candidate` at
    /// times that nobody knows.
    #[must_use]
    pub fn of_answers(
        quiz: &Quiz,
        grader: &Grader,
        candidate: AnswerText,
        answers: &BTreeMap<QuestionId, Given>,
    ) -> Self {
        let attempt = answered(quiz, candidate, answers);
        let mut report = Self::new(quiz, &attempt, &attempt.grade(quiz, grader));
        report.sitting = None;
        report.questions.iter_mut().for_each(|question| question.spent = None);
        report
    }

    /// Works out what follows from the questions: how much the figures say, and what to ask.
    pub(super) fn derive(&mut self) {
        let weights: BTreeMap<&TopicId, Weight> =
            self.topics.iter().map(|topic| (&topic.id, topic.weight)).collect();
        self.certainty = certainty(&self.questions, |question| {
            Some(weights.get(&question.topic).copied().unwrap_or(Weight::ONE))
        });
        for topic in &mut self.topics {
            let own = |question: &QuestionReport| question.topic == topic.id;
            topic.certainty = certainty(&self.questions, |it| own(it).then_some(Weight::ONE));
        }
        for level in &mut self.levels {
            let own = |question: &QuestionReport| question.level == Some(level.level);
            level.certainty = certainty(&self.questions, |it| own(it).then_some(Weight::ONE));
        }
        self.interview = interview(&self.questions);
    }
}

/// The certainty of the share of those questions that have a weight.
fn certainty(
    questions: &[QuestionReport],
    weight: impl Fn(&QuestionReport) -> Option<Weight>,
) -> Certainty {
    let part = |question: &QuestionReport| {
        let weight = weight(question)?;
        Some((question.earned.weighted(weight), question.possible.weighted(weight)))
    };
    Certainty::of(&questions.iter().filter_map(part).collect::<Vec<_>>())
}

/// An attempt in which all was answered at once.
fn answered(quiz: &Quiz, candidate: AnswerText, answers: &BTreeMap<QuestionId, Given>) -> Attempt {
    let drawn = |question: &Question| Drawn {
        question: question.id.clone(),
        shown: Vec::new(),
        time_limit: None,
    };
    let mut attempt = Attempt::begin(Start {
        quiz: quiz.digest,
        candidate: Some(candidate),
        started: Millis(0),
        mode: Mode::Exam,
        occasion: Occasion::Quiz,
        seed: 0,
        time_limit: None,
        questions: quiz.questions.iter().map(drawn).collect(),
    });
    for (place, question) in quiz.questions.iter().enumerate() {
        if let Some(answer) = answers.get(&question.id) {
            // Each question is shown and answered once, in order, without a limit: nothing of it
            // can be refused.
            let shown = attempt.show(place, Millis(0));
            let _ = shown.and_then(|()| attempt.answer(place, answer.clone(), Millis(0)));
        }
    }
    attempt
}

/// What was earned by those questions that were answered or skipped. Of the others nobody knows
/// whether they need study.
fn decided<'q>(attempt: &Attempt, grades: &[Option<Graded<'q>>]) -> Vec<Marked<'q>> {
    let decided = |place: usize| attempt.progress(place).is_some_and(Progress::is_decided);
    let grades = grades.iter().enumerate().filter(|(place, _)| decided(*place));
    grades.filter_map(|(_, graded)| graded.as_ref().map(Graded::marked)).collect()
}

fn count_claims(attempt: &Attempt) -> u32 {
    let places = 0..attempt.drawn().len();
    let claims = places.filter_map(|place| attempt.progress(place)).map(|it| it.claims.len());
    u32::try_from(claims.sum::<usize>()).unwrap_or(u32::MAX)
}

fn title(quiz: &Quiz, id: &TopicId) -> String {
    quiz.topic(id).map_or_else(|| id.to_string(), |topic| topic.title.clone())
}

fn topics(quiz: &Quiz, score: &Score) -> Vec<TopicReport> {
    let report = |scored: &crate::score::TopicScore| TopicReport {
        id: scored.topic.clone(),
        title: title(quiz, &scored.topic),
        weight: quiz.topic(&scored.topic).map_or(Weight::ONE, |topic| topic.weight),
        score: scored.tally,
        certainty: Certainty::TooFew,
    };
    score.topics.iter().map(report).collect()
}

fn levels(score: &Score) -> Vec<LevelReport> {
    let report = |scored: &crate::score::LevelScore| LevelReport {
        level: scored.level,
        score: scored.tally,
        certainty: Certainty::TooFew,
    };
    score.levels.iter().map(report).collect()
}

fn study_report(quiz: &Quiz, score: &Score, study: Study) -> StudyReport {
    let scored = score.topics.iter().find(|scored| scored.topic == study.topic);
    StudyReport {
        title: title(quiz, &study.topic),
        share: scored.map_or_else(Default::default, |scored| scored.tally.share),
        topic: study.topic,
        sources: study.sources,
    }
}

fn questions(attempt: &Attempt, grades: &[Option<Graded<'_>>]) -> Vec<QuestionReport> {
    (0..)
        .zip(grades)
        .filter_map(|(place, graded)| Some((attempt.progress(place)?, graded.as_ref()?)))
        .map(|(progress, graded)| QuestionReport::new(progress, graded))
        .collect()
}

fn gone(attempt: &Attempt, grades: &[Option<Graded<'_>>]) -> Vec<QuestionId> {
    let drawn = attempt.drawn().iter().zip(grades);
    drawn.filter(|(_, graded)| graded.is_none()).map(|(drawn, _)| drawn.question.clone()).collect()
}
