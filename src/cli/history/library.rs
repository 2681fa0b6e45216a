//! Quizzes that were asked, as they are today.

use std::path::Path;

use super::asked::Asked;
use crate::cli::QuizFile;
use crate::quiz::{Quiz, bundled, read};
use crate::store::{KeptQuiz, Source, Store, StoreError};

/// A quiz that was asked, as it is today.
#[derive(Debug)]
pub struct Today {
    /// As it is kept when it is asked again.
    pub kept: KeptQuiz,
    /// As a value.
    pub quiz: Quiz,
    /// What the person should know about it.
    pub note: Option<String>,
}

impl Today {
    /// The quiz called `title`: from where it was when it was asked last, else as it was then. `None`
    /// where it was never asked, or its text reads no more.
    pub fn find(store: &Store, title: &str) -> Result<Option<Self>, StoreError> {
        let Some(kept) = store.latest_quiz(title)? else { return Ok(None) };
        let (text, trouble) = match current(&kept.source) {
            Ok(text) => (Some(text), None),
            Err(trouble) => (None, Some(trouble)),
        };
        let same = |quiz: &Quiz| quiz.title == title;
        let today = text.and_then(|text| Some((read(&text).value?.quiz, text)));
        if let Some((quiz, text)) = today.filter(|(quiz, _)| same(quiz)) {
            let kept = KeptQuiz { digest: quiz.digest, text, ..kept };
            return Ok(Some(Self { kept, quiz, note: None }));
        }
        let why = trouble.unwrap_or_else(|| format!("{} is not this quiz any more", kept.source));
        let note = format!("{title}: asked as it was the last time; {why}");
        let quiz = read(&kept.text).value.map(|loaded| loaded.quiz);
        Ok(quiz.map(|quiz| Self { kept, quiz, note: Some(note) }))
    }
}

/// The text that is there now, or why there is none.
fn current(source: &Source) -> Result<String, String> {
    match source {
        Source::Bundled(name) => {
            let text = bundled(name).map(|quiz| quiz.text.to_owned());
            text.ok_or_else(|| format!("{source} is not in this version"))
        }
        Source::File(path) => {
            let file = QuizFile::open(Path::new(path)).map_err(|failure| failure.to_string())?;
            let (text, _) = file.read();
            Ok(text.into_owned())
        }
    }
}

/// Lets the memory of questions follow to their names of today.
pub fn follow_names(store: Option<&mut Store>, asked: &Asked) -> Result<(), StoreError> {
    let Some(store) = store else { return Ok(()) };
    asked.mixture.parts().iter().try_for_each(|quiz| follow(store, quiz))
}

/// Lets the memory of the questions of `quiz` follow to their names of today.
pub fn follow(store: &mut Store, quiz: &Quiz) -> Result<(), StoreError> {
    if store.is_read_only()? {
        return Ok(());
    }
    let names = quiz
        .questions
        .iter()
        .flat_map(|question| question.was.iter().map(|was| (was.as_str(), question.id.as_str())));
    store.rename(&quiz.title, &names.collect::<Vec<_>>())
}
