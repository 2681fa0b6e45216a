//! What an attempt says about its questions.

use super::rating::{Rating, Thresholds};
use crate::attempt::{Attempt, Event, Graded, Millis, Progress};
use crate::grade::{Finding, Grader};
use crate::quiz::question::{Question, QuestionId, Task};
use crate::quiz::{Level, Mixture, PerMille, Points, TopicId};

/// What one answer says about how well its question is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// When it was given, since 1970-01-01T00:00:00Z.
    pub at: Millis,
    /// How well it shows that the question is known.
    pub rating: Rating,
    /// What it earned; claims don't count.
    pub earned: Points,
    /// What it could have earned.
    pub possible: Points,
    /// How long the question was on the screen.
    pub spent: Millis,
    /// Labels of the keywords that it missed, claimed ones left out.
    pub missed: Vec<String>,
    /// Labels of the keywords that were claimed.
    pub claimed: Vec<String>,
}

impl Review {
    /// What was earned of what could be.
    #[must_use]
    pub fn share(&self) -> PerMille {
        self.earned.share_of(self.possible)
    }
}

/// A question as the history knows it, and what lists say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The title of its quiz.
    pub quiz: String,
    /// Its name there.
    pub question: QuestionId,
    /// Its topic's name.
    pub topic: TopicId,
    /// Its topic, for people.
    pub topic_title: String,
    /// Its type as the file spells it.
    pub kind: String,
    /// How much experience it asks for.
    pub level: Option<Level>,
}

impl Subject {
    /// The question of `mixture` called `question` there.
    #[must_use]
    pub fn new(mixture: &Mixture, question: &Question) -> Option<Self> {
        let origin = mixture.origin(&question.id)?;
        let topic_title = origin.quiz.topic(&origin.question.topic);
        Some(Self {
            quiz: origin.quiz.title.clone(),
            question: origin.question.id.clone(),
            topic: origin.question.topic.clone(),
            topic_title: topic_title.map_or_else(String::new, |topic| topic.title.clone()),
            kind: question.task.kind().to_owned(),
            level: question.level,
        })
    }
}

/// A review of one question of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The question's place in the order of asking, from 0.
    pub place: usize,
    /// Which question.
    pub subject: Subject,
    /// What its answer says.
    pub review: Review,
}

/// What `attempt` says about its questions so far. `written` are the wall clock's times of its events
/// since 1970-01-01T00:00:00Z, in their order. A question that was not decided, that the quiz does not
/// have, or whose answer cannot be read says nothing.
#[must_use]
pub fn reviews(
    mixture: &Mixture,
    grader: &Grader,
    attempt: &Attempt,
    written: &[Millis],
    thresholds: Thresholds,
) -> Vec<Reviewed> {
    let decided = |place: &usize| attempt.progress(*place).is_some_and(Progress::is_decided);
    let places = (0..attempt.drawn().len()).filter(decided);
    let one = |place| {
        let answer = attempt.grade_one(place, mixture.quiz(), grader)?;
        let at = decided_at(attempt, place, written)?;
        let subject = Subject::new(mixture, answer.question)?;
        let review = review_of(attempt, place, &answer, at, thresholds)?;
        Some(Reviewed { place, subject, review })
    };
    places.filter_map(one).collect()
}

fn review_of(
    attempt: &Attempt,
    place: usize,
    graded: &Graded<'_>,
    at: Millis,
    thresholds: Thresholds,
) -> Option<Review> {
    if graded.unreadable.is_some() {
        return None;
    }
    let progress = attempt.progress(place)?;
    let Question { points, ref task, .. } = *graded.question;
    let share = graded.earned.share_of(points);
    let missed = missed(graded);
    Some(Review {
        at,
        rating: thresholds.rate(share, task, graded.hint.is_some()),
        earned: graded.earned,
        possible: points,
        spent: progress.spent,
        missed: missed.into_iter().filter(|label| !progress.claims.contains(label)).collect(),
        claimed: progress.claims.clone(),
    })
}

/// Labels of the keywords that earned nothing; all of them where the question was skipped.
fn missed(graded: &Graded<'_>) -> Vec<String> {
    let Task::Text(rubric) = &graded.question.task else { return Vec::new() };
    let found: Vec<_> = graded.grade.findings().map_or_else(Vec::new, |findings| {
        let found = findings.keywords.iter().filter(|finding| Finding::counts(finding));
        found.map(|finding| finding.criterion.0 as usize).collect()
    });
    let keywords = rubric.keywords.iter().enumerate();
    let missed = keywords.filter(|(place, _)| !found.contains(place));
    missed.map(|(_, keyword)| keyword.label.clone()).collect()
}

/// When the question at `place` was decided last.
fn decided_at(attempt: &Attempt, place: usize, written: &[Millis]) -> Option<Millis> {
    let asked = &attempt.drawn().get(place)?.question;
    let decides = |event: &Event| match event {
        Event::Answered { question, .. } | Event::Skipped { question } => question == asked,
        _ => false,
    };
    let last = attempt.log().iter().rposition(|entry| decides(&entry.event))?;
    written.get(last).copied()
}
