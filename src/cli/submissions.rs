//! Submissions in files: found, opened and graded.

mod batch;
mod files;

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::path::shown;
use super::private_key::read_key;
use super::rows::steps;
use super::talk::say;
use super::{Failure, load};
use crate::grade::Grader;
use crate::quiz::Quiz;
use crate::report::Report;
use crate::takehome::desk::{ChangedQuiz, Desk};
use batch::Batch;
use files::files;

/// How submissions are taken.
#[derive(Debug, Args)]
pub struct Taking {
    /// The private key that opens submissions; the files are then submissions, or folders of them
    #[arg(long, value_name = "KEY.pem")]
    pub key: Option<PathBuf>,
    /// What to do with submissions to a quiz that was changed since packing
    #[arg(long, value_enum, value_name = "WHAT", default_value_t = Changed::Refuse, requires = "key")]
    changed: Changed,
    /// Which of several submissions by the same candidate counts, by the time that they say
    #[arg(long, value_enum, value_name = "WHICH", default_value_t = Several::First, requires = "key")]
    several: Several,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Changed {
    /// Name them and leave them out
    Refuse,
    /// Name them and grade them against the quiz as it is now
    Grade,
}

impl From<Changed> for ChangedQuiz {
    fn from(changed: Changed) -> Self {
        match changed {
            Changed::Refuse => Self::Refuse,
            Changed::Grade => Self::Grade,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Several {
    /// The one handed in first
    First,
    /// The one handed in last
    Last,
}

/// Takes in the submissions in `paths` and hands on a report of each that counts, in their order.
/// Gives how many do not; `None` where none at all counts, which is said on stderr.
pub fn take_in(
    paths: &[PathBuf],
    taking: &Taking,
    key: &Path,
    quizzes: &[PathBuf],
    add: &mut dyn FnMut(Report) -> io::Result<()>,
) -> Result<Option<u64>, Failure> {
    let key = read_key(key)?;
    let quizzes: Vec<Quiz> =
        quizzes.iter().map(|path| Ok(load(path)?.quiz)).collect::<Result<_, Failure>>()?;
    let graders: Vec<Grader> = quizzes.iter().map(Grader::new).collect();
    let files = files(paths)?;
    if files.is_empty() {
        let folders: Vec<String> = paths.iter().map(|path| shown(path)).collect();
        return Err(Failure::Input(format!("{}: there is no file in it", folders.join(", "))));
    }
    let quiz_list: Vec<&Quiz> = quizzes.iter().collect();
    let desk = Desk::new(&key, &quiz_list, taking.changed.into());
    let bar = steps(2 * files.len());
    let batch = Batch { files, desk, quizzes: &quizzes, graders: &graders, key: &key, bar };
    let chosen = batch.choose(taking.several)?;
    let refused = batch.grade(&chosen, add)?;
    batch.bar.finish_and_clear();
    if chosen.is_empty() {
        let what = if refused == 1 {
            "the only submission was".to_owned()
        } else {
            format!("all {refused} were")
        };
        say(&format!("nothing to grade: {what} refused, for the reason above"))?;
        return Ok(None);
    }
    Ok(Some(refused))
}
