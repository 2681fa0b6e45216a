//! A recruiter's key pair, in the forms that other programs read.

use std::fmt;

use hpke::rand_core::CryptoRng;
use p256::elliptic_curve::Generate;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey as Point, SecretKey};
use pkcs8::der::Decode;
use pkcs8::der::pem::{LineEnding, PemLabel};
use pkcs8::{
    DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey,
    EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef, SecretDocument,
};
use sha2::{Digest, Sha256};

use super::subkey::{Purpose, Subkey};

/// Why a text is no key that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not PEM of a private key.
    #[error("not a private key in PEM; `viva keygen` makes one")]
    NotPrivate,
    /// The public half, where the private one is needed.
    #[error(
        "this is the public half; the private key is needed, the file that `viva keygen` named"
    )]
    Public,
    /// Another kind of key.
    #[error("not a P-256 key; `viva keygen` makes one")]
    OtherKind,
    /// Encrypted, and no passphrase was given.
    #[error("the key is encrypted, and its passphrase is needed")]
    Encrypted,
    /// Encrypted with another passphrase.
    #[error("wrong passphrase")]
    Passphrase,
    /// It cannot be written.
    #[error("the key cannot be written as PEM")]
    Unwritable,
}

/// The secret half: makes packs and opens submissions.
#[derive(Clone)]
pub struct PrivateKey {
    secret: SecretKey,
    public: PublicKey,
}

/// The public half, which every pack holds: seals submissions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    point: Point,
    fingerprint: Fingerprint,
}

/// Names a key pair: the SHA-256 of the public key's SPKI in DER. Printed as hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint(pub [u8; 32]);

impl PrivateKey {
    /// A new key pair.
    pub fn generate(random: &mut impl CryptoRng) -> Self {
        Self::new(SecretKey::generate_from_rng(random))
    }

    /// Reads PKCS#8 PEM, encrypted or not. `passphrase` is asked for only where it is needed.
    pub fn from_pem(
        pem: &str,
        passphrase: impl FnOnce() -> Option<String>,
    ) -> Result<Self, KeyError> {
        let pem = pem.trim();
        let (label, document) = SecretDocument::from_pem(pem).map_err(|_| KeyError::NotPrivate)?;
        let secret = if label == EncryptedPrivateKeyInfoRef::PEM_LABEL {
            let locked = EncryptedPrivateKeyInfoRef::from_der(document.as_bytes())
                .map_err(|_| KeyError::NotPrivate)?;
            let passphrase = passphrase().ok_or(KeyError::Encrypted)?;
            let opened = locked.decrypt(passphrase).map_err(|_| KeyError::Passphrase)?;
            SecretKey::from_pkcs8_der(opened.as_bytes())
        } else if label == PrivateKeyInfoRef::PEM_LABEL {
            SecretKey::from_pkcs8_der(document.as_bytes())
        } else if label == "PUBLIC KEY" {
            return Err(KeyError::Public);
        } else {
            return Err(KeyError::NotPrivate);
        };
        secret.map(Self::new).map_err(|_| KeyError::OtherKind)
    }

    /// As PKCS#8 PEM; encrypted (PBES2 with scrypt and AES-256-CBC) where a passphrase is given.
    pub fn to_pem(
        &self,
        passphrase: Option<&str>,
        random: &mut impl CryptoRng,
    ) -> Result<String, KeyError> {
        let written = match passphrase {
            None => self.secret.to_pkcs8_pem(LineEnding::LF),
            Some(passphrase) => self.secret.to_pkcs8_der().and_then(|open| {
                let locked = PrivateKeyInfoRef::from_der(open.as_bytes())?
                    .encrypt_with_rng(random, passphrase)?;
                Ok(locked.to_pem(EncryptedPrivateKeyInfoRef::PEM_LABEL, LineEnding::LF)?)
            }),
        };
        written.map(|pem| pem.to_string()).map_err(|_| KeyError::Unwritable)
    }

    /// The half that may be given away.
    #[must_use]
    pub const fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The secret for one purpose that follows from this key.
    #[must_use]
    pub fn subkey(&self, purpose: Purpose) -> Subkey {
        Subkey::derive(&self.scalar(), purpose)
    }

    /// The secret itself, as 32 bytes, the largest first.
    pub(super) fn scalar(&self) -> [u8; 32] {
        self.secret.to_bytes().into()
    }

    fn new(secret: SecretKey) -> Self {
        let public = PublicKey::new(secret.public_key());
        Self { secret, public }
    }
}

impl PublicKey {
    /// Reads an uncompressed point of 65 bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let uncompressed = bytes.len() == 65;
        uncompressed.then(|| Point::from_sec1_bytes(bytes).ok().map(Self::new)).flatten()
    }

    /// Reads SPKI PEM.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        Point::from_public_key_pem(pem.trim()).map(Self::new).map_err(|_| KeyError::OtherKind)
    }

    /// As an uncompressed point of 65 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 65] {
        let mut bytes = [0; 65];
        let point = self.point.to_sec1_point(false);
        if let Some(point) = point.as_bytes().get(..bytes.len()) {
            bytes.copy_from_slice(point);
        }
        bytes
    }

    /// As SPKI PEM.
    pub fn to_pem(&self) -> Result<String, KeyError> {
        self.point.to_public_key_pem(LineEnding::LF).map_err(|_| KeyError::Unwritable)
    }

    /// Its name.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    fn new(point: Point) -> Self {
        let spki = point.to_public_key_der();
        let bytes = spki.as_ref().map_or(&[][..], |spki| spki.as_bytes());
        Self { fingerprint: Fingerprint(Sha256::digest(bytes).into()), point }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrivateKey").field("public", &self.public).finish_non_exhaustive()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

#[cfg(test)]
mod tests;
