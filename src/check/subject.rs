//! What the lints look at.

use super::secret::as_prose;
use crate::grade::{Findings, Grade, Grader, Outcome};
use crate::quiz::question::{Criterion, Misconception, Need, Rubric};
use crate::quiz::{
    AnswerText, CriterionOrigin, Loaded, Markdown, Origins, Question, QuestionOrigin, Quiz,
    Response, Task,
};
use crate::span::Span;

/// A quiz with its places and two graders.
pub(super) struct Subject<'q> {
    loaded: &'q Loaded,
    pub(super) quiz: &'q Quiz,
    pub(super) origins: &'q Origins,
    /// As candidates get it.
    grader: Grader,
    /// Knows no prompt and no negation, so that it finds keywords in any text.
    finder: Grader,
}

impl<'q> Subject<'q> {
    pub(super) fn new(loaded: &'q Loaded) -> Self {
        let quiz = &loaded.quiz;
        let finder = Grader::new(&without_prompts(quiz));
        Self { loaded, quiz, origins: &loaded.origins, grader: Grader::new(quiz), finder }
    }

    /// The questions with their places.
    pub(super) fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let questions = self.quiz.questions.iter().zip(&self.origins.questions).enumerate();
        questions.map(|(position, (question, origin))| Item {
            subject: self,
            position,
            question,
            origin,
        })
    }
}

/// One question with its places.
#[derive(Clone, Copy)]
pub(super) struct Item<'s> {
    subject: &'s Subject<'s>,
    position: usize,
    pub(super) question: &'s Question,
    pub(super) origin: &'s QuestionOrigin,
}

impl<'s> Item<'s> {
    /// Where the first of its parts stands in the file.
    pub(super) fn start(&self) -> usize {
        let origin = self.origin;
        let parts = [Some(origin.prompt), origin.points, origin.hint, origin.answer];
        let first = parts.into_iter().flatten().chain(origin.allow.iter().copied());
        first.fold(origin.id.start(), |start, span| start.min(span.start()))
    }

    /// How a text question is graded.
    pub(super) fn rubric(&self) -> Option<&'s Rubric> {
        match &self.question.task {
            Task::Text(rubric) => Some(rubric),
            _ => None,
        }
    }

    /// The keywords of a text question with their places.
    pub(super) fn keywords(&self) -> impl Iterator<Item = (&'s Criterion, &'s CriterionOrigin)> {
        let keywords = self.rubric().map_or(&[][..], |rubric| &rubric.keywords);
        keywords.iter().zip(&self.origin.keywords)
    }

    /// The misconceptions of a text question with their places.
    pub(super) fn misconceptions(
        &self,
    ) -> impl Iterator<Item = (&'s Misconception, &'s CriterionOrigin)> {
        let misconceptions = self.rubric().map_or(&[][..], |rubric| &rubric.misconceptions);
        misconceptions.iter().zip(&self.origin.misconceptions)
    }

    /// The grade that a candidate would get.
    pub(super) fn grade(&self, answer: &str) -> Option<Grade> {
        let grader = self.subject.grader.question(self.position)?;
        Some(grader.grade(&Response::Written(AnswerText::new(answer))))
    }

    /// Where in the file the `parts` of a string stand that is spelled at `span`: the first, and
    /// the others.
    pub(super) fn places(&self, span: Span, value: &str, parts: &[Span]) -> (Span, Vec<Span>) {
        let loaded = self.subject.loaded;
        let place = |part: &Span| match &self.question.task {
            Task::Cloze(_) if span == self.origin.prompt => loaded.inside_cloze(span, *part),
            _ => loaded.inside(span, value, *part),
        };
        let mut places: Vec<Span> = parts.iter().map(place).collect();
        places.dedup();
        if places.is_empty() { (span, places) } else { (places.remove(0), places) }
    }

    /// What of the keywords stands in any text, whatever it denies. What is right in another
    /// question type counts as its keywords.
    pub(super) fn findings(&self, text: &str) -> Option<Findings> {
        let finder = self.subject.finder.question(self.position)?;
        match finder.grade(&Response::Written(AnswerText::new(text))).outcome {
            Outcome::Text(findings) => Some(findings),
            _ => None,
        }
    }
}

fn without_prompts(quiz: &Quiz) -> Quiz {
    let mut quiz = quiz.clone();
    for question in &mut quiz.questions {
        question.prompt = Markdown::new("");
        if let Some(rubric) = as_prose(&question.task) {
            question.task = Task::Text(rubric);
        }
    }
    quiz
}

/// Whether finding one term meets the need.
pub(super) fn one_is_enough(need: &Need) -> bool {
    match need {
        Need::Term { .. } => true,
        Need::Any { min, .. } => *min == 1,
        Need::All { entries, .. } => entries.len() == 1,
        Need::Pattern(_) => false,
    }
}
