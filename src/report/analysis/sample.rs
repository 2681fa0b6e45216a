//! What is kept of each report.

use std::collections::BTreeMap;

use super::value::DetailKind;
use crate::quiz::question::QuestionId;
use crate::quiz::{Markdown, TopicId, Weight};
use crate::report::{QuestionReport, QuizName, Report, ResponseReport};

/// Reports of one quiz, a few bytes an answer.
#[derive(Debug, Clone)]
pub struct Sample {
    pub(super) quiz: QuizName,
    pub(super) questions: Vec<Asked>,
    places: BTreeMap<QuestionId, usize>,
    pub(super) sitters: Vec<Sitter>,
}

/// A report of another quiz, which says nothing about this one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a report of another quiz")]
pub struct OtherQuiz;

/// A question that somebody was asked.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub id: QuestionId,
    pub topic: TopicId,
    pub prompt: Markdown,
    /// Keywords, misconceptions and options seen in responses, in the order in which they came up.
    pub details: Vec<(DetailKind, String)>,
}

/// One candidate.
#[derive(Debug, Clone)]
pub(super) struct Sitter {
    /// Points earned by all answers, in millionths: thousandths times the topic's weight.
    pub earned: u64,
    /// Points of all questions asked, in the same unit.
    pub possible: u64,
    pub answers: Vec<Answer>,
}

/// What a candidate did with one question.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// Which question of the sample.
    pub question: usize,
    /// Points earned, in the unit of [`Sitter::earned`].
    pub earned: u64,
    /// Points possible, in the same unit.
    pub possible: u64,
    /// Which of [`Asked::details`] are there, in ascending order.
    pub details: Box<[u32]>,
}

impl Sample {
    /// Of reports of `quiz`, as yet without one.
    #[must_use]
    pub const fn new(quiz: QuizName) -> Self {
        Self { quiz, questions: Vec::new(), places: BTreeMap::new(), sitters: Vec::new() }
    }

    /// Takes a report in.
    pub fn add(&mut self, report: &Report) -> Result<(), OtherQuiz> {
        if report.quiz.digest != self.quiz.digest {
            return Err(OtherQuiz);
        }
        let weights: BTreeMap<&TopicId, Weight> =
            report.topics.iter().map(|topic| (&topic.id, topic.weight)).collect();
        let answers: Vec<Answer> = report
            .questions
            .iter()
            .map(|question| {
                let weight = weights.get(&question.topic).copied().unwrap_or(Weight::ONE);
                self.answer(question, weight)
            })
            .collect();
        self.sitters.push(Sitter {
            earned: answers.iter().fold(0, |sum, answer| answer.earned.saturating_add(sum)),
            possible: answers.iter().fold(0, |sum, answer| answer.possible.saturating_add(sum)),
            answers,
        });
        Ok(())
    }

    fn answer(&mut self, question: &QuestionReport, weight: Weight) -> Answer {
        let place = self.place(question);
        Answer {
            question: place,
            earned: question.earned.weighted(weight),
            possible: question.possible.weighted(weight),
            details: self.questions[place].mark(question.response.as_ref()),
        }
    }

    fn place(&mut self, question: &QuestionReport) -> usize {
        if let Some(place) = self.places.get(&question.id) {
            return *place;
        }
        let place = self.questions.len();
        self.questions.push(Asked {
            id: question.id.clone(),
            topic: question.topic.clone(),
            prompt: question.prompt.clone(),
            details: Vec::new(),
        });
        self.places.insert(question.id.clone(), place);
        place
    }
}

impl Asked {
    /// Which details are in `response`. Those that are new are added; a keyword that was missed is
    /// known from then on, too.
    fn mark(&mut self, response: Option<&ResponseReport>) -> Box<[u32]> {
        let mut there = Vec::new();
        match response {
            Some(ResponseReport::Text { keywords, misconceptions, .. }) => {
                for (keyword, label) in named(keywords, |keyword| keyword.label.as_deref()) {
                    let place = self.detail(DetailKind::Keyword, label);
                    there.extend((keyword.earned.thousandths() > 0).then_some(place));
                }
                for (_, label) in named(misconceptions, |slip| slip.label.as_deref()) {
                    there.push(self.detail(DetailKind::Misconception, label));
                }
            }
            Some(ResponseReport::Picked { picked, left }) => {
                for pick in picked {
                    let kind =
                        if pick.right { DetailKind::RightOption } else { DetailKind::WrongOption };
                    there.push(self.detail(kind, pick.text.as_str()));
                }
                for option in left {
                    self.detail(DetailKind::RightOption, option.as_str());
                }
            }
            _ => {}
        }
        there.sort_unstable();
        there.dedup();
        there.into_boxed_slice()
    }

    fn detail(&mut self, kind: DetailKind, label: &str) -> u32 {
        let known = self.details.iter().position(|(k, l)| *k == kind && l == label);
        let place = known.unwrap_or_else(|| {
            self.details.push((kind, label.to_owned()));
            self.details.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}

/// Those whose name a redaction has left.
fn named<'a, T>(
    all: &'a [T],
    label: impl Fn(&'a T) -> Option<&'a str>,
) -> impl Iterator<Item = (&'a T, &'a str)> {
    all.iter().filter_map(move |one| Some((one, label(one)?)))
}

impl Sitter {
    pub(super) fn to(&self, question: usize) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }

    /// The share of all points.
    pub(super) fn share(&self) -> f64 {
        share(self.earned, self.possible).unwrap_or_default()
    }

    /// The share of the points of all questions but `answer`'s; `None` if there is no other.
    pub(super) fn rest(&self, answer: &Answer) -> Option<f64> {
        share(
            self.earned.saturating_sub(answer.earned),
            self.possible.saturating_sub(answer.possible),
        )
    }
}

impl Answer {
    /// The share of the question's points.
    pub(super) fn share(&self) -> f64 {
        share(self.earned, self.possible).unwrap_or_default()
    }

    pub(super) fn has(&self, detail: u32) -> bool {
        self.details.binary_search(&detail).is_ok()
    }
}

#[expect(clippy::cast_precision_loss, reason = "points below 2^52 millionths are exact")]
fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
