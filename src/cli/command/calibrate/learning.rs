//! What is learnt of people's scores, put into the quiz's file.

use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use crate::calibrate::learn::{FEW_ANSWERS, cross_validated, learn};
use crate::calibrate::{Agreement, Calibration, Evidence, Marked, Sample};
use crate::cli::{Failure, write_in_place};
use crate::edit::{Change, apply, unified};
use crate::grade::Grader;
use crate::measure::Coefficient;
use crate::quiz::question::{Criterion, Need, Question, Task};
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
    /// Questions whose answers all have the same score, which teaches nothing.
    pub all_alike: Vec<QuestionId>,
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
    /// What changes, and why, in the file's order.
    pub changes: Vec<LearntChange>,
}

/// A change, with what speaks for it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LearntChange {
    /// What it does.
    pub kind: ChangeKind,
    /// What people see of the keyword or misconception; null for a change to the whole question.
    pub label: Option<String>,
    /// The keyword's weight, or the points that the misconception costs, or the share of the weight
    /// that earns all points.
    pub value: f64,
    /// What people give to answers with it and without; null for a change to the whole question.
    pub evidence: Option<Evidence>,
}

/// What a change does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Adds a keyword.
    Keyword,
    /// Gives a keyword another weight.
    Weight,
    /// Adds a misconception.
    Misconception,
    /// Sets the share of the weight that earns all points.
    FullAt,
}

impl Learning {
    /// Learns, and changes `text`, the quiz's file.
    pub fn new(name: &str, text: &str, quiz: &Quiz, samples: &[Sample]) -> Result<Self, Failure> {
        let learnt = learn(quiz, &samples.iter().collect::<Vec<_>>());
        let marked = cross_validated(quiz, samples);
        let told = Calibration::new(quiz, &marked, 0);
        let id = |at: usize| quiz.questions.get(at).map(|question| question.id.clone());
        let grader = Grader::new(&learnt.quiz(quiz));
        let taught: Vec<_> =
            samples.iter().filter_map(|sample| Marked::new(sample, &grader)).collect();
        let mut changes = Vec::new();
        let mut questions = Vec::new();
        for lesson in learnt.lessons {
            let own = id(lesson.question);
            let keywords = quiz.questions.get(lesson.question).map_or(&[][..], keywords);
            let reasons = lesson.evidence(&taught);
            let reasoned = lesson.changes.iter().zip(reasons);
            let described: Vec<_> = reasoned
                .filter_map(|(change, evidence)| describe(change, evidence, keywords))
                .collect();
            let agreement = told.questions.iter().find(|one| Some(&one.question) == own.as_ref());
            questions.extend(agreement.map(|found| LearntQuestion {
                question: found.question.clone(),
                answers: lesson.answers,
                few: lesson.answers < FEW_ANSWERS,
                agreement: found.agreement,
                changes: described,
            }));
            changes.extend(lesson.changes.into_iter().map(|change| (lesson.question, change)));
        }
        let file =
            apply(text, &changes).map_err(|unfit| Failure::Input(format!("{name}: {unfit}")))?;
        let read = quiz::read(&file);
        if read.value.is_none() {
            let problem = read.diagnostics.first().map_or("", |problem| &problem.title);
            let why = "nothing is written: the change would not be read";
            return Err(Failure::Input(format!("{name}: {why}: {problem}")));
        }
        Ok(Self {
            overall: told.overall,
            mean_r: told.mean_r,
            questions,
            too_few: learnt.too_few.iter().filter_map(|(at, _)| id(*at)).collect(),
            all_alike: learnt.all_alike.iter().filter_map(|at| id(*at)).collect(),
            diff: unified(name, text, &file),
            file,
        })
    }

    /// Writes the changed file.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        write_in_place(path, &self.file)
    }
}

/// The keywords of a text question.
fn keywords(question: &Question) -> &[Criterion] {
    match &question.task {
        Task::Text(rubric) => &rubric.keywords,
        _ => &[],
    }
}

fn describe(
    change: &Change,
    evidence: Option<Evidence>,
    keywords: &[Criterion],
) -> Option<LearntChange> {
    let named = |need: &Need, label: &Option<String>| {
        label.clone().or_else(|| need.terms().first().map(|term| (*term).to_owned()))
    };
    let (kind, label, thousandths) = match change {
        Change::Keyword(new) => {
            (ChangeKind::Keyword, named(&new.need, &new.label), new.weight.thousandths())
        }
        Change::Misconception(new) => {
            (ChangeKind::Misconception, named(&new.need, &new.label), new.penalty.thousandths())
        }
        Change::Weight(id, weight) => {
            let label = keywords.get(usize::try_from(id.0).ok()?)?.label.clone();
            (ChangeKind::Weight, Some(label), weight.thousandths())
        }
        Change::FullAt(share) => (ChangeKind::FullAt, None, share.thousandths().into()),
        _ => return None,
    };
    Some(LearntChange { kind, label, value: f64::from(thousandths) / 1000.0, evidence })
}
