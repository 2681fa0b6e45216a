use std::convert::Infallible;

use hpke::aead::AesGcm128;
use hpke::rand_core::{TryCryptoRng, TryRng};
use p256::SecretKey;
use pkcs8::EncodePrivateKey;
use pkcs8::der::pem::LineEnding;
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use serde::Deserialize;

use super::*;

/// Test vectors of others.
const VECTORS: &str = include_str!("../../../tests/sealing/hpke.json");

#[derive(Deserialize)]
struct Vector {
    name: String,
    aead: String,
    recipient: Pair,
    ephemeral: Ephemeral,
    info: String,
    aad: String,
    plaintext: String,
    ciphertext: String,
}

#[derive(Deserialize)]
struct Pair {
    private: String,
    public: String,
}

#[derive(Deserialize)]
struct Ephemeral {
    ikm: String,
    public: String,
}

/// A source of randomness that gives these bytes.
struct Given(Vec<u8>);

impl TryRng for Given {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("only bytes are asked for")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("only bytes are asked for")
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.copy_from_slice(&self.0);
        Ok(())
    }
}

impl TryCryptoRng for Given {}

fn bytes(hex: &str) -> Vec<u8> {
    let digits = hex.as_bytes().chunks_exact(2);
    digits.map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

fn key(scalar: &str) -> PrivateKey {
    let secret = SecretKey::from_slice(&bytes(scalar)).unwrap();
    PrivateKey::from_pem(&secret.to_pkcs8_pem(LineEnding::LF).unwrap(), || None).unwrap()
}

fn vectors() -> Vec<Vector> {
    serde_json::from_str(VECTORS).unwrap()
}

fn random() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([2; 32])
}

#[test]
fn what_others_sealed_is_opened_and_sealed_to_the_same_bytes() {
    for vector in vectors() {
        let key = key(&vector.recipient.private);
        assert_eq!(key.public().to_bytes().to_vec(), bytes(&vector.recipient.public));
        let (info, aad) = (bytes(&vector.info), bytes(&vector.aad));
        let message = Message { info: &info, aad: &aad };
        let (enc, ciphertext) = (bytes(&vector.ephemeral.public), bytes(&vector.ciphertext));
        let plaintext = bytes(&vector.plaintext);
        let random = &mut Given(bytes(&vector.ephemeral.ikm));
        let (opened, sealed) = if vector.aead == "AES-128-GCM" {
            let opened = message.open::<AesGcm128>(&enc, &ciphertext, &key);
            (opened, message.seal::<AesGcm128>(&plaintext, key.public(), random))
        } else {
            let opened = message.open::<AesGcm256>(&enc, &ciphertext, &key);
            (opened, message.seal::<AesGcm256>(&plaintext, key.public(), random))
        };
        assert_eq!(opened, Some(plaintext), "{}", vector.name);
        assert_eq!(sealed, Ok((enc, ciphertext)), "{}", vector.name);
    }
}

#[test]
fn a_submission_is_header_enc_and_ciphertext() {
    let vector = vectors().pop().unwrap();
    let key = key(&vector.recipient.private);
    let parts = [&vector.aad, &vector.ephemeral.public, &vector.ciphertext];
    let sealed = parts.map(|part| bytes(part)).concat();
    assert_eq!(open(&sealed, &key), Ok(bytes(&vector.plaintext)));
    let random = &mut Given(bytes(&vector.ephemeral.ikm));
    assert_eq!(seal(&bytes(&vector.plaintext), key.public(), random), Ok(sealed));
}

#[test]
fn what_was_sealed_for_somebody_else_names_the_key() {
    let [mine, theirs] =
        [3, 4].map(|seed| PrivateKey::generate(&mut ChaCha20Rng::from_seed([seed; 32])));
    let sealed = seal(b"answers", theirs.public(), &mut random()).unwrap();
    assert_eq!(open(&sealed, &theirs).as_deref(), Ok(&b"answers"[..]));
    assert_eq!(open(&sealed, &mine), Err(OpenError::OtherKey(theirs.public().fingerprint())));
}

#[test]
fn every_change_and_every_cut_is_found() {
    let key = PrivateKey::generate(&mut random());
    let sealed = seal(b"answers", key.public(), &mut random()).unwrap();
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 0x40;
        let error = open(&changed, &key).unwrap_err();
        match place {
            0 => assert_eq!(error, OpenError::Version(FORMAT ^ 0x40)),
            1..HEADER => assert!(matches!(error, OpenError::OtherKey(_)), "{error}"),
            _ => assert_eq!(error, OpenError::Altered),
        }
        let cut = open(&sealed[..place], &key).unwrap_err();
        let least = HEADER + ENC + TAG;
        let expected = if place < least { OpenError::TooShort } else { OpenError::Altered };
        assert_eq!(cut, expected);
    }
}
