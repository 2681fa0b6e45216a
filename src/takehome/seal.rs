//! Sealing for the holder of one key: HPKE (RFC 9180) in base mode, one message.

use hpke::aead::{Aead, AesGcm256};
use hpke::kdf::HkdfSha256;
use hpke::kem::DhP256HkdfSha256;
use hpke::rand_core::CryptoRng;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};

use super::key::{Fingerprint, PrivateKey, PublicKey};

/// The version of the format, the first byte of whatever is sealed.
pub const FORMAT: u8 = 1;

/// What the key schedule is bound to, so that nothing sealed for another purpose opens.
const INFO: &[u8] = b"vivavoce take-home v1 submission";
/// Version and fingerprint; not secret, and authenticated.
const HEADER: usize = 1 + 32;
/// An uncompressed point.
const ENC: usize = 65;
/// What AES-GCM adds.
const TAG: usize = 16;

/// Why sealed bytes cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Fewer bytes than every sealed text has.
    #[error("cut off: there are fewer bytes than any submission has")]
    TooShort,
    /// Of another version of the format.
    #[error("sealed in version {0} of the format, and this program opens version {FORMAT}")]
    Version(u8),
    /// Sealed for another key.
    #[error("sealed for another key, with the fingerprint {0}")]
    OtherKey(Fingerprint),
    /// Not what was sealed: changed, cut off or made up.
    #[error("altered or cut off since it was sealed")]
    Altered,
}

/// What could not be sealed, which only a broken key can cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text could not be sealed")]
pub struct SealError;

/// Seals `plaintext` for the holder of `key`.
pub fn seal(
    plaintext: &[u8],
    key: &PublicKey,
    random: &mut impl CryptoRng,
) -> Result<Vec<u8>, SealError> {
    let header = header(key);
    let message = Message { info: INFO, aad: &header };
    let (enc, ciphertext) = message.seal::<AesGcm256>(plaintext, key, random)?;
    Ok([&header[..], &enc, &ciphertext].concat())
}

/// Opens what was sealed for `key`.
pub fn open(sealed: &[u8], key: &PrivateKey) -> Result<Vec<u8>, OpenError> {
    let Sealed { header, enc, ciphertext } = Sealed::split(sealed)?;
    match header {
        [FORMAT, fingerprint @ ..] => {
            if *fingerprint != key.public().fingerprint().0 {
                return Err(OpenError::OtherKey(Fingerprint(*fingerprint)));
            }
        }
        [version, ..] => return Err(OpenError::Version(*version)),
    }
    Message { info: INFO, aad: header }
        .open::<AesGcm256>(enc, ciphertext, key)
        .ok_or(OpenError::Altered)
}

fn header(key: &PublicKey) -> [u8; HEADER] {
    let mut header = [FORMAT; HEADER];
    header[1..].copy_from_slice(&key.fingerprint().0);
    header
}

/// The parts of sealed bytes.
struct Sealed<'s> {
    header: &'s [u8; HEADER],
    enc: &'s [u8; ENC],
    ciphertext: &'s [u8],
}

impl<'s> Sealed<'s> {
    fn split(bytes: &'s [u8]) -> Result<Self, OpenError> {
        let (header, rest) = bytes.split_first_chunk().ok_or(OpenError::TooShort)?;
        let (enc, ciphertext) = rest.split_first_chunk().ok_or(OpenError::TooShort)?;
        if ciphertext.len() < TAG {
            return Err(OpenError::TooShort);
        }
        Ok(Self { header, enc, ciphertext })
    }
}

/// What both sides of one message know.
struct Message<'m> {
    info: &'m [u8],
    aad: &'m [u8],
}

impl Message<'_> {
    fn seal<A: Aead>(
        &self,
        plaintext: &[u8],
        key: &PublicKey,
        random: &mut impl CryptoRng,
    ) -> Result<(Vec<u8>, Vec<u8>), SealError> {
        let key = <DhP256HkdfSha256 as Kem>::PublicKey::from_bytes(&key.to_bytes())
            .map_err(|_| SealError)?;
        let (enc, ciphertext) = hpke::single_shot_seal_with_rng::<A, HkdfSha256, DhP256HkdfSha256>(
            &OpModeS::Base,
            &key,
            self.info,
            plaintext,
            self.aad,
            random,
        )
        .map_err(|_| SealError)?;
        Ok((enc.to_bytes().to_vec(), ciphertext))
    }

    fn open<A: Aead>(&self, enc: &[u8], ciphertext: &[u8], key: &PrivateKey) -> Option<Vec<u8>> {
        let key = <DhP256HkdfSha256 as Kem>::PrivateKey::from_bytes(&key.scalar()).ok()?;
        let enc = <DhP256HkdfSha256 as Kem>::EncappedKey::from_bytes(enc).ok()?;
        hpke::single_shot_open::<A, HkdfSha256, DhP256HkdfSha256>(
            &OpModeR::Base,
            &key,
            &enc,
            self.info,
            ciphertext,
            self.aad,
        )
        .ok()
    }
}

#[cfg(test)]
mod tests;
