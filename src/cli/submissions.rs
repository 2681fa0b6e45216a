//! Files of submissions: found, opened and graded in parallel, with memory that does not grow with
//! their number.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use rayon::prelude::*;

use super::path::{refused, shown};
use super::private_key::read_key;
use super::rows::progress;
use super::talk::say;
use super::{Failure, load};
use crate::attempt::Millis;
use crate::grade::Grader;
use crate::quiz::{Quiz, visible};
use crate::report::Report;
use crate::report::text::duration;
use crate::takehome::armour::LIMIT;
use crate::takehome::desk::{Accepted, Desk, Identity, Refusal};
use crate::takehome::key::PrivateKey;
use crate::takehome::replay;

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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Several {
    /// The one handed in first
    First,
    /// The one handed in last
    Last,
}

/// Files that are opened at a time; so many reports are held in memory.
const CHUNK: usize = 256;

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
    let bar = progress([Some(2 * files.iter().map(|file| file.length).sum::<u64>())].into_iter());
    let quiz_list: Vec<&Quiz> = quizzes.iter().collect();
    let desk = Desk::new(&key, &quiz_list, taking.changed == Changed::Grade);
    let post = Post { files, desk, quizzes: &quizzes, graders: &graders, key: &key, bar };
    let chosen = post.choose(taking.several)?;
    let refused = post.grade(&chosen, add)?;
    post.bar.finish_and_clear();
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

struct File {
    path: PathBuf,
    length: u64,
    /// Why it cannot be read.
    wrong: Option<String>,
}

impl File {
    /// What a folder holds at `path`: whatever is wrong with it is no reason to leave the rest.
    fn in_folder(path: PathBuf) -> Self {
        let (length, wrong) = match fs::metadata(&path) {
            Ok(metadata) if metadata.is_file() => (metadata.len(), None),
            Ok(metadata) if metadata.is_dir() => {
                (0, Some("a folder in a folder; name it to grade what is in it".to_owned()))
            }
            Ok(_) => (0, Some("not a file".to_owned())),
            Err(error) => (0, Some(error.to_string())),
        };
        Self { path, length, wrong }
    }
}

/// The files that `paths` name, and those in the folders that they name, by name. Files that begin
/// with a full stop belong to the system.
fn files(paths: &[PathBuf]) -> Result<Vec<File>, Failure> {
    let mut files = Vec::new();
    for path in paths {
        let refuse = |error: io::Error| refused(path, error);
        let metadata = fs::metadata(path).map_err(refuse)?;
        if !metadata.is_dir() {
            files.push(File { path: path.clone(), length: metadata.len(), wrong: None });
            continue;
        }
        let mut found = Vec::new();
        for entry in fs::read_dir(path).map_err(refuse)? {
            let entry = entry.map_err(refuse)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden {
                found.push(File::in_folder(entry.path()));
            }
        }
        found.sort_by(|one, other| one.path.cmp(&other.path));
        files.extend(found);
    }
    Ok(files)
}

/// What came, and all that is needed to grade it.
struct Post<'p> {
    files: Vec<File>,
    desk: Desk<'p>,
    quizzes: &'p [Quiz],
    graders: &'p [Grader],
    key: &'p PrivateKey,
    bar: ProgressBar,
}

/// Which submission: its file, and its place in it.
type Place = (usize, usize);

/// The submission of each candidate that counts: when it was handed in, where it is, and which.
type Chosen = BTreeMap<Identity, (Option<Millis>, Place, [u8; 32])>;

/// A submission that counts unless another does: its place in its file, whose it is, and which.
struct Counting {
    place: usize,
    identity: Identity,
    when: Option<Millis>,
    copy: [u8; 32],
}

/// A file that cannot be read, or what each of its submissions is.
type Read = Result<Vec<Result<Accepted, Refusal>>, String>;

impl Post<'_> {
    /// Opens everything once, and remembers of each candidate which submission counts.
    fn choose(&self, several: Several) -> Result<Chosen, Failure> {
        let mut chosen = Chosen::new();
        self.each_chunk(|first, chunk| {
            let read: Vec<Vec<Counting>> =
                chunk.par_iter().map(|file| self.counting(file)).collect();
            for (file, found) in (first..).zip(read) {
                for Counting { place, identity, when, copy } in found {
                    let this = (when, (file, place), copy);
                    let counts = chosen.get(&identity).is_none_or(|that| match several {
                        Several::First => this < *that,
                        Several::Last => this > *that,
                    });
                    if counts {
                        chosen.insert(identity, this);
                    }
                }
            }
            Ok(())
        })?;
        Ok(chosen)
    }

    /// Opens everything again, and grades what counts.
    fn grade(
        &self,
        chosen: &Chosen,
        add: &mut dyn FnMut(Report) -> io::Result<()>,
    ) -> Result<u64, Failure> {
        let mut refused = 0;
        self.each_chunk(|first, chunk| {
            let graded: Vec<Vec<Graded>> = chunk
                .par_iter()
                .enumerate()
                .map(|(at, file)| self.graded(first + at, file, chosen))
                .collect();
            for graded in graded.into_iter().flatten() {
                for line in &graded.lines {
                    self.bar.suspend(|| say(line))?;
                }
                refused += u64::from(graded.refused);
                if let Some(report) = graded.report {
                    add(*report)?;
                }
            }
            Ok(())
        })?;
        Ok(refused)
    }

    fn each_chunk(
        &self,
        mut work: impl FnMut(usize, &[File]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        for (number, chunk) in self.files.chunks(CHUNK).enumerate() {
            work(number * CHUNK, chunk)?;
            self.bar.inc(chunk.iter().map(|file| file.length).sum());
        }
        Ok(())
    }

    fn counting(&self, file: &File) -> Vec<Counting> {
        let found = self.read(file).unwrap_or_default().into_iter().enumerate();
        let found = found.filter_map(|(place, found)| Some((place, found.ok()?)));
        let counting = |(place, found): (usize, Accepted)| Counting {
            place,
            identity: found.identity(),
            when: found.submission.submitted(),
            copy: found.copy,
        };
        found.map(counting).collect()
    }

    fn graded(&self, number: usize, file: &File, chosen: &Chosen) -> Vec<Graded> {
        let name = shown(&file.path);
        let found = match self.read(file) {
            Ok(found) => found,
            Err(error) => return vec![Graded::refused(format!("{name}: {error}"))],
        };
        let several = found.len() > 1;
        let named = |place: usize| {
            if several { format!("{name}, part {}", place + 1) } else { name.clone() }
        };
        let graded = found.into_iter().enumerate().map(|(place, found)| {
            let name = named(place);
            match found {
                Err(refusal) => {
                    Graded::refused(format!("{name}: {}", visible(&refusal.to_string())))
                }
                Ok(accepted) => match chosen.get(&accepted.identity()) {
                    Some((_, counts, copy)) if *counts != (number, place) => {
                        let other = self.files.get(counts.0).map(|file| shown(&file.path));
                        let other = other.unwrap_or_default();
                        if *copy == accepted.copy {
                            return Graded::copy(format!("{name}: a copy of what is in {other}"));
                        }
                        let who = accepted.candidate.for_terminal();
                        Graded::refused(format!(
                            "{name}: another submission by {who} to the same pack; {other} counts"
                        ))
                    }
                    _ => self.report(&name, &accepted),
                },
            }
        });
        graded.collect()
    }

    fn report(&self, name: &str, accepted: &Accepted) -> Graded {
        let late = accepted
            .late()
            .map(|late| format!("{name}: {} after the deadline, by its own clock", duration(late)));
        let changed = accepted
            .changed
            .then(|| format!("{name}: the quiz was changed since packing; graded as it is now"));
        let foreign = (accepted.foreign() > 0).then(|| {
            let number = accepted.foreign();
            format!("{name}: {number} of its answers are to questions that were not asked")
        });
        let lines = [late, changed, foreign].into_iter().flatten().collect();
        let quiz = self.quizzes.get(accepted.quiz).zip(self.graders.get(accepted.quiz));
        let report = quiz.map(|(quiz, grader)| replay::report(accepted, quiz, grader, self.key));
        Graded { lines, refused: false, report: report.map(Box::new) }
    }

    fn read(&self, file: &File) -> Read {
        if let Some(wrong) = &file.wrong {
            return Err(wrong.clone());
        }
        if file.length > LIMIT as u64 {
            return Err("longer than 16 MiB, the most that is read of one file".to_owned());
        }
        let bytes = fs::read(&file.path).map_err(|error| error.to_string())?;
        Ok(self.desk.open(&bytes))
    }
}

/// What came of one submission: what is to be said about it, and its report if it counts.
struct Graded {
    lines: Vec<String>,
    refused: bool,
    report: Option<Box<Report>>,
}

impl Graded {
    fn refused(line: String) -> Self {
        Self { lines: vec![line], refused: true, report: None }
    }

    /// What counts already, by another file with the same in it.
    fn copy(line: String) -> Self {
        Self { lines: vec![line], refused: false, report: None }
    }
}
