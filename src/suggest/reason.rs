//! Why a keyword is proposed.

use std::fmt;

/// Why a keyword is proposed, and what its weight comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A word of the model answer.
    Word,
    /// A word of the model answer that the prompt says, too.
    InPrompt,
    /// Two words side by side in the model answer.
    Phrase,
    /// A sentence of the model answer; so many of its words are enough.
    Sentence {
        /// Words that are enough.
        enough: usize,
        /// Words it has.
        of: usize,
    },
    /// Any word of the model answer that the prompt does not say.
    Beginning,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word => f.write_str("a word of the model answer"),
            Self::InPrompt => f.write_str("a word of the model answer that the prompt gives"),
            Self::Phrase => f.write_str("side by side in the model answer"),
            Self::Sentence { enough, of } => {
                write!(f, "a sentence of the model answer; {enough} of its {of} words are enough")
            }
            Self::Beginning => f.write_str("for saying anything of the model answer"),
        }
    }
}
