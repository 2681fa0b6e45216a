//! Everything that is said of a quiz and the answers that people have scored.

use schemars::JsonSchema;
use serde::Serialize;

use super::agreement::Agreement;
use super::difference::{self, Difference};
use super::keyword::{self, KeywordUse};
use super::marked::Marked;
use super::statistics::Pair;
use crate::measure::{Coefficient, PerMille};
use crate::quiz::Quiz;
use crate::quiz::question::{QuestionId, Task};

/// A quiz beside people's scores.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Calibration {
    /// Over all answers.
    pub overall: Agreement,
    /// The mean of `r` over the questions whose answers people score differently; a question to
    /// which the grader gives the same every time counts 0.
    pub mean_r: Option<Coefficient>,
    /// Of people with each other, over all pairs of them; null where no answer has two graders.
    pub graders: Option<Agreement>,
    /// Those with answers, in the quiz's order.
    pub questions: Vec<QuestionCalibration>,
    /// The answers about which grader and people differ most, the widest first.
    pub differences: Vec<Difference>,
}

/// A question beside people's scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionCalibration {
    /// The question's id.
    pub question: QuestionId,
    /// Of grader and people.
    pub agreement: Agreement,
    /// Of people with each other; null where no answer has two graders.
    pub graders: Option<Agreement>,
    /// Its keywords, in the quiz's order.
    pub keywords: Vec<KeywordUse>,
}

impl Calibration {
    /// Of graded samples, with the `most` widest differences.
    #[must_use]
    pub fn new(quiz: &Quiz, marked: &[Marked<'_>], most: usize) -> Self {
        let pairs: Vec<Pair> = marked.iter().map(Marked::pair).collect();
        let questions: Vec<_> = (0..quiz.questions.len())
            .filter_map(|position| question(quiz, position, marked))
            .collect();
        Self {
            overall: Agreement::of(&pairs, quiz.pass),
            mean_r: mean_r(quiz, marked),
            graders: of_graders(marked.iter(), quiz.pass),
            questions,
            differences: difference::widest(quiz, marked, most),
        }
    }
}

fn question(quiz: &Quiz, position: usize, marked: &[Marked<'_>]) -> Option<QuestionCalibration> {
    let own: Vec<_> = marked.iter().filter(|one| one.sample.question == position).collect();
    let question = quiz.questions.get(position).filter(|_| !own.is_empty())?;
    let pairs: Vec<_> = own.iter().map(|marked| marked.pair()).collect();
    Some(QuestionCalibration {
        question: question.id.clone(),
        agreement: Agreement::of(&pairs, quiz.pass),
        graders: of_graders(own.iter().copied(), quiz.pass),
        keywords: match &question.task {
            Task::Text(rubric) => keyword::uses(rubric, &own, quiz.pass),
            _ => Vec::new(),
        },
    })
}

fn mean_r(quiz: &Quiz, marked: &[Marked<'_>]) -> Option<Coefficient> {
    let of_question = |position: usize| {
        let own = marked.iter().filter(|marked| marked.sample.question == position);
        let pairs: Vec<_> = own.map(Marked::pair).collect();
        let (first, rest) = pairs.split_first()?;
        let differ = rest.iter().any(|pair| pair.second != first.second);
        let zero = Coefficient::from_thousandths(0);
        differ.then(|| super::pearson(&pairs).unwrap_or(zero))
    };
    let all: Vec<_> = (0..quiz.questions.len()).filter_map(of_question).collect();
    Coefficient::mean(&all)
}

/// Of every two people who scored the same answer, in the order of their names.
fn of_graders<'m>(
    marked: impl Iterator<Item = &'m Marked<'m>>,
    pass: PerMille,
) -> Option<Agreement> {
    let mut pairs = Vec::new();
    for marked in marked {
        let mut scores: Vec<_> = marked.sample.scores.iter().collect();
        scores.sort();
        for (at, (_, one)) in scores.iter().enumerate() {
            let others = scores.iter().skip(at + 1);
            pairs.extend(others.map(|(_, other)| Pair { first: *one, second: *other }));
        }
    }
    (!pairs.is_empty()).then(|| Agreement::of(&pairs, pass))
}
