//! What a pack asks, bound to the key that made it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::handle::Handle;
use super::key::PrivateKey;
use super::pack_id::PackId;
use super::subkey::Purpose;
use crate::attempt::Millis;
use crate::quiz::{AnswerText, Digest};

/// The version of the manifest's form.
pub const VERSION: u32 = 1;

/// What a pack asks, of whom, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`VERSION`] of the program that made it.
    pub version: u32,
    /// The pack's name.
    pub pack: PackId,
    /// Whom it is for; `None` if the candidate gives a name.
    pub candidate: Option<AnswerText>,
    /// Which quiz exactly, as [`quiz_mark`] has it.
    pub quiz: String,
    /// The questions in the order in which they are asked.
    pub questions: Vec<Asked>,
    /// Limit for the whole.
    pub time_limit: Option<Millis>,
    /// Until when it is to be handed in, since 1970-01-01T00:00:00Z.
    pub deadline: Option<Millis>,
}

/// A question that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which.
    pub id: Handle,
    /// Limit for this question alone.
    pub time_limit: Option<Millis>,
}

/// A manifest as the text that is sent out and comes back, and what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// JSON, byte by byte as it was made.
    pub manifest: String,
    /// Its MAC, as base64url.
    pub mac: String,
}

/// Why a manifest is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAuthentic {
    /// Edited, or made with another key.
    #[error("its pack was never made with this key, or what it asks was edited")]
    Mac,
    /// Of a form that this program does not read.
    #[error("its pack was made by a later version of this program")]
    Form,
}

impl Manifest {
    /// Signs it with `key`.
    #[must_use]
    pub fn sign(&self, key: &PrivateKey) -> Signed {
        // A structure of texts and numbers always has a JSON form.
        let manifest = serde_json::to_string(self).unwrap_or_default();
        let mac = key.subkey(Purpose::Manifest).mac(&[manifest.as_bytes()]);
        Signed { manifest, mac: URL_SAFE_NO_PAD.encode(mac) }
    }
}

impl Signed {
    /// The manifest, if `key` signed it.
    pub fn check(&self, key: &PrivateKey) -> Result<Manifest, NotAuthentic> {
        let mac = URL_SAFE_NO_PAD.decode(&self.mac).map_err(|_| NotAuthentic::Mac)?;
        if !key.subkey(Purpose::Manifest).confirms(&[self.manifest.as_bytes()], &mac) {
            return Err(NotAuthentic::Mac);
        }
        self.read().filter(|manifest| manifest.version == VERSION).ok_or(NotAuthentic::Form)
    }

    /// The manifest, whoever made it.
    #[must_use]
    pub fn read(&self) -> Option<Manifest> {
        serde_json::from_str(&self.manifest).ok()
    }
}

/// What names a quiz to the holder of `key` and says nothing to anybody else: the HMAC of its digest.
#[must_use]
pub fn quiz_mark(key: &PrivateKey, quiz: Digest) -> String {
    URL_SAFE_NO_PAD.encode(key.subkey(Purpose::Quiz).mac(&[&quiz.0]))
}
