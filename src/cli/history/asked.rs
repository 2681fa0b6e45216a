//! What is asked: the quiz, and the text that goes into the history.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::clock::utc;
use crate::attempt::{Attempt, Drawn, Millis};
use crate::cli::{Failure, QuizFile};
use crate::grade::Grader;
use crate::quiz::{AnswerText, Mixture, Quiz, read, visible};
use crate::report::{Before, QuestionBefore, Report};
use crate::review::{Reviewed, Thresholds, reviews};
use crate::store::{KeptQuiz, Paper, Store, StoreError};

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
    /// The quizzes that `arguments` name, mixed; at least one.
    pub fn load(arguments: &[PathBuf]) -> Result<Self, Failure> {
        let mut quizzes: Vec<(KeptQuiz, Quiz)> = Vec::new();
        for argument in arguments {
            let (kept, quiz) = load(argument)?;
            if quizzes.iter().any(|(_, other)| other.title == quiz.title) {
                let title = visible(&quiz.title);
                return Err(Failure::Usage(format!("`{title}` would be asked twice")));
            }
            quizzes.push((kept, quiz));
        }
        let titles: Vec<_> = quizzes.iter().map(|(_, quiz)| quiz.title.as_str()).collect();
        let title = titles.join(" + ");
        Self::mixed(&title, quizzes).ok_or_else(|| Failure::Usage("name a quiz".to_owned()))
    }

    /// These quizzes, called `title` together; `None` of none.
    pub fn mixed(title: &str, quizzes: Vec<(KeptQuiz, Quiz)>) -> Option<Self> {
        let (parts, quizzes): (Vec<_>, Vec<_>) = quizzes.into_iter().unzip();
        let mixture = Mixture::new(title, quizzes)?;
        let Quiz { digest, ref title, .. } = *mixture.quiz();
        Some(Self::new(Paper { digest, title: title.clone(), parts }, mixture))
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

    /// What the questions of `attempt` earned when this person was asked them last before it.
    pub fn before(&self, store: &Store, attempt: &Attempt) -> Result<Before, StoreError> {
        let start = attempt.start();
        let person = start.candidate.as_ref().map(AnswerText::raw);
        let mut before = Before::new();
        for Drawn { question, .. } in attempt.drawn() {
            let Some(origin) = self.mixture.origin(question) else { continue };
            let (quiz, id) = (&origin.quiz.title, &origin.question.id);
            if let Some(last) = store.last_review(person, quiz, id, start.started)? {
                let earlier = QuestionBefore { answered: utc(last.at), share: last.share };
                before.insert(question.clone(), earlier);
            }
        }
        Ok(before)
    }

    /// What `attempt` at it says about its questions. `written` are the wall clock's times of its
    /// events.
    pub fn reviews(
        &self,
        attempt: &Attempt,
        written: &[Millis],
        thresholds: Thresholds,
    ) -> Vec<Reviewed> {
        reviews(&self.mixture, &self.grader, attempt, written, thresholds)
    }

    fn new(paper: Paper, mixture: Mixture) -> Self {
        let grader = Arc::new(Grader::mixed(&mixture));
        Self { paper, mixture: Arc::new(mixture), grader }
    }
}

fn load(argument: &Path) -> Result<(KeptQuiz, Quiz), Failure> {
    let file = QuizFile::open(argument)?;
    let loaded = file.load()?;
    let Quiz { digest, ref title, .. } = loaded.quiz;
    let kept = KeptQuiz { digest, title: title.clone(), text: loaded.text, source: file.source() };
    Ok((kept, loaded.quiz))
}
