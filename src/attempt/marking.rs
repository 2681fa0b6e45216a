//! An attempt's answers, graded.

use std::collections::BTreeSet;

use super::answer::{Unreadable, read};
use super::event::{Drawn, Mode};
use super::progress::Progress;
use super::sitting::Attempt;
use crate::grade::{Grade, Grader};
use crate::quiz::question::{CriterionId, Question, Task};
use crate::quiz::{Points, Quiz, Response};
use crate::score::Marked;

/// One drawn question with its answer's grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Graded<'q> {
    /// The question.
    pub question: &'q Question,
    /// The answer; skipped where there is none or it cannot be read.
    pub response: Response,
    /// Why the answer cannot be read against this quiz.
    pub unreadable: Option<Unreadable>,
    /// Its grade, before hint and lateness.
    pub grade: Grade,
    /// What the hint cost; `None` if it was not taken.
    pub hint: Option<Points>,
    /// What counts: less the hint, and nothing for a late answer in an exam.
    pub earned: Points,
    /// The same with every claim granted; at least `earned`.
    pub claimed: Points,
}

impl<'q> Graded<'q> {
    /// As the score wants it.
    #[must_use]
    pub const fn marked(&self) -> Marked<'q> {
        Marked { question: self.question, earned: self.earned, claimed: self.claimed }
    }
}

impl Attempt {
    /// Grades the answers to all drawn questions, in the order of asking. `None` stands for a
    /// question that `quiz` does not have, under its id or an earlier one.
    #[must_use]
    pub fn grade<'q>(&self, quiz: &'q Quiz, grader: &Grader) -> Vec<Option<Graded<'q>>> {
        (0..self.drawn().len()).map(|place| self.grade_one(place, quiz, grader)).collect()
    }

    /// Grades the answer to the question at `place` in the order of asking.
    #[must_use]
    pub fn grade_one<'q>(
        &self,
        place: usize,
        quiz: &'q Quiz,
        grader: &Grader,
    ) -> Option<Graded<'q>> {
        let drawn = self.drawn().get(place)?;
        let progress = self.progress(place)?;
        let question = find(quiz, drawn)?;
        let (response, unreadable) = match response(question, drawn, progress) {
            Ok(response) => (response, None),
            Err(error) => (Response::Skipped, Some(error)),
        };
        let grade = grader.by_id(&question.id)?.grade(&response);
        let hint = question.hint.as_ref().filter(|_| progress.hint).map(|hint| hint.cost);
        let cost = hint.unwrap_or_default();
        let counts = self.start().mode == Mode::Practice || !progress.is_late();
        let earned = if counts { grade.after_hint(cost) } else { Points::ZERO };
        let claimed = grade.with_claims(question, &claims(question, progress));
        let claimed = if counts { claimed.saturating_sub(cost) } else { Points::ZERO };
        let claimed = claimed.max(earned);
        Some(Graded { question, response, unreadable, grade, hint, earned, claimed })
    }
}

fn find<'q>(quiz: &'q Quiz, drawn: &Drawn) -> Option<&'q Question> {
    quiz.question(drawn.question.as_str())
        .or_else(|| quiz.questions.iter().find(|question| question.was.contains(&drawn.question)))
}

fn response(
    question: &Question,
    drawn: &Drawn,
    progress: &Progress,
) -> Result<Response, Unreadable> {
    progress.answer().map_or(Ok(Response::Skipped), |given| read(question, given, &drawn.shown))
}

/// The keywords, or the accepted answers of a short text, that the claimed labels name.
fn claims(question: &Question, progress: &Progress) -> BTreeSet<CriterionId> {
    let labels: Vec<&String> = match &question.task {
        Task::Text(rubric) => rubric.keywords.iter().map(|keyword| &keyword.label).collect(),
        Task::Short(accepted) => accepted.answers.iter().collect(),
        _ => Vec::new(),
    };
    let claimed = (0..).zip(labels).filter(|(_, label)| progress.claims.contains(*label));
    claimed.map(|(id, _)| CriterionId(id)).collect()
}
