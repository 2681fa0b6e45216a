//! What is asked: the quiz, and the text that goes into the history.

use std::path::Path;
use std::sync::Arc;

use crate::attempt::Attempt;
use crate::cli::{Failure, QuizFile};
use crate::grade::Grader;
use crate::quiz::{Quiz, read};
use crate::report::Report;
use crate::store::{KeptQuiz, Paper};

/// A quiz, ready to be asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// As it is kept.
    pub paper: Paper,
    /// As a value.
    pub quiz: Arc<Quiz>,
    /// Grades answers as they come.
    pub grader: Arc<Grader>,
}

impl Asked {
    /// The quiz that `argument` names.
    pub fn load(argument: &Path) -> Result<Self, Failure> {
        let file = QuizFile::open(argument)?;
        let loaded = file.load()?;
        let Quiz { digest, ref title, .. } = loaded.quiz;
        let part =
            KeptQuiz { digest, title: title.clone(), text: loaded.text, source: file.source() };
        Ok(Self::new(Paper { digest, title: title.clone(), parts: vec![part] }, loaded.quiz))
    }

    /// The quiz of an attempt that is kept; `None` where its text reads no more.
    pub fn kept(paper: Paper) -> Option<Self> {
        let [part] = paper.parts.as_slice() else { return None };
        let mut quiz = read(&part.text).value?.quiz;
        // The attempt goes on with the quiz that it began with, whatever its digest would be today.
        quiz.digest = paper.digest;
        Some(Self::new(paper, quiz))
    }

    /// What `attempt` at it earned so far.
    pub fn report(&self, attempt: &Attempt) -> Report {
        Report::new(&self.quiz, attempt, &attempt.grade(&self.quiz, &self.grader))
    }

    fn new(paper: Paper, quiz: Quiz) -> Self {
        let grader = Arc::new(Grader::new(&quiz));
        Self { paper, quiz: Arc::new(quiz), grader }
    }
}
