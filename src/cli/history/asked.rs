//! What is asked: the quiz, and the text that goes into the history.

use std::path::Path;
use std::sync::Arc;

use crate::attempt::{Attempt, Millis};
use crate::cli::{Failure, QuizFile};
use crate::grade::Grader;
use crate::quiz::{Mixture, Quiz, read};
use crate::report::Report;
use crate::review::{Reviewed, Thresholds, reviews};
use crate::store::{KeptQuiz, Paper};

/// A quiz, ready to be asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// As it is kept.
    pub paper: Paper,
    /// As a value.
    pub mixture: Arc<Mixture>,
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
        let paper = Paper { digest, title: title.clone(), parts: vec![part] };
        Ok(Self::new(paper, loaded.quiz.into()))
    }

    /// What is asked in an attempt that is kept; `None` where a quiz's text reads no more.
    pub fn kept(paper: Paper) -> Option<Self> {
        let parts = paper.parts.iter().map(|part| Some(read(&part.text).value?.quiz));
        let mixture = Mixture::new(&paper.title, parts.collect::<Option<_>>()?)?;
        // The attempt goes on with what it began with, whatever its digest would be today.
        let mixture = mixture.with_digest(paper.digest);
        Some(Self::new(paper, mixture))
    }

    /// What is asked, as one quiz.
    pub fn quiz(&self) -> &Quiz {
        self.mixture.quiz()
    }

    /// What `attempt` at it earned so far.
    pub fn report(&self, attempt: &Attempt) -> Report {
        Report::new(self.quiz(), attempt, &attempt.grade(self.quiz(), &self.grader))
    }

    /// What `attempt` at it says about its questions. `written` are the wall clock's times of its
    /// events.
    pub fn reviews(&self, attempt: &Attempt, written: &[Millis]) -> Vec<Reviewed> {
        reviews(&self.mixture, &self.grader, attempt, written, Thresholds::default())
    }

    fn new(paper: Paper, mixture: Mixture) -> Self {
        let grader = Arc::new(Grader::mixed(&mixture));
        Self { paper, mixture: Arc::new(mixture), grader }
    }
}
