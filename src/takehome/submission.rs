//! What is sealed: the answers, and how they came about.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::handle::Handle;
use super::manifest::Signed;
use crate::attempt::{Given, Millis};
use crate::quiz::AnswerText;
use crate::report::TakenIn;

/// The version of the submission's form.
pub const VERSION: u32 = 1;
/// Most characters of a name.
pub const LONGEST_NAME: usize = 200;
/// Events that whoever seals keeps; beyond them only answers and the end are.
pub const MOST_EVENTS: usize = 20_000;
/// Most events of a submission that is read.
const MOST_READ: usize = 5 * MOST_EVENTS;

/// Whether a submission may bear it as a name: something can be seen of it, and it is short enough.
#[must_use]
pub fn is_name(name: &AnswerText) -> bool {
    !name.is_blank() && name.raw().chars().count() <= LONGEST_NAME
}

/// The answers of one candidate to one pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// [`VERSION`] of the program that sealed it.
    pub version: u32,
    /// What was asked, as it came in the pack.
    #[serde(flatten)]
    pub signed: Signed,
    /// Who answered, where the pack does not say.
    pub candidate: Option<AnswerText>,
    /// Where it was taken.
    pub taken_in: TakenIn,
    /// The answers by question; options and items by their handles.
    pub answers: BTreeMap<Handle, Given>,
    /// What happened, in order.
    pub events: Vec<Happening>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happening {
    /// Since the start, by a clock that never goes back.
    pub at: Millis,
    /// The moment by the machine's clock.
    pub clock: Millis,
    /// What.
    #[serde(flatten)]
    pub event: Observed,
}

/// What can happen while a pack is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Observed {
    /// The first event.
    Started,
    /// A question came on the screen.
    Shown {
        /// Which.
        question: Handle,
    },
    /// Something was typed or picked for the first time.
    FirstKey {
        /// Where.
        question: Handle,
    },
    /// A text was pasted.
    Pasted {
        /// Where.
        question: Handle,
        /// How long it was.
        characters: u32,
    },
    /// An answer was changed and is left.
    Answered {
        /// To which question.
        question: Handle,
        /// When it was last changed, since the start; where that is not said, when it was left.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        changed: Option<Millis>,
    },
    /// The page is no longer in front.
    FocusLost,
    /// The page is in front again.
    FocusRegained,
    /// Opened again after a reload or a crash.
    Resumed {
        /// When it was last known to run.
        last_seen: Millis,
    },
    /// The time limit was reached.
    TimeUp,
    /// The answers were sealed.
    Submitted,
}

/// Why an opened text is no submission.
#[derive(Debug, thiserror::Error)]
pub enum NoSubmission {
    /// Of another form.
    #[error("sealed by another program, in a form that this one does not read: {0}")]
    Form(#[from] serde_json::Error),
    /// Of a later version.
    #[error(
        "sealed in version {0} of the submission's form, and this program reads version {VERSION}"
    )]
    Version(u32),
    /// More happened than can have.
    #[error("it tells of {0} events, and no more than {MOST_READ} are read")]
    Events(usize),
}

impl Submission {
    /// Reads what was sealed.
    pub fn read(plaintext: &[u8]) -> Result<Self, NoSubmission> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let Versioned { version } = serde_json::from_slice(plaintext)?;
        if version != VERSION {
            return Err(NoSubmission::Version(version));
        }
        let submission: Self = serde_json::from_slice(plaintext)?;
        match submission.events.len() {
            ..=MOST_READ => Ok(submission),
            more => Err(NoSubmission::Events(more)),
        }
    }

    /// What is to be sealed.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        // A structure of texts and numbers always has a JSON form.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// When it was handed in, by the machine's clock.
    #[must_use]
    pub fn submitted(&self) -> Option<Millis> {
        self.events.last().map(|last| last.clock)
    }
}
