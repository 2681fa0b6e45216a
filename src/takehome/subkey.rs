//! Keys for one purpose each, derived from a private key so that nothing has to be recorded.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac as _};
use sha2::Sha256;

/// What a MAC of 32 bytes is made of.
pub type Mac = [u8; 32];

/// What a subkey is for. A MAC for one purpose says nothing about another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To know a pack's manifest again.
    Manifest,
    /// To know a quiz again by its digest.
    Quiz,
    /// To know questions, options and items again.
    Handle,
    /// To put questions, options and items in order.
    Shuffle,
    /// To name packs that are made with a seed.
    Pack,
}

impl Purpose {
    const fn info(self) -> &'static [u8] {
        match self {
            Self::Manifest => b"vivavoce take-home v1 manifest",
            Self::Quiz => b"vivavoce take-home v1 quiz",
            Self::Handle => b"vivavoce take-home v1 handle",
            Self::Shuffle => b"vivavoce take-home v1 shuffle",
            Self::Pack => b"vivavoce take-home v1 pack",
        }
    }
}

/// A secret for one purpose.
#[derive(Clone)]
pub struct Subkey([u8; 32]);

impl Subkey {
    /// Derives it from a private scalar by HKDF-SHA-256 (RFC 5869) without a salt.
    pub(super) fn derive(scalar: &[u8], purpose: Purpose) -> Self {
        let mut bytes = [0; 32];
        // Only more than 255 times 32 bytes are refused.
        let expanded = Hkdf::<Sha256>::new(None, scalar).expand(purpose.info(), &mut bytes);
        debug_assert!(expanded.is_ok());
        Self(bytes)
    }

    /// The HMAC-SHA-256 of `parts`, with a zero byte between them, so that no two lists of texts
    /// that hold none come to the same bytes.
    #[must_use]
    pub fn mac(&self, parts: &[&[u8]]) -> Mac {
        self.over(parts).finalize().into_bytes().into()
    }

    /// Whether `mac` is that of `parts`, in a time that does not depend on where it differs.
    #[must_use]
    pub fn confirms(&self, parts: &[&[u8]], mac: &[u8]) -> bool {
        self.over(parts).verify_slice(mac).is_ok()
    }

    fn over(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        // HMAC fills a shorter key up with zeros to a block of 64 bytes.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&self.0);
        let mut hmac = Hmac::<Sha256>::new(&block.into());
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                hmac.update(&[0]);
            }
            hmac.update(part);
        }
        hmac
    }
}

impl std::fmt::Debug for Subkey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subkey(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: [u8; 32]) -> String {
        crate::quiz::Digest(bytes).to_string()
    }

    #[test]
    fn a_mac_is_what_another_program_works_out() {
        let subkey = Subkey::derive(&[7; 32], Purpose::Manifest);
        assert_eq!(
            hex(subkey.0),
            "a8673709b4c9a579e1da9ec4e7fc38d477abae8cd8034a738836c112f90a72db"
        );
        assert_eq!(
            hex(subkey.mac(&[b"one", b"two"])),
            "995cec7421ddf232134c13acb2c26fa37ce3293fb3b3c0787293859826301cac"
        );
    }

    #[test]
    fn a_mac_is_confirmed_for_its_own_text_and_purpose_only() {
        let subkey = Subkey::derive(&[7; 32], Purpose::Quiz);
        let mac = subkey.mac(&[b"one"]);
        assert!(subkey.confirms(&[b"one"], &mac));
        assert!(!subkey.confirms(&[b"two"], &mac));
        assert!(!subkey.confirms(&[b"one"], &mac[..31]));
        assert!(!Subkey::derive(&[7; 32], Purpose::Handle).confirms(&[b"one"], &mac));
        assert!(!Subkey::derive(&[8; 32], Purpose::Quiz).confirms(&[b"one"], &mac));
    }
}
