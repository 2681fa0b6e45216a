//! Exit codes, and what stops a command. Decided here and nowhere else.

use std::io::{self, Write};
use std::process::ExitCode;

use super::talk::say;
use crate::terminal::Broken;

/// How a command that could do its work ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The run is fine but the result is not: below the pass mark, problems found, rows refused.
    Unsatisfied,
    /// Stopped by Ctrl-C or told to end, after the partial report.
    Interrupted,
}

impl Exit {
    const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Unsatisfied => 1,
            Self::Interrupted => 130,
        }
    }

    /// Ends the process while other threads are at work.
    pub(super) fn at_once(self) -> ! {
        std::process::exit(self.code().into())
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// Why a command could not do its work. Clap itself exits with 2 on what it refuses.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Arguments that are well formed but do not fit together. Exit code 2.
    #[error("{0}")]
    Usage(String),
    /// A file that is missing or cannot be used. Exit code 3.
    #[error("{0}")]
    Input(String),
    /// The same, told by diagnostics, which are drawn for the window already.
    #[error("{0}")]
    Invalid(String),
    /// Reading or writing failed. A broken pipe ends quietly with 0, anything else with 3.
    #[error("{0}")]
    Io(#[from] io::Error),
}

impl From<Broken> for Failure {
    fn from(broken: Broken) -> Self {
        match broken {
            Broken::Io(error) => Self::Io(error),
            refused @ Broken::Refused(_) => Self::Io(io::Error::other(refused.to_string())),
        }
    }
}

impl Failure {
    /// Several as one, which says what each says; `None` of none. All must be of missing files.
    pub fn all(failures: impl Iterator<Item = Self>) -> Option<Self> {
        let messages: Vec<String> = failures.map(|failure| failure.to_string()).collect();
        (!messages.is_empty()).then(|| Self::Input(messages.join("\n")))
    }

    /// Says on stderr what went wrong and gives the exit code.
    pub(super) fn report(&self) -> ExitCode {
        let code = match self {
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Self::Usage(_) => 2,
            Self::Input(_) | Self::Invalid(_) | Self::Io(_) => 3,
        };
        // Nobody is left to tell when stderr is closed.
        let _ = match self {
            Self::Invalid(drawn) => writeln!(io::stderr(), "{drawn}"),
            told => say(&told.to_string()),
        };
        code.into()
    }
}
