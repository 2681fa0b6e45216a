//! What is learnt of people's scores, put into the quiz's file.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use crate::calibrate::learn::{FEW, cross_validated, learn};
use crate::calibrate::{Agreement, Calibration, Coefficient, Sample};
use crate::cli::{Failure, write_in_place};
use crate::edit::{apply, unified};
use crate::quiz::{self, QuestionId, Quiz};

/// What is learnt of people's scores.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Learning {
    /// Of the changed quiz and people, over all answers, each graded by what four fifths of the
    /// others teach.
    pub overall: Agreement,
    /// The mean of `r` within a question, likewise.
    pub mean_r: Option<Coefficient>,
    /// By question, likewise.
    pub questions: Vec<LearntQuestion>,
    /// Questions with too few answers to learn from.
    pub too_few: Vec<QuestionId>,
    /// The changes of the file.
    pub diff: String,
    /// The file as it would be.
    #[serde(skip)]
    pub file: String,
}

/// What a question has learnt.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LearntQuestion {
    /// The question's id.
    pub question: QuestionId,
    /// Answers that it rests on.
    pub answers: usize,
    /// Whether these are so few that the changes are little more than chance.
    pub few: bool,
    /// On answers that were not learnt from.
    pub agreement: Agreement,
}

impl Learning {
    /// Learns, and changes `text`, the quiz's file.
    pub fn new(name: &str, text: &str, quiz: &Quiz, samples: &[Sample]) -> Result<Self, Failure> {
        let learnt = learn(quiz, &samples.iter().collect::<Vec<_>>());
        let marked = cross_validated(quiz, samples);
        let told = Calibration::new(quiz, &marked, 0);
        let id = |at: usize| quiz.questions.get(at).map(|question| question.id.clone());
        let mut changes = Vec::new();
        let mut questions = Vec::new();
        for lesson in learnt.lessons {
            let own = id(lesson.question);
            let agreement = told.questions.iter().find(|one| Some(&one.question) == own.as_ref());
            questions.extend(agreement.map(|found| LearntQuestion {
                question: found.question.clone(),
                answers: lesson.answers,
                few: lesson.answers < FEW,
                agreement: found.agreement,
            }));
            changes.extend(lesson.changes.into_iter().map(|change| (lesson.question, change)));
        }
        let file =
            apply(text, &changes).map_err(|unfit| Failure::Input(format!("{name}: {unfit}")))?;
        if quiz::read(&file).value.is_none() {
            return Err(Failure::Input(format!("{name}: the changes do not fit the file")));
        }
        Ok(Self {
            overall: told.overall,
            mean_r: told.mean_r,
            questions,
            too_few: learnt.too_few.iter().filter_map(|(at, _)| id(*at)).collect(),
            diff: unified(name, text, &file),
            file,
        })
    }

    /// Writes the changed file.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        write_in_place(path, &self.file)
    }
}
