//! Names that say nothing about what they name, and that only the maker of a pack can look up.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::key::PrivateKey;
use super::pack_id::PackId;
use super::subkey::{Purpose, Subkey};
use crate::quiz::question::QuestionId;

/// Stands in a pack for a question, an option or an item: 12 characters of base64url.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Handle(String);

impl Handle {
    /// A handle that somebody wrote.
    #[must_use]
    pub fn new(handle: impl Into<String>) -> Self {
        Self(handle.into())
    }

    /// The characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Makes the handles of one pack.
#[derive(Debug, Clone)]
pub struct Handles {
    subkey: Subkey,
    pack: String,
}

impl Handles {
    /// Those of the pack with this id.
    #[must_use]
    pub fn new(key: &PrivateKey, pack: PackId) -> Self {
        Self { subkey: key.subkey(Purpose::Handle), pack: pack.to_string() }
    }

    /// The handle of a question.
    #[must_use]
    pub fn question(&self, question: &QuestionId) -> Handle {
        self.handle(&[question.as_str()])
    }

    /// The handle of the option or item of `question` that reads `text` in the quiz file.
    #[must_use]
    pub fn part(&self, question: &QuestionId, text: &str) -> Handle {
        self.handle(&[question.as_str(), text])
    }

    fn handle(&self, names: &[&str]) -> Handle {
        let mut parts = vec![self.pack.as_bytes()];
        parts.extend(names.iter().map(|name| name.as_bytes()));
        let mac = self.subkey.mac(&parts);
        Handle(URL_SAFE_NO_PAD.encode(&mac[..9]))
    }
}
