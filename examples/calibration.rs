//! How well questions that have learnt from graded answers agree with people, on answers that they
//! have not learnt from.
//!
//! ```text
//! cargo run --release --example calibration -- DIRECTORY
//! ```
//!
//! Each `SET.dev.jsonl` of the directory has an object a line: `question_id`, `question`,
//! `reference` (the model answer), `answer`, and `score` from 0 to 1. A question starts with its model
//! answer and no keyword.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use vivavoce::calibrate::learn::cross_validated;
use vivavoce::calibrate::{Calibration, Sample};
use vivavoce::measure::Coefficient;
use vivavoce::quiz::question::{Question, QuestionId, Rubric};
use vivavoce::quiz::{
    AnswerText, Digest, LanguageTag, Markdown, PerMille, Points, Quiz, Task, TopicId,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [directory] = arguments.as_slice() else {
        return Err("usage: calibration DIRECTORY".into());
    };
    println!("| set | questions | answers | r | mean r within a question |\n|---|--:|--:|--:|--:|");
    for (name, file) in sets(Path::new(directory))? {
        let (quiz, samples) = read(&name, &file)?;
        let marked = cross_validated(&quiz, &samples);
        let told = Calibration::new(&quiz, &marked, 0);
        let figure =
            |value: Option<Coefficient>| value.map_or("-".to_owned(), Coefficient::three_decimals);
        println!(
            "| {name} | {} | {} | {} | {} |",
            quiz.questions.len(),
            samples.len(),
            figure(told.overall.r),
            figure(told.mean_r)
        );
    }
    Ok(())
}

fn sets(directory: &Path) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let mut sets = Vec::new();
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(name) = name.strip_suffix(".dev.jsonl") {
            sets.push((name.to_owned(), path));
        }
    }
    sets.sort();
    Ok(sets)
}

#[derive(Deserialize)]
struct Line {
    question_id: String,
    question: String,
    reference: String,
    answer: String,
    score: f64,
}

fn read(name: &str, file: &Path) -> Result<(Quiz, Vec<Sample>), Box<dyn Error>> {
    let mut questions: Vec<Question> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut samples = Vec::new();
    for line in std::fs::read_to_string(file)?.lines() {
        let line: Line = serde_json::from_str(line)?;
        let place = *places.entry(line.question_id.clone()).or_insert_with(|| {
            questions.push(question(&line));
            questions.len() - 1
        });
        let points: Points = serde_json::from_value(line.score.into())?;
        let share = points.share_of(Points::from_thousandths(1000));
        samples.push(Sample {
            question: place,
            answer: AnswerText::new(line.answer),
            scores: vec![(String::new(), share)],
        });
    }
    let quiz = Quiz {
        title: name.to_owned(),
        description: None,
        language: LanguageTag::new(if name.ends_with("_de") { "de" } else { "en" }),
        license: None,
        pass: PerMille::new(700),
        time_limit: None,
        topics: Vec::new(),
        questions,
        allow: Vec::new(),
        digest: Digest([0; 32]),
    };
    Ok((quiz, samples))
}

fn question(line: &Line) -> Question {
    let rubric = Rubric {
        sides: Vec::new(),
        keywords: Vec::new(),
        misconceptions: Vec::new(),
        full_at: PerMille::ONE,
        examples: Vec::new(),
    };
    Question {
        id: QuestionId::new(&line.question_id),
        was: Vec::new(),
        topic: TopicId::new("general"),
        tags: Vec::new(),
        level: None,
        prompt: Markdown::new(&line.question),
        points: Points::from_thousandths(1000),
        time_limit: None,
        hint: None,
        answer: Some(Markdown::new(&line.reference)),
        sources: Vec::new(),
        allow: Vec::new(),
        task: Task::Text(rubric),
    }
}
