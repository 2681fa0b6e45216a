//! A batch of files, opened and graded in parallel, with memory that does not grow with their number.

use std::collections::BTreeMap;
use std::io;

use indicatif::ProgressBar;
use rayon::prelude::*;

use super::Several;
use super::files::SentFile;
use crate::attempt::Millis;
use crate::cli::Failure;
use crate::cli::path::shown;
use crate::cli::talk::say;
use crate::grade::Grader;
use crate::quiz::{Quiz, visible};
use crate::report::Report;
use crate::report::text::duration;
use crate::takehome::desk::{Accepted, Desk, Identity, Refusal};
use crate::takehome::key::PrivateKey;
use crate::takehome::replay;

/// Files that are opened at a time; so many reports are held in memory.
const CHUNK: usize = 256;

/// What came, and all that is needed to grade it.
pub struct Batch<'p> {
    /// The files.
    pub files: Vec<SentFile>,
    /// Opens what is in them.
    pub desk: Desk<'p>,
    /// The desk's quizzes.
    pub quizzes: &'p [Quiz],
    /// A grader for each of them.
    pub graders: &'p [Grader],
    /// The desk's key.
    pub key: &'p PrivateKey,
    /// Moves twice for every file.
    pub bar: ProgressBar,
}

/// Which submission: its file, and its place in it.
type Place = (usize, usize);

/// The submission of each candidate that counts: when it was handed in, where it is, and which.
pub type Chosen = BTreeMap<Identity, (Option<Millis>, Place, [u8; 32])>;

/// A submission that counts unless another does: its place in its file, whose it is, and which.
struct Counting {
    place: usize,
    identity: Identity,
    when: Option<Millis>,
    copy: [u8; 32],
}

/// A file that cannot be read, or what each of its submissions is.
type Read = Result<Vec<Result<Accepted, Refusal>>, String>;

impl Batch<'_> {
    /// Opens everything once, and remembers of each candidate which submission counts.
    pub fn choose(&self, several: Several) -> Result<Chosen, Failure> {
        let mut chosen = Chosen::new();
        self.bar.set_message("opening");
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
    pub fn grade(
        &self,
        chosen: &Chosen,
        add: &mut dyn FnMut(Report) -> io::Result<()>,
    ) -> Result<u64, Failure> {
        let mut refused = 0;
        self.bar.set_message("grading");
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
        mut work: impl FnMut(usize, &[SentFile]) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        for (number, chunk) in self.files.chunks(CHUNK).enumerate() {
            work(number * CHUNK, chunk)?;
            self.bar.inc(chunk.len() as u64);
        }
        Ok(())
    }

    fn counting(&self, file: &SentFile) -> Vec<Counting> {
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

    fn graded(&self, number: usize, file: &SentFile, chosen: &Chosen) -> Vec<Graded> {
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

    fn read(&self, file: &SentFile) -> Read {
        Ok(self.desk.open(&file.read()?))
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
