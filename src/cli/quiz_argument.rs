//! The quiz that an argument names: a file, or a bundled one; a file wins.

use std::borrow::Cow;
use std::io::{self, Read as _};
use std::path::Path;

use super::Failure;
use super::appearance::drawing_for;
use super::path::{refused, shown};
use super::pipe::open;
use crate::diagnostic::Read;
use crate::quiz::{BUNDLED, Draft, LIMIT, Loaded, bundled, nearest, read_bytes, read_draft_bytes};
use crate::store::Source;

/// A quiz file's bytes, and what the file is called in messages.
#[derive(Debug)]
pub struct QuizFile {
    /// The path as given, or the bundled quiz's name.
    pub name: String,
    bytes: Cow<'static, [u8]>,
    bundled: bool,
}

impl QuizFile {
    /// Finds and reads the file; whether it holds a quiz is not looked at.
    pub fn open(argument: &Path) -> Result<Self, Failure> {
        let name = argument.to_string_lossy().into_owned();
        match read_file(argument) {
            Ok(bytes) => Ok(Self { name, bytes: bytes.into(), bundled: false }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let quiz = argument.to_str().and_then(bundled).ok_or_else(|| unknown(argument))?;
                Ok(Self { name, bytes: quiz.text.as_bytes().into(), bundled: true })
            }
            Err(_) if argument.is_dir() => {
                Err(refused(argument, "a folder; name the quiz file in it"))
            }
            Err(error) => Err(refused(argument, error)),
        }
    }

    /// Reads the quiz. The text is what the diagnostics' spans point into.
    #[must_use]
    pub fn read(&self) -> (Cow<'_, str>, Read<Loaded>) {
        read_bytes(&self.bytes)
    }

    /// The quiz, or its problems, drawn.
    pub fn load(&self) -> Result<Loaded, Failure> {
        let (text, read) = self.read();
        read.value.ok_or_else(|| {
            let drawing = drawing_for(&io::stderr());
            let drawn = drawing.draw(&self.name, &text, &read.diagnostics);
            Failure::Invalid(drawn.trim_end().to_owned())
        })
    }

    /// Where the quiz is found again, whatever the working folder is then.
    #[must_use]
    pub fn source(&self) -> Source {
        if self.bundled {
            return Source::Bundled(self.name.clone());
        }
        let path = Path::new(&self.name);
        Source::File(path.canonicalize().unwrap_or_else(|_| path.into()).display().to_string())
    }

    /// Reads a quiz whose text questions may lack keywords.
    #[must_use]
    pub fn read_draft(&self) -> (Cow<'_, str>, Read<Draft>) {
        read_draft_bytes(&self.bytes)
    }
}

/// The quiz that `argument` names, or its problems, drawn.
pub fn load(argument: &Path) -> Result<Loaded, Failure> {
    QuizFile::open(argument)?.load()
}

/// One byte more than a quiz may have, so that a file without end is refused, too.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unknown(argument: &Path) -> Failure {
    let written = argument.to_string_lossy();
    let names: Vec<_> = BUNDLED.iter().map(|quiz| quiz.name).collect();
    let a_path = written.contains(['/', '\\']) || argument.extension().is_some();
    let what = if a_path { "no such file" } else { "no such file or bundled quiz" };
    let near = nearest(&written, names.iter().copied());
    let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    let list = names.join(", ");
    Failure::Input(format!("{}: {what}{near}\nbundled quizzes: {list}", shown(argument)))
}
