//! Where submissions arrive: each is opened, checked and told apart from others.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::handle::{Handle, Handles};
use super::key::PrivateKey;
use super::manifest::{Manifest, NotAuthentic, quiz_mark};
use super::pack_id::PackId;
use super::post::{PostError, submissions};
use super::seal::{OpenError, open};
use super::submission::{LONGEST_NAME, NoSubmission, Submission, is_name};
use crate::attempt::Millis;
use crate::quiz::{AnswerText, Quiz};

/// Why a submission is not graded.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none.
    #[error(transparent)]
    Post(#[from] PostError),
    /// It does not open.
    #[error(transparent)]
    Sealed(#[from] OpenError),
    /// It opens and is none.
    #[error(transparent)]
    Content(#[from] NoSubmission),
    /// What it answers was not asked with this key.
    #[error(transparent)]
    Pack(#[from] NotAuthentic),
    /// Nobody knows whose it is.
    #[error("it bears no name, or one of more than {LONGEST_NAME} characters")]
    NoName,
    /// Of a quiz that is not here.
    #[error("of another quiz: none of its questions is in {0}")]
    OtherQuiz(String),
    /// Of another version of a quiz that is here.
    #[error(
        "the quiz was changed since packing: give the older version by --quiz, or grade against \
         this one by --changed grade"
    )]
    Changed,
}

/// A submission that counts.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// What was answered.
    pub submission: Submission,
    /// What was asked.
    pub manifest: Manifest,
    /// Who answered.
    pub candidate: AnswerText,
    /// Which of the desk's quizzes it is graded against.
    pub quiz: usize,
    /// Whether that quiz was changed since packing.
    pub changed: bool,
    /// The SHA-256 of what was sealed: two with the same are copies.
    pub copy: [u8; 32],
}

/// Whose submission to which pack: two with the same are of the same person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    pack: PackId,
    name: String,
}

/// Opens submissions with one key and holds them against quizzes.
pub struct Desk<'d> {
    key: &'d PrivateKey,
    quizzes: Vec<(&'d Quiz, String)>,
    changed: ChangedQuiz,
}

/// What becomes of submissions to a quiz that was changed since packing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangedQuiz {
    /// They are refused.
    Refuse,
    /// They are graded against the quiz as it is now.
    Grade,
}

impl<'d> Desk<'d> {
    /// A desk with these quizzes, the first ones before the others.
    #[must_use]
    pub fn new(key: &'d PrivateKey, quizzes: &[&'d Quiz], changed: ChangedQuiz) -> Self {
        let marked = |quiz: &&'d Quiz| (*quiz, quiz_mark(key, quiz.digest));
        Self { key, quizzes: quizzes.iter().map(marked).collect(), changed }
    }

    /// Opens every submission that `file` holds, in its order; at least one, or a refusal.
    #[must_use]
    pub fn open(&self, file: &[u8]) -> Vec<Result<Accepted, Refusal>> {
        let sealed = submissions(file).into_iter();
        sealed.map(|sealed| self.accept(&sealed?)).collect()
    }

    fn accept(&self, sealed: &[u8]) -> Result<Accepted, Refusal> {
        let submission = Submission::read(&open(sealed, self.key)?)?;
        let manifest = submission.signed.check(self.key)?;
        let name = manifest.candidate.as_ref().or(submission.candidate.as_ref());
        let candidate = name.filter(|name| is_name(name)).ok_or(Refusal::NoName)?.clone();
        let (quiz, changed) = self.quiz(&manifest)?;
        let copy = Sha256::digest(sealed).into();
        Ok(Accepted { submission, manifest, candidate, quiz, changed, copy })
    }

    /// Which quiz it is of, and whether that was changed since.
    fn quiz(&self, manifest: &Manifest) -> Result<(usize, bool), Refusal> {
        if let Some(same) = self.quizzes.iter().position(|(_, mark)| *mark == manifest.quiz) {
            return Ok((same, false));
        }
        let handles = Handles::new(self.key, manifest.pack);
        let common = |quiz: &Quiz| {
            let ids = quiz.questions.iter().flat_map(|it| std::iter::once(&it.id).chain(&it.was));
            let known: Vec<_> = ids.map(|id| handles.question(id)).collect();
            manifest.questions.iter().filter(|asked| known.contains(&asked.id)).count()
        };
        let counts = self.quizzes.iter().map(|(quiz, _)| common(quiz));
        let most = counts.enumerate().max_by_key(|(place, count)| (*count, usize::MAX - place));
        match most {
            Some((place, 1..)) if self.changed == ChangedQuiz::Grade => Ok((place, true)),
            Some((_, 1..)) => Err(Refusal::Changed),
            _ => {
                let titles = self.quizzes.iter().map(|(quiz, _)| format!("`{}`", quiz.title));
                Err(Refusal::OtherQuiz(titles.collect::<Vec<_>>().join(", ")))
            }
        }
    }
}

impl Accepted {
    /// Whose it is.
    #[must_use]
    pub fn identity(&self) -> Identity {
        let words = self.candidate.raw().split_whitespace().collect::<Vec<_>>().join(" ");
        Identity { pack: self.manifest.pack, name: words.nfkc().collect::<String>().to_lowercase() }
    }

    /// By how much it came after the deadline, by the time that it says itself.
    #[must_use]
    pub fn late(&self) -> Option<Millis> {
        let late = self.submission.submitted()?.since(self.manifest.deadline?);
        (late > Millis(0)).then_some(late)
    }

    /// How many answers it has to questions that were not asked.
    #[must_use]
    pub fn foreign(&self) -> usize {
        let asked = |id: &Handle| self.manifest.questions.iter().any(|asked| asked.id == *id);
        self.submission.answers.keys().filter(|id| !asked(id)).count()
    }
}
