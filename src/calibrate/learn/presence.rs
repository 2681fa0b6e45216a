//! Which terms an answer has, as the grader sees them.

use crate::grade::Grader;
use crate::quiz::question::{Criterion, Entry, Matching, Need, Negation, Question, Rubric, Task};
use crate::quiz::{PerMille, Quiz, Response, Weight};

use crate::calibrate::sample::Sample;

/// What a denied word is worth among learnt ones: as much as any. People who score answers go by
/// what is denied, not by whether something is, and that is learnt as a pair of words: *not closed*.
const NEGATION: Negation = Negation::Ignore;

/// A keyword that says no more than when it is met, wherever that is.
pub(super) fn plain(need: Need, label: String) -> Criterion {
    Criterion {
        label,
        need,
        weight: Weight::ONE,
        required: false,
        feedback: None,
        matching: Matching { negation: NEGATION, ..Matching::default() },
    }
}

/// What the question compares.
fn sides_of(question: &Question) -> Vec<Entry> {
    match &question.task {
        Task::Text(rubric) => rubric.sides.clone(),
        _ => Vec::new(),
    }
}

/// Which share of each of `criteria` each sample has: one column per criterion.
pub(super) fn columns(
    quiz: &Quiz,
    question: &Question,
    criteria: &[Criterion],
    samples: &[&Sample],
) -> Vec<Vec<f64>> {
    let alike = |criterion: &Criterion| Criterion {
        weight: Weight::ONE,
        required: false,
        ..criterion.clone()
    };
    let rubric = Rubric {
        sides: sides_of(question),
        keywords: criteria.iter().map(alike).collect(),
        misconceptions: Vec::new(),
        full_at: PerMille::ONE,
        examples: Vec::new(),
    };
    let question = Question { task: Task::Text(rubric), ..question.clone() };
    let grader = Grader::new(&Quiz { questions: vec![question], ..quiz.clone() });
    let mut columns = vec![Vec::with_capacity(samples.len()); criteria.len()];
    for sample in samples {
        let response = Response::Written(sample.answer.clone());
        let grade = grader.question(0).map(|grader| grader.grade(&response));
        let findings = grade.as_ref().and_then(|grade| grade.findings());
        for (at, column) in columns.iter_mut().enumerate() {
            let earned = findings.and_then(|all| all.keywords.get(at)).map(|one| one.earned);
            column.push(earned.map_or(0.0, |earned| f64::from(earned.thousandths()) / 1000.0));
        }
    }
    columns
}
