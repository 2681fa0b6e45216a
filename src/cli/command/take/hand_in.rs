//! Answers sealed and written to a new file.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::desk::Desk;
use super::kept::Kept;
use crate::cli::Failure;
use crate::cli::new_file::{create, not_created};
use crate::cli::path::shown;
use crate::cli::private_key::randomness;
use crate::cli::talk::{say, say_done};
use crate::takehome::armour::armour;
use crate::takehome::pack_id::PackId;
use crate::takehome::seal::seal;
use crate::takehome::sheet::Sheet;
use crate::takehome::submission::Submission;

/// Where sealed answers go.
pub enum Output {
    /// To stdout.
    Stdout,
    /// To a file that the person named.
    File(PathBuf),
    /// To the first of these names that is free: with nothing after it, `-2`, `-3` and so on.
    Named(String),
}

impl Output {
    /// What `argument` names; a file that exists is refused before the first question.
    pub fn new(argument: Option<&Path>, pack: PackId) -> Result<Self, Failure> {
        match argument {
            None => {
                let name: String = pack.to_string().chars().take(8).collect();
                Ok(Self::Named(format!("viva-answers-{name}")))
            }
            Some(path) if path.as_os_str() == "-" => Ok(Self::Stdout),
            Some(path) if fs::symlink_metadata(path).is_ok() => {
                Err(not_created(path, &ErrorKind::AlreadyExists.into()))
            }
            Some(path) => Ok(Self::File(path.to_owned())),
        }
    }

    /// For people.
    pub fn shown(&self) -> String {
        match self {
            Self::Stdout => "standard output".to_owned(),
            Self::File(path) => shown(path),
            Self::Named(name) => format!("{name}.txt"),
        }
    }

    /// Seals what `desk` has and writes it.
    pub fn hand_in(&self, desk: &mut Desk, kept: Option<&Kept>) -> Result<(), Failure> {
        let written = desk.hand_in(|sheet, submission| self.write(&sealed(sheet, &submission)?))?;
        if let Some(path) = written {
            say_done(&format!("wrote {}", shown(&path)))?;
        }
        let Some(kept) = kept else { return Ok(()) };
        say("Your answers are sealed and not sent yet: send them to whoever sent you this quiz. \
             To change them before you do, start the same command again.")?;
        say(&format!("After you have sent them, --forget deletes {}.", kept.shown()))?;
        Ok(())
    }

    /// Gives the name of the new file, where it is one.
    fn write(&self, text: &str) -> Result<Option<PathBuf>, Failure> {
        match self {
            Self::Stdout => {
                let mut out = io::stdout();
                out.write_all(text.as_bytes())?;
                out.flush()?;
                Ok(None)
            }
            Self::File(path) => {
                create(path, text).map_err(|error| not_created(path, &error))?;
                Ok(Some(path.clone()))
            }
            Self::Named(name) => create_free(name, text).map(Some),
        }
    }
}

fn sealed(sheet: &Sheet, submission: &Submission) -> Result<String, Failure> {
    let sealed = seal(&submission.write(), &sheet.key, &mut randomness()?);
    let text = armour(&sealed.map_err(|error| Failure::Input(error.to_string()))?);
    if text.len() > sheet.pack.limits.submission {
        let message = "all answers together are too long to be handed in; shorten the longest";
        return Err(Failure::Input(message.to_owned()));
    }
    Ok(text)
}

fn create_free(name: &str, text: &str) -> Result<PathBuf, Failure> {
    let mut number = 1;
    loop {
        let again = if number == 1 { String::new() } else { format!("-{number}") };
        let path = PathBuf::from(format!("{name}{again}.txt"));
        match create(&path, text) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(not_created(&path, &error)),
        }
    }
}
