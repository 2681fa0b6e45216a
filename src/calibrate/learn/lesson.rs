//! What is proposed for a question.

use super::model::{Model, Worth};
use crate::calibrate::sample::Sample;
use crate::edit::{Change, NewKeyword, NewMisconception};
use crate::quiz::question::{Criterion, CriterionId, Misconception, Need, Question, Rubric, Task};
use crate::quiz::{PerMille, Points, Quiz, Weight};
use crate::suggest::MAX_KEYWORDS;

/// Answers below which a question does not learn.
pub const LEAST_ANSWERS: usize = 10;
/// Answers below which what a question learns is little more than chance.
pub const FEW_ANSWERS: usize = 30;

/// What is proposed for a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The question, from 0 in the quiz's order.
    pub question: usize,
    /// Answers that it rests on.
    pub answers: usize,
    /// What to change, in order.
    pub changes: Vec<Change>,
    /// How the question would be graded.
    rubric: Rubric,
}

/// What was learnt of a quiz, and of which questions nothing could be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Learnt {
    /// By question.
    pub lessons: Vec<Lesson>,
    /// Text questions with some answers, but fewer than [`LEAST_ANSWERS`], with how many.
    pub too_few: Vec<(usize, usize)>,
    /// Text questions with keywords whose answers all have the same score, so that none is told from
    /// another by what it says.
    pub all_alike: Vec<usize>,
}

/// Learns of every text question that has at least [`LEAST_ANSWERS`] answers, and not all of them of
/// the same score.
#[must_use]
pub fn learn(quiz: &Quiz, samples: &[&Sample]) -> Learnt {
    let mut learnt = Learnt::default();
    for (position, question) in quiz.questions.iter().enumerate() {
        let Task::Text(rubric) = &question.task else { continue };
        let own = samples.iter().copied().filter(|sample| sample.question == position);
        let own: Vec<&Sample> = own.collect();
        match own.len() {
            0 => {}
            few if few < LEAST_ANSWERS => learnt.too_few.push((position, few)),
            _ if !rubric.keywords.is_empty() && are_alike(&own) => learnt.all_alike.push(position),
            answers => {
                let model = Model::new(quiz, question, rubric, &own, MAX_KEYWORDS);
                let (rubric, changes) = propose(question, rubric, &model);
                learnt.lessons.push(Lesson { question: position, answers, changes, rubric });
            }
        }
    }
    learnt
}

fn are_alike(samples: &[&Sample]) -> bool {
    let mut scores = samples.iter().map(|sample| sample.score());
    let first = scores.next();
    scores.all(|score| Some(score) == first)
}

/// The quiz as the samples would have it.
#[must_use]
pub fn learnt_quiz(quiz: &Quiz, samples: &[&Sample]) -> Quiz {
    learn(quiz, samples).quiz(quiz)
}

impl Learnt {
    /// The quiz that it was learnt for, changed.
    #[must_use]
    pub fn quiz(&self, quiz: &Quiz) -> Quiz {
        let mut changed = quiz.clone();
        for lesson in &self.lessons {
            if let Some(question) = changed.questions.get_mut(lesson.question) {
                question.task = Task::Text(lesson.rubric.clone());
            }
        }
        changed
    }
}

impl Lesson {
    /// How the question would be graded.
    pub(super) fn rubric(&self) -> &Rubric {
        &self.rubric
    }
}

/// A keyword that earns less than this is left out.
const SLIGHT: Weight = Weight::from_thousandths(100);
/// What is left to a keyword of the author's that people do not reward: a quiz has no weight of zero.
const LEAST_OWN: Weight = Weight::from_thousandths(10);
/// The weight of a keyword that earns all by itself.
const WHOLE: u32 = 10_000;

/// The rubric that the model comes to, and how to get there. Weights are tenths of the question's
/// points as far as `full_at` can say so.
fn propose(question: &Question, rubric: &Rubric, model: &Model) -> (Rubric, Vec<Change>) {
    let mut learnt = rubric.clone();
    let mut changes = Vec::new();
    for (id, (keyword, worth)) in (0..).zip(learnt.keywords.iter_mut().zip(&model.own)) {
        let weight = weight(worth).max(LEAST_OWN);
        if keyword.weight != weight {
            keyword.weight = weight;
            changes.push(Change::Weight(CriterionId(id), weight));
        }
    }
    for worth in &model.more {
        let weight = weight(worth);
        if weight >= SLIGHT && !is_taken(&learnt, &worth.criterion) {
            learnt.keywords.push(Criterion { weight, ..worth.criterion.clone() });
            changes.push(Change::Keyword(new_keyword(worth, weight)));
        }
    }
    for worth in &model.against {
        let penalty = question.points.scale(u64::from(weight(worth).thousandths()), WHOLE.into());
        if weight(worth) >= SLIGHT && !is_taken(&learnt, &worth.criterion) {
            learnt.misconceptions.push(misconception(&worth.criterion, penalty));
            changes.push(Change::Misconception(new_misconception(worth, penalty)));
        }
    }
    let total: u32 = learnt.keywords.iter().map(|keyword| keyword.weight.thousandths()).sum();
    let full_at = PerMille::ratio(WHOLE.into(), total.into());
    if total > 0 && full_at != rubric.full_at {
        learnt.full_at = full_at;
        changes.push(Change::FullAt(full_at));
    }
    if total == 0 { (rubric.clone(), Vec::new()) } else { (learnt, changes) }
}

/// In steps of a tenth, so that it reads well.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is small, its size is not below zero, and a cast from a float saturates"
)]
fn weight(worth: &Worth) -> Weight {
    Weight::from_thousandths((worth.share.abs() * 100.0).round() as u32 * (WHOLE / 100))
}

fn is_taken(rubric: &Rubric, criterion: &Criterion) -> bool {
    let keywords = rubric.keywords.iter().map(|keyword| &keyword.label);
    let wrong = rubric.misconceptions.iter().map(|wrong| &wrong.label);
    keywords.chain(wrong).any(|label| label.to_lowercase() == criterion.label.to_lowercase())
}

fn new_keyword(worth: &Worth, weight: Weight) -> NewKeyword {
    let Criterion { label, need, matching, .. } = &worth.criterion;
    let says_itself = matches!(need, Need::Term { .. });
    NewKeyword {
        label: (!says_itself).then(|| label.clone()),
        weight,
        negation: Some(matching.negation),
        ..NewKeyword::new(need.clone())
    }
}

fn misconception(criterion: &Criterion, penalty: Points) -> Misconception {
    let Criterion { label, need, matching, .. } = criterion.clone();
    Misconception { label, need, penalty, feedback: None, matching }
}

fn new_misconception(worth: &Worth, penalty: Points) -> NewMisconception {
    let Criterion { need, matching, .. } = worth.criterion.clone();
    let negation = Some(matching.negation);
    NewMisconception { label: None, need, penalty, feedback: None, negation }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::grade::Grader;
    use crate::quiz::{AnswerText, Response, read};

    const QUIZ: &str = "title = 'T'\nlanguage = 'en'\n[grading]\nnegation = 'deny'\n[[questions]]\n\
        id = 'q'\nprompt = 'Why is the bulb dark?'\nkeywords = ['gap']\n";

    /// Forty answers of which those are right that say what is not so.
    fn samples() -> Vec<Sample> {
        let said = [
            ("the bulb has no closed path", 1000),
            ("it doesn't touch the battery", 1000),
            ("the bulb is broken", 0),
            ("its switch is broken", 0),
        ];
        let sample = |at: usize| {
            let (said, score) = said[at % 4];
            let scores = vec![(String::new(), PerMille::new(score))];
            Sample { question: 0, answer: AnswerText::new(format!("{said} {at}x")), scores }
        };
        (0..40).map(sample).collect()
    }

    fn quiz(text: &str) -> Quiz {
        let read = read(text);
        read.value.unwrap_or_else(|| panic!("{text}\n{:?}", read.diagnostics)).quiz
    }

    #[test]
    fn the_file_says_what_was_measured_and_a_denied_word_earns() {
        let samples = samples();
        let before = quiz(QUIZ);
        let learnt = learn(&before, &samples.iter().collect::<Vec<_>>());
        let [lesson] = learnt.lessons.as_slice() else { panic!("{learnt:?}") };
        let changes: Vec<_> = lesson.changes.iter().map(|change| (0, change.clone())).collect();
        let written = quiz(&apply(QUIZ, &changes).expect("the changes fit"));
        assert_eq!(written.questions[0].task, Task::Text(lesson.rubric.clone()));
        let share = |answer: &str| {
            let response = Response::Written(AnswerText::new(answer));
            Grader::new(&written).question(0).expect("a question").grade(&response).share()
        };
        let [right, wrong] = [share("no closed path"), share("a broken bulb")];
        assert!(right > PerMille::new(700) && wrong < PerMille::new(300), "{right} {wrong}");
    }
}
