use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;

/// The recipient of the test vectors in RFC 9180, A.3.1, as OpenSSL writes it.
const KEY: &str = "-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg885/2uV+GjENh/Hr
vebzKL4Kmc28rfTWWJzyneS4/9KhRANCAAT+jBnOCQUZHrwpipJFeSUx8m8M7OJG
BjnovDnLf3Bqgmp3m0z5abig5TnH9i+z0wrWqo+A4w8dEoqv1oos5y6g
-----END PRIVATE KEY-----
";
const FINGERPRINT: &str = "a27764dca633730528009f8d8b027286ac7eb22a1fa52de0abe73eb7c7183360";

fn random() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([1; 32])
}

fn none() -> Option<String> {
    None
}

#[test]
fn a_key_is_read_back_as_it_was_written() {
    let key = PrivateKey::generate(&mut random());
    let pem = key.to_pem(None, &mut random()).unwrap();
    let read = PrivateKey::from_pem(&pem, none).unwrap();
    assert_eq!(read.scalar(), key.scalar());
    let public = key.public();
    assert_eq!(PublicKey::from_pem(&public.to_pem().unwrap()).as_ref(), Ok(public));
    assert_eq!(PublicKey::from_bytes(&public.to_bytes()).as_ref(), Some(public));
}

#[test]
fn a_passphrase_locks_a_key() {
    let key = PrivateKey::generate(&mut random());
    let pem = key.to_pem(Some("correct horse"), &mut random()).unwrap();
    assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), "{pem}");
    let read = |passphrase: Option<&str>| {
        let passphrase = passphrase.map(str::to_owned);
        PrivateKey::from_pem(&pem, || passphrase).map(|key| key.scalar())
    };
    assert_eq!(read(Some("correct horse")), Ok(key.scalar()));
    assert_eq!(read(Some("wrong horse")), Err(KeyError::Passphrase));
    assert_eq!(read(None), Err(KeyError::Encrypted));
}

#[test]
fn a_key_of_openssl_is_read_and_has_the_fingerprint_that_it_computes() {
    let key = PrivateKey::from_pem(KEY, none).unwrap();
    assert_eq!(key.public().fingerprint().to_string(), FINGERPRINT);
    assert_eq!(key.scalar()[..4], [0xf3, 0xce, 0x7f, 0xda]);
}

#[test]
fn what_is_no_private_key_says_what_it_is() {
    let key = PrivateKey::from_pem(KEY, none).unwrap();
    let public = key.public().to_pem().unwrap();
    assert_eq!(PrivateKey::from_pem(&public, none).unwrap_err(), KeyError::Public);
    assert_eq!(PrivateKey::from_pem("hello", none).unwrap_err(), KeyError::NotPrivate);
    let certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert_eq!(PrivateKey::from_pem(certificate, none).unwrap_err(), KeyError::NotPrivate);
    assert_eq!(PublicKey::from_bytes(&[4; 65]), None);
    assert_eq!(PublicKey::from_bytes(&[]), None);
}

#[test]
fn nothing_secret_is_printed_by_accident() {
    let key = PrivateKey::from_pem(KEY, none).unwrap();
    assert!(!format!("{key:?}").contains("f3ce7fda"));
    assert!(!format!("{:?}", key.subkey(Purpose::Quiz)).contains(char::is_numeric));
}
